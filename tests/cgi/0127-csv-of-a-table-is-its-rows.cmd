id=$(yusou search --type table --limit 1 --format csv 三公 2>/dev/null | sed 1d | cut -d, -f1)
get "id=$id&format=csv" | grep -v '^Date\|^Last-Modified\|^ETag'
get "id=$id&format=csv" | sed '1,/^$/d' | tail -c +4 >web.csv
yusou show --format csv $id | tr -d '\r' | cmp - web.csv && echo "the same as the command prints"
get "id=$id" | grep -o '<a href="[^"]*format=csv">[^<]*'
