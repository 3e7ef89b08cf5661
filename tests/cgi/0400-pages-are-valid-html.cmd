tidy --version >/dev/null 2>&1 || {
	echo "tidy is not installed"
	exit 77
}
csv() {
	yusou search --limit 1 --format csv "$@" 2>/dev/null | sed 1d | cut -d, -f1
}
for query in '' 'lang=en' 'view=help' 'view=help&lang=en' 'q=%E9%A3%9F%E5%A0%82' 'q=%E9%A3%9F%E5%A0%82&lang=en&sort=amount' \
	'q=%E9%A3%9F%E5%A0%82&year=2024&kind=%E9%A2%84%E7%AE%97' 'q=%E7%81%AB%E6%98%9F' 'type=table' 'type=section' 'type=publication' \
	'view=coverage' 'view=coverage&lang=en' 'view=compare' 'view=compare&of=publication&by=department,year&lang=en' 'view=compare&by=kind&cell=%E5%86%B3%E7%AE%97' \
	'q=%3Ci%3E%22%27' 'year=x' "id=$(csv 食堂)" "id=$(csv --type item 政务云)" "id=$(csv --type table 三公)" \
	"id=$(csv --type publication 教育局)" "id=$(csv --type department 教育局)" "id=$(csv --type section 政府采购)" \
	"id=$(csv --type line 公务接待费)" 'q=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9'; do
	get "$query" | sed '1,/^$/d' | tidy -quiet -errors -utf8 2>&1 | sed "s/^/$query: /"
done
