yusou search --amount 100万..120万 --format csv | cut -d, -f3,4
