#!/usr/bin/env bash
# What answering over HTTP costs:   bench/web.sh INDEX [SECONDS [CONNECTIONS]]
#
# On loopback, for SECONDS (60) each with CONNECTIONS (64): FastCGI behind lighttpd, and yusou
# serve, while a publication is corrected and published ten times.  Requests a second, times,
# errors.  Then plain CGI as a whole process, 500 times.  Takes wrk, lighttpd and bash.
#
# INDEX is copied, and must have been made with the files it names still there.  $YUSOU and
# $YUSOU_CGI are the programs, tools/yusou and tools/yusou.cgi without them.
set -euo pipefail
index=${1:?usage: bench/web.sh INDEX [SECONDS [CONNECTIONS]]}
seconds=${2:-60}
connections=${3:-64}
here=$(cd "$(dirname "$0")" && pwd)
yusou=${YUSOU:-$here/../tools/yusou}
cgi=$(realpath "${YUSOU_CGI:-$here/../tools/yusou.cgi}")
PATH=$PATH:/usr/sbin

tmp=$(mktemp -d "${TMPDIR:-/tmp}/yusou-bench.XXXXXX")
server=
finish() {
	[ -z "$server" ] || kill "$server" 2>/dev/null || true
	wait
	rm -rf "$tmp"
}
trap finish EXIT
cp -R "$index" "$tmp/index"
index=$tmp/index
cp "$here"/../samples/02-*.txt "$tmp/corrected.txt"
"$yusou" index --index "$index" "$tmp/corrected.txt" 2>/dev/null

# wrk asks these in turn: words of bench/queries.txt as pages, every fourth as JSON.
encode() {
	local LC_ALL=C i c

	for ((i = 0; i < ${#1}; i++)); do
		c=${1:i:1}
		case $c in
		[a-zA-Z0-9.~_-]) printf %s "$c" ;;
		*) printf '%%%02X' "'$c" ;;
		esac
	done | sed 's/%FFFFFFFFFFFFFF/%/g'
}
{
	echo 'local queries = {'
	while IFS= read -r query; do
		printf '"%s",\n' "$(encode "$query")"
	done <"$here/queries.txt"
	cat <<'LUA'
}
local i = 0
function init(args)
	base = args[1]
	i = tonumber(args[2] or "0")
end
function request()
	i = i + 1
	local q = base .. "?q=" .. queries[i % #queries + 1]
	if i % 4 == 0 then q = q .. "&format=json" end
	return wrk.format("GET", q)
end
function done(summary, latency, requests)
	io.write(string.format("%.0f requests/s, p50 %.1f ms, p99 %.1f ms, max %.0f ms; %d requests; " ..
		"errors: status %d, connect %d, read %d, write %d, timeout %d\n",
		summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
		latency.max / 1e3, summary.requests, summary.errors.status, summary.errors.connect,
		summary.errors.read, summary.errors.write, summary.errors.timeout))
end
LUA
} >"$tmp/ask.lua"

# Ten corrections, spread over the run.
republish() {
	local n

	for n in 1 2 3 4 5 6 7 8 9 10; do
		sleep "$(awk -v s="$seconds" 'BEGIN { print s / 11 }')"
		printf '\n第 %d 次更正。\n' $n >>"$tmp/corrected.txt"
		"$yusou" index --index "$index" "$tmp/corrected.txt" 2>/dev/null
	done
}

# load NAME ORIGIN PATH
load() {
	local publisher

	for _ in $(seq 200); do
		curl -s -o /dev/null "$2$3" && break
		sleep 0.05
	done
	republish &
	publisher=$!
	printf '%s: ' "$1"
	wrk -t 2 -c "$connections" -d "$seconds" --timeout 10s -s "$tmp/ask.lua" "$2" -- "$3" | tail -n 1
	wait $publisher
}

port=$((RANDOM % 20000 + 30000))
cat >"$tmp/lighttpd.conf" <<END
server.document-root = "$tmp"
server.bind = "127.0.0.1"
server.port = $port
server.errorlog = "$tmp/lighttpd.log"
server.max-keep-alive-requests = 10000
server.modules = ( "mod_fastcgi" )
fastcgi.server = ( "/yusou" => ((
	"bin-path" => "$cgi", "socket" => "$tmp/yusou.sock", "max-procs" => $(nproc), "check-local" => "disable",
	"bin-environment" => ( "YUSOU_INDEX" => "$index" ) )) )
END
lighttpd -D -f "$tmp/lighttpd.conf" &
server=$!
load "FastCGI, $(nproc) processes behind lighttpd" "http://127.0.0.1:$port" /yusou
kill $server
wait $server || true
grep yusou "$tmp/lighttpd.log" | head -n 5 || true

"$yusou" serve --index "$index" --port 0 2>"$tmp/serve.log" &
server=$!
until grep -q http "$tmp/serve.log"; do sleep 0.05; done
port=$(sed -n 's#.*http://127.0.0.1:\([0-9]*\)/.*#\1#p' "$tmp/serve.log")
load "yusou serve, $(nproc) processes" "http://127.0.0.1:$port" /
kill $server
wait $server || true
server=
sed 1d "$tmp/serve.log" | head -n 5

export YUSOU_INDEX=$index REQUEST_METHOD=GET HTTP_HOST=127.0.0.1 SCRIPT_NAME=/yusou
whole_process() {
	local i start end

	for ((i = 0; i < 500; i++)); do
		start=$(date +%s%N)
		"$cgi" >/dev/null </dev/null
		end=$(date +%s%N)
		echo $(((end - start) / 1000))
	done | sort -n | awk -v name="$1" '
		{ t[NR] = $1 / 1000 }
		END { printf "CGI, %s: min %.1f  p50 %.1f  p95 %.1f ms\n", name, t[1], t[int(NR / 2)], t[int(NR * .95)] }'
}
QUERY_STRING='' whole_process "start page"
QUERY_STRING="q=$(encode 物业管理)" whole_process "page of hits"
QUERY_STRING="q=$(encode 物业管理)&format=json" whole_process "JSON"
# date itself is a process; what starting one costs:
cgi=/bin/true whole_process "for comparison, /bin/true"
