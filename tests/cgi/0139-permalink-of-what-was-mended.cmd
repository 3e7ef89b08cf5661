# Whose publication it is was mended: the page has moved, data says what the record is called now.
id=$(yusou search --limit 1 --format csv 食堂 2>/dev/null | sed 1d | cut -d, -f1)
path=$(yusou show --format json $id | jq -r .source.path)
cp "$path" a.txt
yusou index --prune --force a.txt 2>/dev/null
yusou index --rebuild --force a.txt 2>/dev/null
printf 'file\tdepartment\na.txt\t云沐市栖云区教育和体育局\n' >sources.tsv
yusou index a.txt 2>/dev/null
get "id=$id" | grep -aiE '^(status|location)' 
get "id=$id&format=json" | grep -ao '"id":"[a-z0-9]*"' | head -n 1
