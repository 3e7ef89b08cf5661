first() {
	yusou search --limit 1 --format csv "$@" 2>/dev/null | sed 1d | cut -d, -f1
}
# the row of that address, on the page of the table
row() {
	get "$(echo "$1" | sed 's/.*?//; s/#.*//')" | grep "<tr id=\"${1#*#}\"" | sed 's/<[^>]*>/ /g'
}
for id in $(first 食堂) $(first --type item 政务云) $(first --type line code:2060503); do
	get "id=$id" >page
	grep -o 'href="[^"]*#r[0-9]*"' page | sed 's/^href="//; s/"$//' | sort -u | while read -r address; do
		echo "$address"
		row "$address"
	done
	# and where rows are shown, the one that is meant is marked
	grep -o 'class="here">.*' page | sed 's/<[^>]*>/ /g'
done
