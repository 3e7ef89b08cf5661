# What tests/crash/run and tests/crash/soak share; read by them.

YUSOU=${YUSOU:-$top/tools/yusou}
FAULTS=${FAULTS:-${top_builddir:-$top}/tests/crash/faults.so}
[ -x "$YUSOU" ] || { echo "$YUSOU: no such program; run make first" >&2; exit 99; }
# A program with sanitizers wants to be loaded first; and Xapian leaks where a disk fails.
ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0:verify_asan_link_order=0
export ASAN_OPTIONS YUSOU
unset YUSOU_INDEX XDG_DATA_HOME 2>/dev/null

# In memory where there is room: an index is published hundreds of times, and synced each time.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then
	TMPDIR=/dev/shm
fi
tmp=$(mktemp -d "${TMPDIR:-/tmp}/yusou-crash.XXXXXX") || exit 99
tmp=$(cd "$tmp" && pwd -P)
mounted=no
cleanup() {
	[ $mounted = no ] || umount "$tmp/small"
	rm -rf "$tmp"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

passed=0
failed=0

pass() {
	passed=$((passed + 1))
}

# fail NAME [FILE]: FILE says more.
fail() {
	failed=$((failed + 1))
	echo "FAILED $1"
	[ $# -lt 2 ] || sed 's/^/    /' "$2"
}

bail() {
	echo "$1 does not work" >&2
	exit 99
}

LD_PRELOAD=$FAULTS FAULT_COUNT=$tmp/probe "$YUSOU" --version >/dev/null 2>&1
if [ ! -e "$tmp/probe" ]; then
	echo "$FAULTS cannot be loaded into $YUSOU here"
	exit 77
fi

# export_of NAME: all records of the index $tmp/NAME.
export_of() {
	"$YUSOU" export --index "$tmp/$1" --type all
}

summary() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
