command -v flock >/dev/null || { echo "flock (util-linux) is not here"; exit 77; }
exec flock $YUSOU_INDEX/lock yusou index $SAMPLES
