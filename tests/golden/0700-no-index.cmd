try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try search --index none 光纤
try show --index none pxxxxxxxxxxxxxxxx
try export --index none
try stats --index none
ls
