try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search --year 1890 光纤
try search --year 21 光纤
try search --year 2023..2021 光纤
try search --year .. 光纤
try search --year '' 光纤
