# each type has as many as the search for it alone
for query in 会议费 物业管理 '运维 year:2024' year:2024 code:30201 不存在的词; do
	yusou search --format json --limit 1 "$query" 2>/dev/null | jq -r '.counts[] | "\(.type) \(.total)"' >counted
	while read -r type count; do
		yusou search --format json --type "$type" --limit 1 "$query" 2>/dev/null | jq -r '"'"$type"' \(.total)"'
	done <counted >asked
	cmp counted asked && echo "$query" $(tr '\n' ' ' <counted)
done
