yusou search --amount 1000万.. --sort amount --format csv | cut -d, -f3,4
