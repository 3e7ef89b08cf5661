yusou search 三公经费 --year 2023
yusou search 三公经费 --type project
yusou search --type item 政务云
