yusou search --offset 100 食堂
