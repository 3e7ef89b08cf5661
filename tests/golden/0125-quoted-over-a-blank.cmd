yusou search --format csv '"智慧 城市"' | cut -d, -f3
