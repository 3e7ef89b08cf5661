try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search --format xml 光纤
try show --format csv pxxxxxxxxxxxxxxxx
try export --format text
try stats --format csv
