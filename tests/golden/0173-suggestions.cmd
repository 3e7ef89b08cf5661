yusou search 12354热线 2>&1 | tail -n 1
yusou search 正务云 2>&1 | tail -n 1
yusou search --format json 正务云 | grep -o '"corrected":.*'
yusou search 食唐 2>&1 | tail -n 1
yusou search 火星 2>&1 | tail -n 1
