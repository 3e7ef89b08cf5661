# What was indexed of an archive of several publications stays while it cannot be read, also in a rebuild.
page() {
	printf '<html><head><meta charset="utf-8"></head><body><p>%s</p><p>部门预算项目支出表</p>' "$1"
	printf '<table><tr><th>项目名称</th><th>金额（万元）</th></tr><tr><td>设备购置</td><td>12.00</td></tr></table></body></html>'
}
try() {
	yusou index --index i "$@" 2>&1 | sed 's/;.*generation/; generation/; s/;.*nothing/; nothing/; s/no publication: .*/no publication/'
}
mkdir x
page 星火县体育局2024年部门预算 >1.html
page 星火县林业局2024年部门预算 >2.html
page 星火县民政局2024年部门预算 >3.html
tar -cf x/all.tar 1.html 2.html
try x
echo 'no archive' >x/all.tar
try x
try --rebuild x
try x
printf '{\\rtf1\\ansi}' >1.html
tar -cf x/all.tar 1.html 2.html 3.html
try --rebuild x
try x
yusou search --index i --type publication 2024年 2>&1 | grep '^ *[0-9]'
yusou index --index i --dry-run --jobs 3 x 2>&1 | tail -1 | sed 's/;.*//'
