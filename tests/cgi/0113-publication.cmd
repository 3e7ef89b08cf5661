id=$(yusou search --type publication --limit 1 --format csv 教育局 | sed 1d | cut -d, -f1)
get "id=$id"
