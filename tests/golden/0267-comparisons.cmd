for amount in 'amount>268.35' 'amount>=268.35' 'amount:>=268.35万元' 金额≥268.35 金额＞＝268.35; do
	yusou search --limit 0 物业管理 "$amount" 2>&1 >/dev/null
done
yusou search --limit 0 食堂 'year<2023' 2>&1 >/dev/null
yusou search --limit 0 食堂 '年>=2024' 2>&1 >/dev/null
