yusou search --region 湖南省 --kind 决算
