yusou search --year 1999 光纤
