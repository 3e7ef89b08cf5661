sed -i '1s/"schema":[0-9]*/"schema":99/' "$YUSOU_INDEX"/gen-0001/manifest.jsonl
get 'q=x&format=json' 2>stderr | sed -n '1p; $p'
grep -c "$YUSOU_INDEX" stderr
