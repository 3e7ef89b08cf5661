before=$(get '' | sed -n 's/^ETag: //p')
cp "$SAMPLES"/01-*.txt new.txt && sed -i '1s/20[0-9][0-9]/2019/' new.txt
yusou index new.txt >/dev/null 2>&1
get '' HTTP_IF_NONE_MATCH="$before" | sed -n 1p
# the language is part of the answer
etag=$(get '' | sed -n 's/^ETag: //p')
get 'lang=en' HTTP_IF_NONE_MATCH="$etag" | sed -n 1p
