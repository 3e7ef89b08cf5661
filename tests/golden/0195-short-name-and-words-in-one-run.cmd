yusou search 青禾政数局光纤
yusou search --format json 青禾政数局光纤 | grep -o '"folded":"[^"]*"'
yusou search --exact 青禾政数局光纤
