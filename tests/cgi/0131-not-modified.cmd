etag=$(get '' | sed -n 's/^ETag: //p')
date=$(get '' | sed -n 's/^Last-Modified: //p')
get '' HTTP_IF_NONE_MATCH="$etag"
for tags in "\"x\", $etag" "${etag#W/}" '*' '"x"' ''; do
	get '' HTTP_IF_NONE_MATCH="$tags" | sed -n 1p
done
# a tag decides, whatever the date says
get '' HTTP_IF_NONE_MATCH='"x"' HTTP_IF_MODIFIED_SINCE="$date" | sed -n 1p
get '' HTTP_IF_MODIFIED_SINCE="$date" | sed -n 1p
get '' HTTP_IF_MODIFIED_SINCE='Thu, 01 Jan 1970 00:00:00 GMT' | sed -n 1p
get '' HTTP_IF_MODIFIED_SINCE='yesterday' | sed -n 1p
