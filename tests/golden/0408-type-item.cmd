# Rows of procurement belong to a project.
yusou search --type item --department 大数据中心 --format jsonl 服务 |
	sed 's/.*"title":"\([^"]*\)".*"amount_yuan":\([0-9]*\).*"parent_title":"\([^"]*\)".*/\1 \2 \3/'
