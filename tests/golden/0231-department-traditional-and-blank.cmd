yusou search --department '鷺汀 街道' --format csv 食堂 | cut -d, -f3
