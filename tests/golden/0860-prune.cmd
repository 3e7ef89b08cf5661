try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d e
cp $SAMPLES/01-*.txt $SAMPLES/04-*.txt $SAMPLES/09-*.txt d
cp $SAMPLES/02-*.txt e
try index --index i d e | sed 's/;.*;/;/'
rm d/04-*.txt e/02-*.txt
try index --index i d e | sed 's/;.*;/;/'
# only what lies below the paths named
try index --index i --prune d | sed 's/;.*;/;/'
try search --index i --limit 0 长者饭堂 --exact
try stats --index i | grep publication
# a path that is gone itself
rm -r e
try index --index i e | sed 's/;.*;/;/'
try index --index i --prune e | sed 's/;.*;/;/'
# most of them
rm d/*
try index --index i --prune d | sed 's/;.*;/;/'
try index --index i --prune --force d | sed 's/;.*;/;/'
