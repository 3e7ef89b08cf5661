yusou search --type section 公共数据的归集
