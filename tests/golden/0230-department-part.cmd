yusou search --department 鹭汀街道 食堂
