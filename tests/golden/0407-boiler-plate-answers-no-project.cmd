yusou search 名词解释
