try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try show
try index
try export projects
try stats now
