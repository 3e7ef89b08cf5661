id=$(yusou search --limit 1 --format csv 食堂 | sed 1d | cut -d, -f1)
get "id=$id&format=csv" | sed '1,/^$/d' | cut -d, -f1-4
