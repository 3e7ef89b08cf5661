# The same files give the same export, whatever the order and however many runs.
for file in $SAMPLES/13-*.txt $SAMPLES/0[4-9]-*.txt $SAMPLES/1[0-2]-*.txt $SAMPLES/0[1-3]-*.txt; do
	yusou index --index i $file 2>/dev/null
done
yusou export --index i --type all >stepwise
yusou export --type all >at-once
cmp stepwise at-once && echo same
[ $(yusou stats --index i | sed -n 's/^segments *//p') -le 8 ] && echo few segments
