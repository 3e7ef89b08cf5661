yusou search --format csv 光纤 | cut -d, -f3
yusou search --format csv 光纤 -- -租赁 | cut -d, -f3
yusou search --format csv 光纤 NOT 租赁 | cut -d, -f3
yusou search --format csv '光纤 -(租赁 OR 监控)' | cut -d, -f3
