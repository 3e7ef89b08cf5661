for amount in 126.40 126.40万元 1264000元 1,264,000元 0.01264亿 １２６．４; do
	yusou search --amount $amount --format csv 2>/dev/null | cut -d, -f3,4 | tail -n 1
done
