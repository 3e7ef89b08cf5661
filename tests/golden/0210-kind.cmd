yusou search --kind 决算 热线
yusou search --kind 预算 --format csv 热线运行 | cut -d, -f3,14
