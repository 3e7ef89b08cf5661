yusou find 光纤
