sample() {
	sed "s/$2/$3/g" $SAMPLES/$1-*.txt
}

mkdir d
cat $SAMPLES/04-*.txt >d/a.txt
cat $SAMPLES/09-*.txt >d/b.txt
yusou index --index i d 2>&1 | sed 's/;.*;/;/'
sample 09 骨干光纤租赁 骨干线路租用 >d/a.txt
touch -d 2001-01-01T00:00:00Z d/a.txt
yusou index --index i d 2>&1 | sed 's/;.*;/;/'
yusou search --index i 长者饭堂
yusou search --index i --format csv 骨干 2>/dev/null | cut -d, -f3,25
