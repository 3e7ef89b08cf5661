# A task that no budget row goes with: its amount is unknown, not 0.
yusou search 轮渡码头
yusou search --format csv 轮渡码头 2>/dev/null | cut -d, -f3,4
yusou search --exact --amount ..100亿 轮渡码头
