yusou search --format csv code:2070104 | cut -d, -f2,3,7
yusou search --format csv code:207 | cut -d, -f2,3,7
yusou search --format csv code:2070 | cut -d, -f2,3,7
yusou search --format csv --type table 2070104 | cut -d, -f3
