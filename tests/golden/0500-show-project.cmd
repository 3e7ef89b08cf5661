yusou show $(yusou search --format csv 12345热线运行经费 2>/dev/null | sed -n 2p | cut -d, -f1)
