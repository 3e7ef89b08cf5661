yusou compare 物业管理 --by year --kind 决算 --format json
