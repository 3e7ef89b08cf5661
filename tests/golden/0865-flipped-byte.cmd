yusou check --index $YUSOU_INDEX >/dev/null 2>&1
echo "=> $?"
printf 'X' | dd of=$YUSOU_INDEX/gen-0001/seg-0001/postlist.glass bs=1 seek=20000 conv=notrunc 2>/dev/null
yusou check --index $YUSOU_INDEX
