yusou compare --of publication --by role --region 湖南省 --format csv | cut -d, -f1-11
