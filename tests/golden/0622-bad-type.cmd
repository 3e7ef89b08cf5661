try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search --type projects 光纤
try search --type project, 光纤
try search --type '' 光纤
try export --type projects
