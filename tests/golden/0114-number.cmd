yusou search --format csv 12320 | cut -d, -f3,4
