for file in "$YUSOU_INDEX"/gen-0001/seg-*/postlist.glass; do : >"$file"; done
get 'q=%E9%A3%9F&format=json' 2>stderr | sed -n '1p; $p'
grep -c glass stderr
