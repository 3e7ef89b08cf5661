yusou
