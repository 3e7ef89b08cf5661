yusou search --format csv --year ..2021 食堂 | cut -d, -f3
