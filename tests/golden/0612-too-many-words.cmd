words=$(printf '%064d' 0 | sed 's/0/云 /g')
yusou search --limit 1 --format csv $words 2>/dev/null | cut -d, -f2
yusou search $words 云
