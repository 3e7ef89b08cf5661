# but for the addresses of records and of the next page, which only a site has
bare() {
	sed 's/"took_ms":[0-9.]*//; s/"next":[^,]*,//; s/"url":"http[^"]*",//g; s/,"url":"http[^"]*"}$/}/'
}
get 'q=%E6%94%BF%E5%8A%A1%E4%BA%91&format=json' | sed '1,/^$/d' | bare >web
yusou search --format json --limit 20 --facets 政务云 2>/dev/null | bare >command
cmp web command && echo the same
id=$(yusou search --limit 1 --format csv 食堂 2>/dev/null | sed 1d | cut -d, -f1)
get "id=$id&format=json" | sed '1,/^$/d' | bare >web
yusou show --format json "$id" >command
cmp web command && echo the same
