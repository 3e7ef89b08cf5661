# Each publication in an archive is one of its own, with its path through the archive; what is wrong with one is said of it.
page() {
	printf '<html><head><meta charset="utf-8"></head><body><p>%s</p><p>部门预算项目支出表</p>' "$1"
	printf '<table><tr><th>项目名称</th><th>金额（万元）</th></tr><tr><td>%s</td><td>%s</td></tr></table></body></html>' "$2" "$3"
}
try() {
	yusou index --index i "$@" 2>&1 | sed 's/;.*generation/; generation/; s/;.*nothing/; nothing/; s/no publication: .*/no publication/'
}
paths() {
	yusou export --index "$1" --type project --format jsonl | jq -r '[.title, .source.path, .source.url] | @tsv' | sort
}
pack() {
	tar -cf $dir/all.tar -C made "$@"
	touch -d "2024-01-$((day = ${day:-0} + 1))" $dir/all.tar
}

dir=x
mkdir -p made/a made/b x
page 星火县体育局2024年部门预算 健身步道维护 60.00 >made/a/1.html
page '' 少年体校训练补助 40.00 | sed 's/<p>部门/<p>/' >made/a/2.html
page 星火县林业局2024年部门预算 苗圃管护 25.00 >made/b/3.html
page 星火县民政局2024年部门预算 养老服务 35.00 >made/4.html
tar -cf made/b/c.tar -C made 4.html
printf '{\\rtf1\\ansi}' >made/b/5.html
echo 'no publication' >made/b/6.txt
touch made/a/.hidden made/b/sources.tsv
printf 'file\turl\nall.tar\thttps://example.org/all.tar\nall.tar!/b/3.html\thttps://example.org/3.html\n' >x/sources.tsv
pack a b

echo "one cannot be read"
yusou index --index i x 2>/dev/null
echo "exit $?"
try x
paths i
yusou search --index i 苗圃管护
echo "mended, and packed in another order"
rm made/b/5.html
pack b/6.txt b a
try x
echo "unchanged"
try x
echo "moved"
mv x y
dir=y
try y
yusou index --index i --format json y 2>/dev/null | jq -c '[.unchanged, .parts, .bytes]'
echo "unpacked it is the same"
mkdir u
tar -xf y/all.tar -C u
mkdir u/b/c
tar -xf u/b/c.tar -C u/b/c
rm u/b/c.tar
yusou index --index u.index u 2>/dev/null
paths u.index
echo "one less, one renamed"
mv made/b/c.tar made/d.tar
pack a b/6.txt d.tar
try y
echo "one publication"
pack a
try y
paths i
echo "several again"
pack a b
try y
echo "cut off"
head -c 700 y/all.tar >cut
mv cut y/all.tar
try y
echo "gone"
rm y/all.tar
try --prune --force y
