yusou export | head -n 1
