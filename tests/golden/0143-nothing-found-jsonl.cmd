yusou search --format jsonl 火星移民
