yusou search --format csv 光纤 租赁 | cut -d, -f1 >arguments
yusou search --format csv '光纤 租赁' | cut -d, -f1 >query
cmp arguments query && wc -l <query
