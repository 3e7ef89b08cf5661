yusou compare 'code:208*' --of line --by kind --region 湖南省 --format csv | cut -d, -f1-5
yusou compare 'code:208*' --of line --by code --kind 预算 --region 湖南省 --format csv | cut -d, -f1-5
