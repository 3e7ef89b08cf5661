yusou search 12345热线
