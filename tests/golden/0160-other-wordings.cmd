yusou search 饭堂
