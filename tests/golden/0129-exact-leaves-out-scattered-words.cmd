yusou search --exact 光纤 租赁
