mkdir d
cat $SAMPLES/04-*.txt >publication
cat $SAMPLES/09-*.txt >d/publication
yusou index --index i publication d 2>&1 | sed 's/;.*;/;/'
