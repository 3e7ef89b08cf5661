yusou search --format csv 桌 | cut -d, -f3,4
