# its card, its row, its places
id=$(yusou search --limit 1 --format csv 食堂 | sed 1d | cut -d, -f1)
get "id=$id"
