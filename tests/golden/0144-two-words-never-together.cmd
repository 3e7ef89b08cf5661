yusou search 光纤 AND 饭堂
