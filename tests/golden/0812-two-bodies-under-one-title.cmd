# Covers that name different bodies: neither replaces the other, and what was indexed stays.
try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
budget() {
	printf '星火中学2025年单位预算\n\n预算主管部门：%s\n\n收支总表\n单位：万元\n收入\t金额\t支出\t金额\n拨款\t%s\t教育支出\t%s\n合计\t%s\t合计\t%s\n' "$1" $2 $2 $2 $2
}
of() {
	yusou export --index $1 --type publication --format jsonl 2>&1 | jq -r '[.source.path, .department, .total_income_yuan] | @csv'
}

mkdir d
budget 云溪县教育局 1.00 >d/a.txt
budget 芷汀县教育局 2.00 >d/b.txt
# nothing was there before
try index --index i d | sed 's/;.*;/;/'
# one was
try index --index i d/a.txt | sed 's/;.*;/;/'
try index --index i d | sed 's/;.*;/;/'
of i
# it may change
budget 云溪县教育局 3.00 >d/a.txt
try index --index i d | sed 's/;.*;/;/'
of i
# a rebuild keeps it as well
try index --index i --rebuild d | sed 's/;.*;/;/'
of i
# a short name is no other body
budget 教育局 4.00 >d/b.txt
touch -d 2001-01-01T00:00:00Z d/a.txt
try index --index i d | sed 's/;.*;/;/'
of i
yusou stats --index i | tail -n 1
yusou stats --index i --format json | jq -c .superseded
# somebody says whose they are
budget 芷汀县教育局 2.00 >d/b.txt
printf 'file\tdepartment\na.txt\t云溪县星火中学\nb.txt\t芷汀县星火中学\n' >d/sources.tsv
try index --index j d | sed 's/;.*;/;/'
of j
