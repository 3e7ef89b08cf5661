for amount in 4,863,000.00元 486.30 486.3万元 0.04863亿元; do
	yusou search --format csv $amount | cut -d, -f3,4
done
yusou search 486.31
