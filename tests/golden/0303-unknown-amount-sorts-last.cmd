yusou search --type project,section --sort amount --format jsonl 等级保护 |
	sed 's/.*"type":"\([^"]*\)".*/\1/' | uniq -c
