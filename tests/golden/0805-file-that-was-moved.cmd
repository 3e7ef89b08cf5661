mkdir d
cat $SAMPLES/04-*.txt >d/old.txt
yusou index --index i d 2>&1 | sed 's/;.*;/;/'
mv d/old.txt d/new.txt
yusou index --index i d 2>&1 | sed 's/;.*;/;/'
yusou search --index i 长者饭堂 | grep -o 'd/[a-z]*.txt'
