# 公安 is a county too, but the publication is that of a police department.
yusou search --region 公安县 --format csv 热线 | cut -d, -f3
