get '' YUSOU_INDEX=nowhere
get 'q=x&format=json' YUSOU_INDEX=nowhere | sed 1,/^$/d
