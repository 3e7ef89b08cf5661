yusou search --amount 112.30..120 --format csv | cut -d, -f3,4
