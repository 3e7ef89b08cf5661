# each figure of one account as it is printed
yusou index --index i $SAMPLES/12-*.txt 2>/dev/null
yusou export --index i --type line --format jsonl |
	jq -r '[.classification, .code // "", .title, (.path | join("/")), (.amounts | map("\(.measure)=\(.amount_yuan):\(.lines | map(.[0] | tostring) | join(","))") | join(" "))] | join(" | ")'
