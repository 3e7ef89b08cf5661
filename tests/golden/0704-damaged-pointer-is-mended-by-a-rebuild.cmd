try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
echo nonsense >$YUSOU_INDEX/current
try search 光纤
try index $SAMPLES
try index --rebuild $SAMPLES | sed 's/;.*;/;/'
cat $YUSOU_INDEX/current
yusou search 长者饭堂 >/dev/null
