yusou search --facets --limit 0 --format json 光纤
