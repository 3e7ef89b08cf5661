yusou search --type publication 青禾县
