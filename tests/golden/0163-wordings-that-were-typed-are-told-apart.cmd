yusou search --format csv 食堂 AND 饭堂 | cut -d, -f3
yusou search --format csv 食堂 饭堂 -- -配餐 | cut -d, -f3
