try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search --amount 很多 光纤
try search --amount 100..abc 光纤
try search --amount 5亿..1万 光纤
try search --amount .. 光纤
