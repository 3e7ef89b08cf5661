yusou search 食堂 -学校
