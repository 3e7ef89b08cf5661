# a word that stands in a table alone
yusou search 公益一类事业单位 2>&1 | sed 's/ in [0-9.]* ms//'
yusou search --type table --format json 行政单位 2>/dev/null | jq -c '.hits[] | [.title, .source.rows, .snippet_field, (.snippet | map(.text) | add)]'
yusou search --type table --limit 1 '没有政府性基金预算支出' | sed 's/ *\[.*//'
