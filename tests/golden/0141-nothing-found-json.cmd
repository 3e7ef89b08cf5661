yusou search --format json 火星移民
