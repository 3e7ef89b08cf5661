yusou search --format json --year 2021..2023 --kind 预算 --region 湖南省 --department 政务 --amount 100.. \
	--sort year --limit 0 --offset 2 --exact --type project '云 "光纤 租赁"'
