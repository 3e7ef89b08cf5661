try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
sample() {
	sed "s/$2/$3/g" $SAMPLES/$1-*.txt
}

sample 09 骨干光纤租赁 骨干光纤租赁 >a.txt
try index --index i a.txt | sed 's/;.*;/;/'
sample 09 骨干光纤租赁 骨干线路租用 >a.txt
try index --index i a.txt | sed 's/;.*;/;/'
try search --index i --exact 骨干光纤租赁
try search --index i --exact --format csv 骨干线路租用 | cut -d, -f3,4
sample 09 骨干光纤租赁 骨干光纤租赁 >a.txt
try index --index i a.txt | sed 's/;.*;/;/'
try search --index i --exact --format csv 骨干光纤租赁 | cut -d, -f3,4
try search --index i --exact 骨干线路租用
