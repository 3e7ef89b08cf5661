yusou search --format csv '灶具 OR 洗碗机 OR 防火墙' | cut -d, -f3
yusou search --format csv '运维 机房 OR 食堂 餐费' | cut -d, -f3
