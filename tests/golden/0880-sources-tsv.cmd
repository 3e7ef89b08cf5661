try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
of() {
	yusou export --index i --type publication --format jsonl |
		jq -c '[.source.path, .source.url, .published, .department, .region.province, .region.county, .region.code, .year, .kind, .level]'
}

mkdir d e
cat $SAMPLES/04-*.txt >d/a.txt
cat $SAMPLES/09-*.txt >d/b.txt
# what neither says: nothing is known but what stands there
printf '某局的情况\n\n收支总表\n单位：万元\n项目\t金额\n合计\t1.00\n' >e/c.txt
try index --index i d e | sed 's/;.*;/;/'
of
# what is given beats what stands there, where it is given
printf 'file\turl\tpublished\tdepartment\tregion\tyear\tkind\tlevel\r\n' >d/sources.tsv
printf 'b.txt\thttps://a.example/b.pdf?x=1&y=2\t2024-02-29\t\t\t\t\t\r\n' >>d/sources.tsv
printf 'region\tfile\tdepartment\tyear\tkind\tpublished\n岚澜省石岚市苇泊区\tc.txt\t苇泊区星火局\t2024\t决算\t2025-08-01\n' >e/sources.tsv
try index --index i d e | sed 's/;.*;/;/'
of
try index --index i d e | sed 's/;.*;/;/'
# a row that changes is read again, and its file alone
sed -i s/2024-02-29/2024-03-01/ d/sources.tsv
try index --index i d e | sed 's/;.*;/;/'
of | sed -n 2p
# regions that no table has are found, by each name and by all
for name in 苇泊区 石岚市 岚澜省石岚市 岚澜省 石岚市本级 苇泊区本级; do
	yusou search --index i --type publication --region $name --limit 0 2>&1 | sed 's/ in [^:]*:/:/'
done
yusou search --index i --type table --facets --limit 0 --format json 收支总表 | jq -c .facets.region
# shown, cited, checked
yusou show --index i $(yusou export --index i --type publication --format csv | grep b.txt | cut -d, -f1) | grep -E '^(published|url)'
yusou check d/b.txt | head -n 3
yusou export --index i --type publication --format csv | grep -o '2024-03-01,.*'
# taken away
rm d/sources.tsv
try index --index i d e | sed 's/;.*;/;/'
of | sed -n 2p
