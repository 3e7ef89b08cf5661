# A title that names no department: the file name tells publications apart.
sed "1,12d; s,望澜市松岚区鹭汀街道办事处,,g" $SAMPLES/04-*.txt >"$(printf 'a\377.txt')"
sed "1,12d; s,望澜市松岚区鹭汀街道办事处,,g" $SAMPLES/04-*.txt | sed s/长者饭堂/老人饭堂/g >"$(printf 'a\376.txt')"
yusou index --index i a*.txt 2>&1 | sed 's/;.*;/;/'
yusou index --index i a*.txt 2>&1 | sed 's/;.*;/;/'
yusou search --index i --limit 0 饭堂
