yusou search --format csv 食堂 | cut -d, -f1 >default
yusou search --sort relevance --format csv 食堂 | cut -d, -f1 >relevance
cmp default relevance && wc -l <default
