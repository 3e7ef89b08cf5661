yusou search --format csv --limit 2 type:table 三公 | cut -d, -f2,3
yusou search --format csv --limit 2 类型：section 机关运行经费 | cut -d, -f2,3
yusou search --format csv type:department | cut -d, -f2,3
