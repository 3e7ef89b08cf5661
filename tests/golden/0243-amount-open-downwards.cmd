yusou search --amount ..10 --sort amount --format csv | cut -d, -f3,4
