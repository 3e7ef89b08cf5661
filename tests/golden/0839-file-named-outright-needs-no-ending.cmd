cat $SAMPLES/04-*.txt >publication
yusou index --index i publication 2>&1 | sed 's/;.*;/;/'
