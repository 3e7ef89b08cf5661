yusou search --format csv 疫 | cut -d, -f3,4
