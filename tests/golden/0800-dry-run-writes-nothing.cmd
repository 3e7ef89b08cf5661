try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try index --dry-run --index i $SAMPLES/01-*.txt | sed 's/;.*;/;/'
ls -A
try index --dry-run --rebuild $SAMPLES/01-*.txt | sed 's/;.*;/;/'
ls $YUSOU_INDEX
