yusou search --limit 1 --format csv 校车运营补贴 | cut -d, -f3
