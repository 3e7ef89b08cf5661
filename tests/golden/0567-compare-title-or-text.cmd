yusou compare 安全 --by kind --format csv 2>&1 | cut -d, -f1-6
yusou compare 安全 --by kind --match text --format csv 2>&1 | cut -d, -f1-6
