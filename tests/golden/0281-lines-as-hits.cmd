of() {
	yusou search --format json --type line "$@" 2>/dev/null |
		jq -c '.total, (.hits[] | [.title, .code, .path, .year, .amount_yuan, (.amounts | map([.measure, .amount_yuan]))])'
}
of 培训费
of 科技条件 'amount:>=1000万'
of --limit 3 --sort amount code:301
of 'amount:3.05'
yusou search --type line --limit 2 --sort amount 基本支出 | sed 's/ *\[.*//'
yusou export --type line | jq -r .classification | sort | uniq -c | sed 's/^ *//'
id=$(yusou search --format json --type line 公务接待费 'year:2023' | jq -r '.hits[0].id')
yusou show $id | grep -v '^source\|^id'
