#!/bin/sh
# What indexing costs: speed and memory with one process and with several, the size of the index,
# a run that finds nothing changed, and one corrected file until it is found.
#
#   bench/index.sh DIRECTORY      with publications; it is copied, not changed
#   JOBS="1 2 4" ...              numbers of processes to try
#
# $YUSOU names the program.  On a machine that has other things to do compare CPU seconds only.
set -u

top=$(cd "$(dirname "$0")/.." && pwd) || exit 99
YUSOU=${YUSOU:-$top/tools/yusou}
JOBS=${JOBS:-1 2}
[ $# -eq 1 ] && [ -d "$1" ] || { sed -n '2,/^set/p' "$0" | sed '$d; s/^# \{0,1\}//' >&2; exit 2; }
tmp=$(mktemp -d "${TMPDIR:-/tmp}/yusou-bench.XXXXXX") || exit 99
trap 'rm -rf "$tmp"' EXIT

# measure COMMAND...: seconds, user and system seconds, peak kilobytes (of the largest process).
measure() {
	/usr/bin/time -o "$tmp/time" -f '%e s, CPU %U + %S s, peak %M KB' "$@" >"$tmp/out" 2>&1 || cat "$tmp/out"
	cat "$tmp/time"
}

bytes_in() {
	find "$1" -type f -printf '%s\n' | awk '{ sum += $1 } END { printf "%d", sum }'
}

cp -R "$1" "$tmp/docs"
# what is read, not whatever else lies there
text=$("$YUSOU" index --index "$tmp/none" --dry-run --format json "$tmp/docs" 2>/dev/null |
	sed -n 's/.*"bytes":\([0-9]*\).*/\1/p')
echo "text: $text bytes"
# so that no time of modification is too new to be trusted
find "$tmp/docs" -type f -exec touch -d 2020-01-01 {} +

printf 'read only, 1 process: '
measure "$YUSOU" index --index "$tmp/none" --dry-run --jobs 1 "$tmp/docs"
for jobs in $JOBS; do
	rm -rf "$tmp/index"
	printf 'build, %s: ' "$jobs"
	measure "$YUSOU" index --index "$tmp/index" --jobs "$jobs" "$tmp/docs"
	awk -v text="$text" '{ split($0, part, /[ ,+]+/); cpu = part[4] + part[5];
		printf "    %.1f MB/s of text, %.1f MB/s of CPU time\n", text / 1e6 / part[1], text / 1e6 / cpu }' "$tmp/time"
done
bytes_in "$tmp/index/$(cut -d' ' -f2 "$tmp/index/current")" |
	awk -v text="$text" '{ printf "index: %d bytes, %.2f of the text\n", $1, $1 / text }'

printf 'unchanged: '
measure "$YUSOU" index --index "$tmp/index" "$tmp/docs"

# A name that only the corrected file has.
file=$(find "$tmp/docs" -type f -name '*.txt' | sort | head -n 1)
sed -i s/经费/更正试测费/g "$file"
printf 'one corrected file, named: '
measure "$YUSOU" index --index "$tmp/index" "$file"
printf 'and found: '
measure "$YUSOU" search --index "$tmp/index" --type all --limit 1 更正试测费
sed -i s/更正试测费/又更正试测费/g "$file"
printf 'one corrected file, in the directory: '
measure "$YUSOU" index --index "$tmp/index" "$tmp/docs"
printf 'and found: '
measure "$YUSOU" search --index "$tmp/index" --type all --limit 1 又更正试测费
# Last: what follows would read these files again until new times are published.
find "$tmp/docs" -type f -exec touch -d 2021-01-01 {} +
printf 'unchanged, but for the times: '
measure "$YUSOU" index --index "$tmp/index" "$tmp/docs"
