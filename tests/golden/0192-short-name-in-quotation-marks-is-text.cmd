yusou search '"青禾政数局"'
yusou search --no-synonyms 青禾政数局 --exact
