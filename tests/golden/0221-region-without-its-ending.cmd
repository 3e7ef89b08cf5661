yusou search --region 江西 --format csv 光纤 | cut -d, -f3
