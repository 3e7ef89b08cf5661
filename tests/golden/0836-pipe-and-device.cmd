try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d
mkfifo d/pipe.txt
cat $SAMPLES/04-*.txt >d/good.txt
try index --index i d | sed 's/;.*;/;/'
try index --index j d/pipe.txt /dev/null
