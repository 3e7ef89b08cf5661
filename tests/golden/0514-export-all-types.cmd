yusou export --type all --format csv | sed -n 's/^[a-z2-7]\{17\},\([a-z]*\),.*/\1/p' | sort -u
