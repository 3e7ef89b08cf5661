yusou search --format json 饭堂 | grep -o '"words":[^]]*]'
yusou search --format jsonl 饭堂 | grep -o '"match":"[a-z]*"\|"title":"[^"]*"\|"synonyms":[^]]*]'
