# body year kind amount [amount of a part]
publication() {
	cat >"$1-$2-$3.txt" <<END
松溪市$1$2年部门$3

支出$3总表

单位：万元

功能分类科目编码	功能分类科目名称	合计	基本支出	项目支出
205	教育支出	$4	$4	0.00
20502	普通教育	$4	$4	0.00
2050202	小学教育	$4	$4	0.00

“三公”经费支出$3表

单位：万元

项目	合计
“三公”经费	$5
公务接待费	$5
END
}
publication 青禾区教育局 2023 预算 120.00 3.00
publication 青禾区教育局 2022 预算 100.00 4.00
publication 青禾区教育局 2022 决算 98.50 2.50
publication 云岭区教育局 2023 预算 1,300.00 0.50
publication 鹿亭区教育局 2023 预算 90.00 7.00
publication 鹿亭区教育局 2022 预算 9,000.00 70.00
yusou index --index i *.txt 2>&1 | grep -o '^[0-9]* added'
YUSOU_INDEX=$PWD/i
export YUSOU_INDEX
for query in code:205 '"公务接待费"'; do
	id=$(yusou search --type line --department 青禾区教育局 --year 2023 --format csv "$query" 2>/dev/null | grep -v ',普通教育\|,小学教育' | sed -n 2p | cut -d, -f1)
	get "id=$id" >page
	sed -n '/历年同一科目<.h2>/,/<h2>出处/p' page | sed 's/<[^>]*>/ /g; s/  */ /g' | grep -v '^ *$'
	all=$(sed -n 's/.*<a href="[^"]*?\(q=[^"]*\)">全部科目.*/\1/p' page)
	get "$all" | grep -o '<p class="found">.*\|<h3><a[^>]*>.*</a></h3>' | sed 's/<[^>]*>/ /g; s/  */ /g'
done
