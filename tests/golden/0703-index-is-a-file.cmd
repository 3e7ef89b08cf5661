try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

echo text >file
try search --index file 光纤
try index --index file $SAMPLES
try index --index file/inside $SAMPLES
cat file
