# CSV ends its lines with CR LF.
yusou search --format csv 长者饭堂 | tail -c 2 | od -An -c
yusou search --format csv 长者饭堂 | tr -d '\r'
