yusou search --exact 2345热线
