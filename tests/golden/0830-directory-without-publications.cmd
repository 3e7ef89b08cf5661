try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir -p d/deeper
try index --index i d
touch d/report.pdf d/deeper/scan.jpg
try index --index i d
try search --index i 光纤
try index d | sed 's/;.*;/;/'
