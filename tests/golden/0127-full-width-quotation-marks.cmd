yusou search --format csv ＂智慧城市＂ 三维 | cut -d, -f3
