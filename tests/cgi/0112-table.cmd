id=$(yusou search --type table --limit 1 --format csv 三公 | sed 1d | cut -d, -f1)
get "id=$id"
