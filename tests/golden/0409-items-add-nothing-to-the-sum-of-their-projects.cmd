yusou search --department 大数据中心 --format csv 光纤 2>/dev/null | cut -d, -f2-4
yusou search --department 大数据中心 --format json --limit 0 光纤 2>/dev/null | grep -o '"projects":.*"years"'
yusou search --department 大数据中心 --facets --limit 0 光纤 2>/dev/null
yusou search --type item --department 大数据中心 --facets --limit 0 光纤 2>/dev/null
