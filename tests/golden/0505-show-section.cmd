yusou show $(yusou search --type section --format csv 公共数据的归集 2>/dev/null | sed -n 2p | cut -d, -f1)
