yusou search --format csv --year 2022..2023 光纤 | cut -d, -f3,14
