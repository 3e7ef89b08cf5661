lines() {
	yusou search --format json "$@" 2>/dev/null |
		jq -c '.lines[] | [.title, .code, .classification, .total, .amount_yuan,
			(.sums | map([.year, .kind, .total, .amount_yuan])), (.hits | map([.department, .amount_yuan]))]'
	echo "=> $?"
}
# what is called as was typed first; plans and accounts, and years, are not added up
lines 公务接待费
# a name by its beginning, of one year
lines 公务接待 year:2023
# a code, bare and as a field, and what is below another
lines 30216
lines code:30216
lines 2050202
# a body, whose lines are those that the query names and no others
lines 青禾县政务服务数据管理局 培训费
lines 青禾县政务服务数据管理局
# not where a type is named, nor on the next page
yusou search --format json --type project 公务接待费 2>/dev/null | jq -c .lines
yusou search --format json --offset 10 公务接待费 2>/dev/null | jq -c .lines
