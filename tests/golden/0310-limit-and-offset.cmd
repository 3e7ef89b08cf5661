yusou search --limit 2 食堂
yusou search --limit 2 --offset 2 食堂
