mkdir d
cat $SAMPLES/04-*.txt >d/a.txt
cat $SAMPLES/04-*.txt >d/b.txt
yusou index --index i d 2>&1 | sed 's/;.*;/;/'
yusou search --index i --limit 0 长者饭堂
