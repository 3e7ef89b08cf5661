yusou index --index i $SAMPLES/04-*.txt 2>/dev/null
yusou export --index i --type item --format csv | tr -d '\r' | cut -c1-30
yusou export --index i --type item
