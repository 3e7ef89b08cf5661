# Prose, tables and a form of one publication in files of their own: one publication, whose records say in which file they
# stand; whatever becomes of a part, the index is as if it had been made of what is there.
try() {
	yusou "$@" 2>&1 | sed 's/;.*generation/; generation/'
}
prose() {
	printf '<html><head><meta charset="utf-8"></head><body><h1>青禾县林业局2024年部门预算</h1>'
	printf '<p>第一部分 部门概况</p><p>负责本县造林护林。</p><p>第二部分 情况说明</p><p>%s</p></body></html>' "$1"
}
incomes() {
	printf '青禾县林业局2024年部门预算\n\n收支总表\n单位：万元\n收入\t金额\t支出\t金额\n财政拨款\t%s\t农林水支出\t%s\n合计\t%s\t合计\t%s\n' $1 $1 $1 $1
}
projects() {
	printf '青禾县林业局2024年部门预算\n\n项目支出表\n单位：万元\n项目名称\t金额\n%s\t60.00\n苗圃管护\t40.00\n合计\t100.00\n' "$1"
}
of() {
	yusou export --index $1 --type all --format jsonl 2>&1 |
		jq -r '.source as $s | [.type, .id, .title, $s.path, (.also // [] | map(.path) | join(" ")), ($s.lines | tostring), ($s.table_no | tostring)] | join(" ")'
}
# as_afresh: the index is what a new one of the same files would be
as_afresh() {
	rm -rf fresh
	yusou index --index fresh d 2>/dev/null
	of i >a
	of fresh >b
	cmp a b && echo "as afresh"
}

mkdir d
prose '收入预算100.00万元。' >d/说明.html
incomes 100.00 >d/表1.txt
projects 退化林修复 >d/表10.txt
try index --index i d
of i
yusou stats --index i | grep '^part'
yusou stats --index i --format json | jq -c '[.publications, .parts, .superseded]'
yusou check --index i
try index --index i d
echo "a part changes"
projects 林区道路维护 >d/表10.txt
try index --index i d
as_afresh
echo "one cannot be read, and another changes"
printf '%%PDF-1.4 x' >d/表1.txt
try index --index i d
yusou export --index i --type line --format jsonl | jq -r .source.path | uniq
prose '收入预算90.00万元。' >d/说明.html
try index --index i d
yusou export --index i --type line --format jsonl | jq -r .source.path | uniq
echo "it is mended"
incomes 90.00 >d/表1.txt
try index --index i d
as_afresh
echo "a newer version of a part, and of all"
incomes 95.00 >d/表2.txt
touch -d 2100-01-01T00:00:00Z d/表2.txt
try index --index i d
as_afresh
yusou stats --index i | grep -E '^(part|superseded)'
yusou compare --index i --by year --format json 苗圃管护 2>/dev/null | jq -c "[.. | .superseded? | numbers]"
rm d/表2.txt
try index --index i --prune d
as_afresh
echo "a part vanishes, and the first one"
rm d/表1.txt
try index --index i --prune d
as_afresh
rm d/说明.html
try index --index i --prune d
as_afresh
yusou stats --index i | grep -E '^(part|superseded)'
echo "in another directory it is another version"
mkdir e
prose '收入预算100.00万元。' >e/说明.html
try index --index j d e
