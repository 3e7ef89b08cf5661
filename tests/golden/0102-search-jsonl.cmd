yusou search --format jsonl --year 2023 光纤
