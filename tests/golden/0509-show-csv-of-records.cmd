ids=$(yusou search --limit 2 --format csv 食堂 2>/dev/null | sed 1d | cut -d, -f1)
yusou show --format csv $ids | cut -d, -f1-4
yusou export --format csv >all.csv
yusou show --format csv $ids | while read -r line; do grep -cxF "$line" all.csv; done
