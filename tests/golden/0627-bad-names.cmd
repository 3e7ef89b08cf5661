try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search --region ！ 光纤
try search --department '' 光纤
