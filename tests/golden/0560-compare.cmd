# nothing of a region that is not known is held against another year; what only mentions the words is counted apart
yusou compare 物业管理 --by region,year
