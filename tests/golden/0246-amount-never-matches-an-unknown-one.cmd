yusou search --type section --format jsonl 等级保护 | wc -l
yusou search --type section --amount ..100亿 等级保护
