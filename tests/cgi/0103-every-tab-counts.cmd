# and finds as many
while read -r query; do
	get "$query" | sed -n '/<nav aria-label="类型">/,/<\/nav>/p' >tabs
	echo "$query" $(sed 's/<[^>]*>//g' tabs)
	grep -o '<a href="[^"]*">[^<]* <small>[0-9,]*' tabs | sed 's/<a href="[^?]*?\([^"]*\)">\([^<]*\) <small>\(.*\)/\1 \3 \2/; s/&amp;/\&/g' |
		while read -r link count name; do
			got=$(get "$link" | sed -n 's/.*role="status">找到 \([0-9,]*\) 条.*/\1/p')
			[ "${got:-0}" = "$count" ] || echo "$name: $count, and $got behind the link"
		done
done <<'END'
q=%E8%B4%B9
q=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9
type=publication
year=2021
type=line&kind=%E5%86%B3%E7%AE%97
q=%E6%95%99%E8%82%B2%E5%B1%80&type=publication
END
