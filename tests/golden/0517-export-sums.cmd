# The projects of a publication add up to its total, 1,597.25万元.
yusou export --format csv | grep ',望澜市松岚区鹭汀街道办事处,' | cut -d, -f4 |
	awk '{ sum += $1 } END { printf "%.2f\n", sum / 10000 }'
