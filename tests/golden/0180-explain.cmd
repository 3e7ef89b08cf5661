yusou search --explain --limit 2 食堂 | sed 's/terms: .*/terms: N/'
yusou search --explain --exact 486.30 | sed 's/terms: .*/terms: N/'
