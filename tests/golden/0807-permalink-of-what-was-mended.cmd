# Whose a publication is was mended: its permalinks, and those of all its records, lead to what they became.
try() {
	yusou "$@" 2>&1 | sed 's/;.*generation/; generation/'
}
# what the ids of all records lead to, but for departments, which are in several publications
lead() {
	while read -r id title; do
		yusou show --index i --format json $id 2>/dev/null | jq -r '[.title, .department, .publication == null] | @csv'
	done <ids | sort | uniq -c | sed 's/^ *//' | sed -n "$1"
}
listed() {
	yusou export --index i --type all --format jsonl | jq -r 'select(.type != "department") | [.id, .title] | join(" ")'
}

mkdir d
sed 's/青禾县政务服务数据管理局/数据管理局/' $SAMPLES/04-*.txt >d/a.txt
try index --index i d
listed >ids
wc -l <ids | tr -d ' '
lead '1,3p'
echo "sources.tsv says whose it is"
printf 'file\tdepartment\na.txt\t松岚区鹭汀街道办公室\n' >d/sources.tsv
try index --index i d
listed >new
for id in $(head -n 2 ids | cut -d' ' -f1); do yusou show --index i $id 2>&1 | head -n 2; done
lead '1,3p'
echo "known still after a rebuild and a second mend"
try index --index i --rebuild d
printf 'file\tdepartment\na.txt\t望澜市松岚区鹭汀街道办公室\n' >d/sources.tsv
try index --index i d
lead '1,3p'
cp new ids
lead '1,3p'
echo "what is another publication is not what it was"
rm d/sources.tsv
cat $SAMPLES/09-*.txt >d/a.txt
try index --index i d
yusou show --index i $(head -n 1 ids | cut -d' ' -f1)
echo "=> $?"
