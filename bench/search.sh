#!/bin/sh
# Times of searches as whole processes: bench/search.sh INDEX [QUERIES [REPEATS]]
# The median of REPEATS (5) runs for each query, then p50 and p95 over the queries.
# $YUSOU is the program, tools/yusou without it.
set -eu
index=${1:?usage: bench/search.sh INDEX [QUERIES [REPEATS]]}
queries=${2:-$(dirname "$0")/queries.txt}
repeats=${3:-5}
yusou=${YUSOU:-$(dirname "$0")/../tools/yusou}

while IFS= read -r query; do
	"$yusou" search --index "$index" --format json --facets -- "$query" >/dev/null 2>&1 || true
	i=0
	while [ $i -lt "$repeats" ]; do
		start=$(date +%s%N)
		"$yusou" search --index "$index" --format json --facets -- "$query" >/dev/null 2>&1 || true
		end=$(date +%s%N)
		echo $(((end - start) / 1000))
		i=$((i + 1))
	done | sort -n | sed -n "$(((repeats + 1) / 2))p"
done <"$queries" | sort -n | awk '
	{ t[NR] = $1 / 1000 }
	END { printf "whole process: p50 %.1f  p95 %.1f  max %.1f ms\n", t[int((NR + 1) / 2)], t[int(NR * .95 + .5)], t[NR] }'
