yusou search --exact --format csv 政 务 云 | cut -d, -f3
yusou search --exact --format csv '1 2 3 4 5 热线' | cut -d, -f3
