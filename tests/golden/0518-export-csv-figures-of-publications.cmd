yusou export --type publication --format csv | tr -d '\r' | sed 's/.*\(\(,[^,]*\)\{14\}\)$/\1/'
