yusou search 光纤 饭堂
