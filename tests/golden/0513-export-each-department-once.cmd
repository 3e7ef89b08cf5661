yusou export --type department --format csv | cut -d, -f3 | LC_ALL=C sort
