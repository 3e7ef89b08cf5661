# root may do anything
[ $(id -u) -ne 0 ] || { echo "permissions do not bind root"; exit 77; }
mkdir -p d/closed
cat $SAMPLES/04-*.txt >d/good.txt
cat $SAMPLES/09-*.txt >d/bad.txt
chmod a-r d/bad.txt d/closed
yusou index --index i d 2>&1 | sed 's/;.*;/;/; s/^\(yusou: [^:]*\):.*:/\1:/'
chmod u+r d/closed
yusou search --index i --limit 0 长者饭堂
