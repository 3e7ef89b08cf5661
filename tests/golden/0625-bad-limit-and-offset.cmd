try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search --limit many 光纤
try search --limit -1 光纤
try search --limit 1001 光纤
try search --offset 100001 光纤
try search --offset 1e3 光纤
