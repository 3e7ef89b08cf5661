cat $SAMPLES/09-*.txt >b.txt
cat $SAMPLES/04-*.txt >a.txt
for file in b.txt a.txt; do
	yusou index --index i $file 2>/dev/null
done
yusou export --index i --format csv | cut -d, -f1,3 | sort >here
yusou export --format csv | grep '^id,\|,望澜市松岚区鹭汀街道办事处,\|,雁陂市大数据中心,' | cut -d, -f1,3 | sort >there
cmp here there && wc -l <here
