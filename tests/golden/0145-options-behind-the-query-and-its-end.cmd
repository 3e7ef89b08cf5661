yusou search 光纤 --limit 1 --format csv | cut -d, -f3
yusou search --limit 1 --format csv -- 光纤 | cut -d, -f3
