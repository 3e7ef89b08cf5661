yusou search --format csv 食堂 年:2024 部门:教育局 | cut -d, -f3
yusou search --format csv 食堂 年份：2024 部门：教育局 | cut -d, -f3
yusou search --format csv 政务云 预决算：决算 | cut -d, -f3
yusou search --format csv 物业管理 金额：100万.. | cut -d, -f3
yusou search --format csv 物业 地区：湖南省 | cut -d, -f3
