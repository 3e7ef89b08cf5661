for host in 'evil"><x' 'a b' 'a/b' 'a@b' ''; do
	get 'format=opensearch' HTTP_HOST="$host" | grep 'text/html'
done
get '' SCRIPT_NAME='//evil.example/"x' | grep -o 'action="[^"]*"' | sort -u
