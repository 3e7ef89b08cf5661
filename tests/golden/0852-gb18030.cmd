iconv -f UTF-8 -t GB18030 $SAMPLES/08-*.txt >a.txt
yusou index --index i a.txt 2>&1 | sed 's/;.*;/;/'
yusou search --index i --format csv 水雨情 | cut -d, -f3,4
