yusou index --index i $SAMPLES/01-*.txt $SAMPLES/04-*.txt $SAMPLES/09-*.txt 2>/dev/null
yusou stats --index i | grep -v '^section\|^table' |
	sed 's/[0-9]* records/N records/; s/[0-9.]* MB/N MB/'
