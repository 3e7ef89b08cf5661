yusou search 2345热线
