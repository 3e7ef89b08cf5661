try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

cat $SAMPLES/04-*.txt >a.txt
for n in 1 2 3 4; do
	echo "注：第$n版。" >>a.txt
	yusou index --index i a.txt 2>/dev/null
done
cat i/current
ls i
