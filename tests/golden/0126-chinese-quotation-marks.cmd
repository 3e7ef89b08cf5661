yusou search --format csv '“智慧城市”' | cut -d, -f3
