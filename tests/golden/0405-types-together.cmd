yusou search --type publication,department --format csv 教育局 | cut -d, -f2,3
