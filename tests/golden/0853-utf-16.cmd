iconv -f UTF-8 -t UTF-16LE $SAMPLES/02-*.txt >without-mark.txt
{ printf '\376\377'; iconv -f UTF-8 -t UTF-16BE $SAMPLES/04-*.txt; } >big-endian.txt
yusou index --index i without-mark.txt big-endian.txt 2>&1 | sed 's/;.*;/;/'
yusou search --index i --format csv 校车 | cut -d, -f3,4
yusou search --index i --format csv 长者饭堂 | cut -d, -f3,4
