yusou search '"智慧城市"'
