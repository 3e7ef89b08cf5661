yusou search --format json --limit 1 政务云
