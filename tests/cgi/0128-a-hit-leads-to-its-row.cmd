# without a look at the tables of each hit: the table is named by its number in the publication
get 'q=%E9%A3%9F%E5%A0%82' >page
grep -o 'href="[^"]*table=[^"]*#r[0-9]*"' page | sed 's/^href="//; s/"$//; s/&amp;/\&/g' >rows
wc -l <rows
grep -o '<h3><a [^>]*>.*</a></h3>' page | sed 's/<[^>]*>//g' | head -n 3
head -n 3 rows | while read -r address; do
	get "$(echo "$address" | sed 's/.*?//; s/#.*//')" | grep "<tr id=\"${address#*#}\"" | sed 's/<[^>]*>/ /g'
done
# the page is that of the table: its links name it
get "$(sed -n '1s/.*?//p' rows | sed 's/#.*//')" | grep -o 'href="[^"]*format=csv"' | head -n 1 | sed 's/id=t[a-z0-9]*/id=TABLE/'
publication=$(sed -n '1s/.*?id=\([a-z0-9]*\)&.*/\1/p' rows)
for table in 999 0 x; do
	get "id=$publication&table=$table&format=json" | sed -n '1p; $p'
done
