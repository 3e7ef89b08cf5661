mkdir -p d/.git d/sub
cat $SAMPLES/04-*.txt >d/.git/a.txt
cat $SAMPLES/04-*.txt >d/.a.txt
cat $SAMPLES/09-*.txt >d/sub/UPPER.TXT
echo text >d/notes.md
yusou index --index i d 2>&1 | sed 's/;.*;/;/'
yusou export --index i --type publication --format csv | cut -d, -f25 | tail -n 1
