try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try index --rebuild $SAMPLES/01-*.txt
try stats | grep 'generation\|publication'
try index --rebuild --force $SAMPLES/01-*.txt | sed 's/;.*;/;/'
try stats | grep 'generation\|publication'
