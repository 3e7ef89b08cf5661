yusou index --index i $SAMPLES/01-*.txt $SAMPLES/04-*.txt $SAMPLES/09-*.txt 2>/dev/null
yusou stats --index i --format json | sed 's/\("section":\|"table":\|"bytes":\|"name":"seg-0001","records":\)[0-9]*/\1N/g'
