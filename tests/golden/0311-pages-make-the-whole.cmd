yusou search --format csv --limit 100 食堂 | sed 1d >whole
for offset in 0 3 6 9; do
	yusou search --format csv --limit 3 --offset $offset 食堂 | sed 1d
done >pages
cmp whole pages && wc -l <whole
