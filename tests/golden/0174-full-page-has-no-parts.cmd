yusou search --format jsonl --limit 4 政务云 | grep -o '"match":"[a-z]*"'
yusou search --format jsonl --limit 5 政务云 | grep -o '"match":"[a-z]*"'
yusou search --format json --limit 5 政务云 | sed 's/"counts":[^]]*//' | grep -o '"total[a-z_]*":[0-9a-z]*'
