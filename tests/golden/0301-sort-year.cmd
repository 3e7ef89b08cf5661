yusou search --sort year --limit 20 --format jsonl 物业管理 | sed 's/.*"title":"\([^"]*\)".*"year":\([0-9]*\).*/\2 \1/'
