yusou search --format csv 食堂 year:2024 department:教育局 | cut -d, -f3
yusou search --format csv '政务云 kind:决算' | cut -d, -f3
yusou search --format csv 物业管理 'amount:100万..' | cut -d, -f3,4
yusou search --format csv 物业 region:湖南省 | cut -d, -f3
