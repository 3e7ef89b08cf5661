yusou search --region 栖云区 --sort amount --limit 3 --format csv | cut -d, -f3,4,7
