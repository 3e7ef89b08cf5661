yusou search --type department 青禾政数局
yusou search --limit 1 青禾政数局
yusou search --limit 1 县政数局 光纤 --region 湖南
