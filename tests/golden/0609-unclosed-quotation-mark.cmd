try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search '光纤 "租赁'
try search '“光纤'
