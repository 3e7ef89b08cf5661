yusou search --sort amount --limit 20 --format csv 物业管理 | cut -d, -f3,4
