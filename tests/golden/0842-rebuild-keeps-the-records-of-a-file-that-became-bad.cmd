try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir d
cp $SAMPLES/01-*.txt $SAMPLES/04-*.txt d
try index --index i d | sed 's/;.*;/;/'
: >d/04-luting-jiedao-2024.txt
try index --rebuild --index i d | sed 's/;.*;/;/'
try search --index i --limit 1 长者饭堂 | sed 's/ms: .*/ms/'
# what is of another version cannot be taken over
sed '1s/"schema":[0-9]*/"schema":0/' i/gen-0002/manifest.jsonl >m && mv m i/gen-0002/manifest.jsonl
try index --rebuild --index i d | sed 's/; [0-9].*;/;/'
