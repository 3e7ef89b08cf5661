id=$(yusou search --type line --limit 1 --format csv 'code:2060503' | sed 1d | cut -d, -f1)
get "id=$id" | sed -n '/<main/,/<\/main>/p'
