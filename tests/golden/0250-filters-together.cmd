yusou search --year 2021 --kind 预算 --department 大数据 --amount 100..400 光纤
