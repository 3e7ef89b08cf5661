yusou search --format csv --year 2024.. 食堂 | cut -d, -f3
