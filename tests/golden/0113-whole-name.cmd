yusou search --exact 电子政务外网光纤租赁费
