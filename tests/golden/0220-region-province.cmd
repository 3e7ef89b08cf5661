yusou search --region 江西省 光纤
