yusou search --limit 0 食堂
