yusou search '"OR"'
