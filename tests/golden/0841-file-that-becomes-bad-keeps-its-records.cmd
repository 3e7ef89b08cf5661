try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d
cat $SAMPLES/04-*.txt >d/a.txt
cat $SAMPLES/09-*.txt >d/b.txt
try index --index i d | sed 's/;.*;/;/'
: >d/a.txt
try index --index i d | sed 's/;.*;/;/'
try search --index i --limit 0 长者饭堂
cat $SAMPLES/04-*.txt >d/a.txt
try index --index i d | sed 's/;.*;/;/'
