try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

cat $SAMPLES/04-*.txt >a.txt
try index --index i a.txt | sed 's/;.*;/;/'
echo '注：本表已更正。' >>a.txt
try index --index i a.txt | sed 's/;.*;/;/'
try stats --index i | grep 'segments\|hidden'
try index --index i --rebuild a.txt | sed 's/;.*;/;/'
try stats --index i | grep 'segments\|hidden'
