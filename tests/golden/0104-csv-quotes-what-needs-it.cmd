yusou search --format csv --department 鹭汀 垃圾 | tr -d '\r'
yusou search --format csv 周六不打烊 | cut -d, -f3
