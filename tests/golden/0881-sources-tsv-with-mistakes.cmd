# Each is said with its line and what to do; the rest counts.
try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d d/sub
cat $SAMPLES/04-*.txt >d/a.txt
cat $SAMPLES/09-*.txt >d/b.txt
cat $SAMPLES/12-*.txt >d/sub/c.txt
{
	printf 'file\turl\tnote\tpublished\tyear\tkind\tlevel\tregion\turl\n'
	printf 'a.txt\tjavascript:alert(1)\tsay\t2024-13-01\t24\t预算草案\t街道\t白云区\n'
	printf '\nsub/c.txt\thttps://a.example/c\n'
	printf 'gone.txt\thttps://a.example/c\n'
	printf '\thttps://a.example/c\n'
	printf 'b.txt\t"https://a.example/""b"""\t\t2024-3-1\t\t\t\t教育局\t\tmore\n'
	printf 'b.txt\thttps://a.example/again\n'
	printf '\377\376\thttps://a.example/c\n'
	printf 'a\000b\n'
} >d/sources.tsv
try index --index i d | sed 's/;.*;/;/'
yusou export --index i --type publication --format jsonl | jq -c '[.source.path, .source.url, .published, .year, .kind]'
# a file that is no table at all
for head in 'name\turl\n' 'file,url\na.txt,https://a.example/a\n' '\377\376f\000i\000' ''; do
	printf "$head" >d/sources.tsv
	try check d/a.txt | grep -v '^ ' | sed 's/;.*//'
done
# one that cannot be read changes nothing
rm d/sources.tsv
mkdir d/sources.tsv
touch d/a.txt
try index --index i d | sed 's/;.*;/;/'
