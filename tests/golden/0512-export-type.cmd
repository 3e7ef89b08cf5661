yusou export --type publication --format csv | cut -d, -f2,7,14,15 | LC_ALL=C sort
