yusou search --format csv --year 2021 光纤 | cut -d, -f3,14
