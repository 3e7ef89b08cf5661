yusou export --type publication --format csv | tr -d '\r' | sed 's/.*\(\(,[^,]*\)\{18\}\)\(,[^,]*\)\{15\}$/\1/'
