yusou search ' 　'
