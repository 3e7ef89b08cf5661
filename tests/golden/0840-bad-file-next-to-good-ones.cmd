try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d
cat $SAMPLES/04-*.txt >d/a.txt
cat $SAMPLES/09-*.txt >d/c.txt
printf '{\\rtf1 }' >d/b.txt
try index --index i d | sed 's/;.*;/;/'
try search --index i --limit 0 长者饭堂
try search --index i --limit 0 骨干光纤
