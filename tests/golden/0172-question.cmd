yusou search --format csv --limit 3 哪个部门的物业管理费最多 | cut -d, -f3,7
