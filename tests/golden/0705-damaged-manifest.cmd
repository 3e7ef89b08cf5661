try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
head -c 100 $YUSOU_INDEX/gen-0001/manifest.jsonl >cut
mv cut $YUSOU_INDEX/gen-0001/manifest.jsonl
try search 光纤
try stats
try index $SAMPLES
try index --rebuild $SAMPLES | sed 's/;.*;/;/'
yusou search 长者饭堂 >/dev/null
