try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

rm -r $YUSOU_INDEX/gen-0001
try search 光纤
