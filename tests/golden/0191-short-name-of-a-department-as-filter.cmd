yusou search 光纤 --department 青禾县政数局
yusou search 光纤 部门:湖南青禾政数局 --format jsonl | grep -o '"match":"[a-z]*"'
