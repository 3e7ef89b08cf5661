yusou search --amount 0.3亿..0.4亿 --format csv | cut -d, -f3,4
