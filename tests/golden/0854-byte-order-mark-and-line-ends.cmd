{ printf '\357\273\277'; sed "s/\$/$(printf '\r')/" $SAMPLES/04-*.txt; } >a.txt
yusou index --index i a.txt 2>&1 | sed 's/;.*;/;/'
yusou export --index i --format csv | cut -d, -f1-4 >dos
yusou export --format csv | grep '^id,\|,望澜市松岚区鹭汀街道办事处,' | cut -d, -f1-4 >unix
cmp dos unix && wc -l <dos
