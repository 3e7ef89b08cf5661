try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try index --index i nowhere
try index nowhere $SAMPLES/01-*.txt | sed 's/;.*;/;/'
