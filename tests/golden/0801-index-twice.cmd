try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d
cp $SAMPLES/01-*.txt $SAMPLES/09-*.txt d
try index --index i d | sed 's/;.*;/;/'
try index --index i d | sed 's/;.*;/;/'
try index --index i ./d $PWD/d d/01-*.txt | sed 's/;.*;/;/'
cat i/current
