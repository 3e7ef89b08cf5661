yusou search --format csv 政務雲 | cut -d, -f3,4
