# root may do anything
[ $(id -u) -ne 0 ] || { echo "permissions do not bind root"; exit 77; }
chmod -R a-w $YUSOU_INDEX
yusou search --limit 0 长者饭堂
yusou index $SAMPLES
status=$?
chmod -R u+w $YUSOU_INDEX
exit $status
