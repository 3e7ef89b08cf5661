yusou search --format csv 火星移民 | tr -d '\r'
