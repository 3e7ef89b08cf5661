try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

cat $SAMPLES/09-*.txt >a.txt
try index --index i a.txt | sed 's/;.*;/;/'
cat $SAMPLES/04-*.txt >a.txt
try index --index i a.txt | sed 's/;.*;/;/'
try search --index i 光纤
try search --index i --format csv 长者饭堂 | cut -d, -f3,4
try stats --index i | grep 'publication\|hidden'
