yusou search --format csv dna | cut -d, -f3,4
yusou search --format csv ＤＮＡ | cut -d, -f3,4
