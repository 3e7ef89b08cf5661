try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
sample() {
	sed "s/$2/$3/g" $SAMPLES/$1-*.txt
}

mkdir d
sample 09 骨干光纤租赁 骨干光纤租赁 >d/a.txt
sample 09 骨干光纤租赁 骨干线路租用 >d/b.txt
touch -d 2024-05-02T00:00:00Z d/a.txt
touch -d 2024-05-01T00:00:00Z d/b.txt
try index --index i d | sed 's/;.*;/;/'
try search --index i --format csv 骨干 | cut -d, -f3,25
touch -d 2024-05-03T00:00:00Z d/b.txt
try index --index i d | sed 's/;.*;/;/'
try search --index i --format csv 骨干 | cut -d, -f3,25
