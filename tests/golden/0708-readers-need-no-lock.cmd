command -v flock >/dev/null || { echo "flock (util-linux) is not here"; exit 77; }
flock $YUSOU_INDEX/lock yusou search 长者饭堂 >/dev/null
flock $YUSOU_INDEX/lock yusou stats | sed 1d | head -n 1
flock $YUSOU_INDEX/lock yusou index --dry-run $SAMPLES/01-*.txt 2>&1 | sed 's/;.*;/;/'
