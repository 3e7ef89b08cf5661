id=$(yusou search --type item --limit 1 --format csv 政务云 | sed 1d | cut -d, -f1)
get "id=$id"
