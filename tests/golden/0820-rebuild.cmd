yusou export --type all --format csv >before
yusou index --rebuild $SAMPLES/1*.txt $SAMPLES/0*.txt 2>&1 | sed 's/;.*;/;/'
yusou export --type all --format csv >after
cmp before after && echo same
ls $YUSOU_INDEX
