get 'q=%E6%94%BF%E5%8A%A1%E4%BA%91&format=json' | sed '1,/^$/d' | sed 's/"took_ms":[0-9.]*//' >web
yusou search --format json --limit 20 --facets 政务云 2>/dev/null | sed 's/"took_ms":[0-9.]*//' >command
cmp web command && echo the same
id=$(yusou search --limit 1 --format csv 食堂 2>/dev/null | sed 1d | cut -d, -f1)
get "id=$id&format=json" | sed '1,/^$/d' >web
yusou show --format json "$id" >command
cmp web command && echo the same
