cat $SAMPLES/04-*.txt >a
for how in --dry-run --jobs=1 --jobs=1 --rebuild; do
	yusou index $how --index i . 2>&1 | sed 's/;.*;/;/'
done
yusou check . 2>&1 >/dev/null
