# Each publication in an archive is checked, by itself and as it is indexed.
page() {
	printf '<html><head><meta charset="utf-8"></head><body><p>%s</p><p>部门预算项目支出表</p><p>单位：万元</p>' "$1"
	printf '<table><tr><th>项目名称</th><th>金额</th></tr><tr><td>合计</td><td>%s</td></tr><tr><td>%s</td><td>%s</td></tr></table></body></html>' "$4" "$2" "$3"
}
page 星火县体育局2024年部门预算 健身步道维护 60.00 60.00 >1.html
page 星火县林业局2024年部门预算 苗圃管护 25.00 26.00 >2.html
printf '{\\rtf1\\ansi}' >3.html
tar -cf all.tar 1.html 2.html 3.html
yusou check --only mismatch all.tar
echo "exit $?"
yusou index --index i all.tar 2>/dev/null
yusou check --only mismatch --index i
echo "exit $?"
