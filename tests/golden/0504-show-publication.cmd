yusou show $(yusou search --type publication --department 卫生健康局 --format csv 卫生 2>/dev/null | sed -n 2p | cut -d, -f1)
