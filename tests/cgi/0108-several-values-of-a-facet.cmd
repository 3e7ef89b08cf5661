# what is chosen is marked, others stay and are added; the one that is chosen is taken away
facet() {
	sed -n "s/.*<h3>按$1<\/h3>/&/; /<h3>按$1</,/<\/section>/p" page | grep '^<li>' | sed 's/amp;//g'
}
total() {
	grep -o 'role="status">[^<]*' page
}
for query in 'q=%E8%B4%B9&year=2021' 'q=%E8%B4%B9&year=2021,2023' 'q=%E8%B4%B9&year=2021..2022'; do
	echo "$query"
	get "$query" >page
	total
	facet 年度
done
get 'q=%E8%B4%B9&region=%E5%9C%B0%E5%8C%BA%E4%B8%8D%E8%AF%A6&kind=%E9%A2%84%E7%AE%97,%E5%86%B3%E7%AE%97' >page
total
facet 地区 | head -n 3
grep -o '<ul class="chips".*' page
grep -A2 'class="chips"' page | sed -n 's/.*aria-label="\(去掉[^"]*\)".*/\1/p'
