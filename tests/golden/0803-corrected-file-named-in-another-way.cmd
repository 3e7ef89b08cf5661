# An older time of modification does not matter where it is the same file.
sed s/骨干光纤租赁/骨干光纤租赁/g $SAMPLES/09-*.txt >a.txt
yusou index --index i a.txt 2>&1 | sed 's/;.*;/;/'
sed s/骨干光纤租赁/骨干线路租用/g $SAMPLES/09-*.txt >a.txt
touch -d 2001-01-01T00:00:00Z a.txt
yusou index --index i ./a.txt 2>&1 | sed 's/;.*;/;/'
yusou search --index i --exact 骨干光纤租赁
