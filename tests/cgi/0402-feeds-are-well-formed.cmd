tidy --version >/dev/null 2>&1 || {
	echo "tidy is not installed"
	exit 77
}
for query in 'q=%E9%A3%9F%E5%A0%82&format=atom' 'type=section&format=atom' 'format=opensearch' \
	'q=a%5D%5D%3E%3Ci%3E%26&format=atom'; do
	get "$query" | sed '1,/^$/d' | tidy -quiet -errors -utf8 -xml 2>&1 | sed "s/^/$query: /"
done
