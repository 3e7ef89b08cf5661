yusou search --format csv '12345 热线' | cut -d, -f3,4
