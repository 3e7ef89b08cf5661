try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d
# tables in the form of a converter that keeps no columns
sed 's/	/ /g' $SAMPLES/04-*.txt >d/blanks.txt
# prose alone
grep -v '	' $SAMPLES/09-*.txt >d/prose.txt
# one table taken out
awk '/^收入决算表$/ { out = 1 } /^支出决算表$/ { out = 0 } !out' $SAMPLES/12-*.txt >d/without.txt
try index --index i d | sed 's/; [0-9]* publ.*;/;/'
try index --index j --warnings d | sed 's/; [0-9]* publ.*;/;/'
yusou stats --index i | grep ^lost
yusou stats --index i --format json | jq -c '.lost[]'
yusou export --index i --type publication --format jsonl | jq -c '[.source.path, (.warnings[] | .code)]'
yusou check d | grep -E '^d/|lost|no-tables' | sed 's/:.*//'
# unchanged, nothing is said again
try index --index i d | sed 's/; [0-9]* publ.*;/;/'
