id=$(yusou search --type section --limit 1 --format csv 政府采购 | sed 1d | cut -d, -f1)
get "id=$id"
