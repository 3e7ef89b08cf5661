yusou search --format csv 光纤 | cut -d, -f3,4
