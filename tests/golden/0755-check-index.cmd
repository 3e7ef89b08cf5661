# Without files: what is indexed, read again where it was indexed from.
yusou check >indexed
echo "=> $?"
yusou check $SAMPLES >files
cmp indexed files && echo same
yusou check --index $YUSOU_INDEX | tail -1
