yusou search --facets --limit 1 光纤
