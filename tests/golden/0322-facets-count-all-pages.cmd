yusou search --facets --limit 0 食堂 | grep ^kind
yusou search --facets --limit 1 --offset 5 食堂 | grep ^kind
