yusou search --format csv １２３４５熱線 | cut -d, -f3,4
