yusou search --type table --kind 决算 --format csv 绩效自评表 | cut -d, -f2,3,14
