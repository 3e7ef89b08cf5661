command -v systemd-analyze >/dev/null || { echo "systemd-analyze is not here"; exit 77; }
mkdir units docs
sed "s#/usr/local/bin/yusou#$(command -v yusou)#" "$PUBLISHED"/../doc/systemd/yusou-index.service >units/yusou-index.service
cp "$PUBLISHED"/../doc/systemd/yusou-index.path "$PUBLISHED"/../doc/systemd/yusou-index.timer units
systemd-analyze verify --man=no units/yusou-index.service units/yusou-index.path units/yusou-index.timer
echo "=> $?"
# the command itself, on a directory of ours
cp "$SAMPLES"/01-*.txt docs
$(sed -n 's/^ExecStart=//p' units/yusou-index.service | sed "s#/srv/yusou/index#$YUSOU_INDEX#; s#/srv/yusou/publications#docs#") 2>&1 |
	sed 's/;.*//'
