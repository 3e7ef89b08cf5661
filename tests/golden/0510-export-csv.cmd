yusou export --format csv | cut -d, -f1-4 | head -n 4
