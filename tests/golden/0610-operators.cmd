try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search 光纤 OR 租赁
try search 光纤 NOT 租赁
try search 光纤 AND 租赁
try search 光纤 -- -租赁
try search '(光纤' '租赁)'
