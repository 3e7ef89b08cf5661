try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
sed '1s/"schema":[0-9]*/"schema":999/' $YUSOU_INDEX/gen-0001/manifest.jsonl >changed
mv changed $YUSOU_INDEX/gen-0001/manifest.jsonl
try search 光纤
try show pxxxxxxxxxxxxxxxx
try export
try index $SAMPLES
# whoever asks what there is must be told, whatever version made it
try stats | grep schema
try index --rebuild $SAMPLES | sed 's/;.*;/;/'
try stats | grep schema
yusou search 长者饭堂 >/dev/null
