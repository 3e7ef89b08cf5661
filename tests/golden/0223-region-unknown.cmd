yusou search --region 不存在县 光纤
