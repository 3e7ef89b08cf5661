yusou compare 没有这个项目 --by region
