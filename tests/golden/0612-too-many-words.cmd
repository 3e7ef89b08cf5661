words=$(printf '%064d' 0 | sed 's/0/云云 /g')
yusou search $words 2>&1 | sed 's/云云.*//'
yusou search $words 云云
