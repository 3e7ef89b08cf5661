try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

try check --index i $SAMPLES
try check --format csv $SAMPLES
try check --only wrong
try check --nonsense
