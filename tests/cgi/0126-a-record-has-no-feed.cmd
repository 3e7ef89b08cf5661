id=$(yusou search --limit 1 --format csv 食堂 | sed 1d | cut -d, -f1)
get "id=$id&format=atom" | sed -n '1p'
