try() {
	yusou search "$@" 2>&1
	echo "=> $?"
}
rep() {
	head -c "$1" /dev/zero | tr '\0' "$2"
}

try "$(rep 33 '(')光纤$(rep 33 ')')"
try "$(rep 32 '(')光纤$(rep 32 ')')" --limit 0 | tail -n 2
try "$(rep 2000 '(')"
try "$(rep 10000 '(')"
try -- "$(rep 2000 '-')"
