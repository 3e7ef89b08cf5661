yusou search --format csv 热线 坐席 | cut -d, -f3
yusou search --format csv 坐席 热线 | cut -d, -f3
