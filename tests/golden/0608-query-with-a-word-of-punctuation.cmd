yusou search 光纤 …… 租赁
