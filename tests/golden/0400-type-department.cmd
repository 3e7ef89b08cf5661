yusou search --type department 青禾县
