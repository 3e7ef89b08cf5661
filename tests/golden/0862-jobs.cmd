for n in 1 2 3; do
	yusou index --index i$n --jobs $n $SAMPLES 2>&1 | sed 's/;.*;/;/'
	yusou export --index i$n --type all >e$n
done
cmp e1 e2 && cmp e2 e3 && echo same
yusou index --index i --jobs 0 $SAMPLES/01-*.txt 2>&1 | sed 's/;.*;/;/'
yusou index --index i --jobs=-1 $SAMPLES
yusou index --index i --jobs 1000 $SAMPLES
yusou index --index i --jobs many $SAMPLES
