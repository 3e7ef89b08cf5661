sed '1s/"tokeniser":[0-9]*/"tokeniser":999/' $YUSOU_INDEX/gen-0001/manifest.jsonl >changed
mv changed $YUSOU_INDEX/gen-0001/manifest.jsonl
yusou search 光纤
