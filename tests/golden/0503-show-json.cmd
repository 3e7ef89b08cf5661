yusou show --format json $(yusou search --format csv 长者饭堂 2>/dev/null | sed -n 2p | cut -d, -f1)
