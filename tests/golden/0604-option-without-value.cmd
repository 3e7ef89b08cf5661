yusou search 光纤 --limit
