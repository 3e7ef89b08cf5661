for query in 'q=(' 'id=paaaaaaaaaaaaaaaa' 'page=0' 'id=&format=atom' 'kind=x' 'q=x'; do
	get "$query" HTTP_IF_NONE_MATCH='*' | sed -n 1p
	get "$query" HTTP_IF_MODIFIED_SINCE='Fri, 31 Dec 2100 00:00:00 GMT' | sed -n 1p
done
# another title is another page
etag=$(get 'q=x' | sed -n 's/^ETag: //p')
get 'q=x' HTTP_IF_NONE_MATCH="$etag" | sed -n 1p
get 'q=x' HTTP_IF_NONE_MATCH="$etag" YUSOU_TITLE=another | sed -n 1p
get 'q=x' HTTP_IF_NONE_MATCH="$etag" YUSOU_BASE_URL=https://www.example.org/x | sed -n 1p
