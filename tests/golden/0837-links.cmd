try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d e
cat $SAMPLES/04-*.txt >e/real.txt
ln -s nowhere d/broken.txt
ln -s nowhere d/broken-but-not-text
ln -s loop.txt d/loop.txt
ln -s ../e d/directory
ln -s .. d/upwards
ln -s ../e/real.txt d/file.txt
try index --index i d | sed 's/;.*;/;/' | sort
yusou search --index i 长者饭堂 | grep -o 'd/[a-z]*.txt'
# of what is indexed nothing is lost, and what is named must be there
ln -sf file.txt d/file.txt
try index --index i d | sed 's/;.*;/;/' | grep -v broken
yusou search --index i 长者饭堂 | grep -o 'd/[a-z]*.txt'
try index --index i d/loop.txt
