try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

cp -R $YUSOU_INDEX whole
shorten() {
	rm -rf $YUSOU_INDEX
	cp -R whole $YUSOU_INDEX
	head -c 100 whole/gen-0001/seg-0001/$1 >$YUSOU_INDEX/gen-0001/seg-0001/$1
}

shorten docdata.glass
try search 光纤
try export
try index $SAMPLES/01-*.txt
shorten postlist.glass
try search 光纤
rm $YUSOU_INDEX/gen-0001/seg-0001/iamglass
try search 光纤
try index --rebuild $SAMPLES 2>&1 | sed 's/;.*;/;/'
try search --limit 0 光纤 --type project
