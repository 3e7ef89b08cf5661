yusou search --exact --type section 公共数据的归集
