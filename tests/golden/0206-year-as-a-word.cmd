yusou search --format csv 物业管理 2023 | cut -d, -f3,14
yusou search --format csv '物业管理 -2023年' | cut -d, -f14 | sort | uniq -c | tr -s ' '
yusou search --no-synonyms 物业管理 2023 --limit 0
