try() {
	yusou "$@" 2>/dev/null
	echo "=> $?"
}

mask() {
	sed 's/\("took_ms":\|"section":\|"table":\|"item":\|"warnings":\)[0-9]*/\1N/g'
}

cp $SAMPLES/04-*.txt a.txt
touch -d 2020-01-01T00:00:00Z a.txt
: >b.txt
try index --index i --format json a.txt b.txt | mask
try index --index i --format json a.txt | mask
try index --index i --format json --dry-run --rebuild a.txt | mask
try index --index i --format xml a.txt
