# Parts of one publication in one archive, and in another those of two bodies.
page() {
	printf '<html><head><meta charset="utf-8"></head><body><p>%s</p>' "$1"
	printf '<table><tr><th>项目名称</th><th>金额（万元）</th></tr><tr><td>%s</td><td>%s</td></tr></table></body></html>' "$2" "$3"
}
try() {
	yusou index --index i "$@" 2>&1 | sed 's/;.*generation/; generation/'
}

mkdir a b
page 星火县体育局2024年部门预算 健身步道维护 60.00 >a/1.html
page 部门预算项目支出表 少年体校训练补助 40.00 >a/2.html
page 星火县林业局2024年部门预算 苗圃管护 25.00 >b/3.html
tar -cf one.tar a
tar -cf two.tar a b
touch -d 2024-01-01 one.tar
touch -d 2024-01-02 two.tar
try one.tar two.tar
yusou search --index i 少年体校训练补助
echo "unpacked"
mkdir d
cp a/1.html b/3.html d
try d
