# each value of a facet and each department says how many it has: its link finds as many
found() {
	sed -n 's/.*role="status">找到 \([0-9,]*\) 条.*/\1/p'
}
while read -r query; do
	get "$query" >page
	grep -o '<li><a href="[^"]*">[^<]*</a> <i>[0-9,]* 条</i>\|<li><a href="[^"]*">[^<]*</a><br><span class="by">[0-9,]* 条' page |
		sed 's/<li><a href="[^?]*?\([^"]*\)">\([^<]*\)<.*>\([0-9,]*\) 条.*/\1 \3 \2/; s/&amp;/\&/g' >counts
	echo "$query $(wc -l <counts)"
	while read -r link count name; do
		got=$(get "$link" | found)
		[ "$got" = "$count" ] || echo "$name: $count, and $got behind the link"
	done <counts
done <<'END'
q=%E8%B4%B9
q=%E7%89%A9%E4%B8%9A%E7%AE%A1%E7%90%86
q=%E6%9C%8D%E5%8A%A1+%E5%B9%B4:2021..2024
q=%E6%9C%8D%E5%8A%A1+kind:%E9%A2%84%E7%AE%97
q=%E8%B4%B9&region=%E5%8E%BF
q=%E6%94%AF%E5%87%BA&type=table
type=section
type=publication
type=department
q=%E8%B4%B9&sort=amount&exact=1
amount=100%E4%B8%87..
END
