# One digit of one project: its row, its category, its unit, the total, and 项目支出.
sed 's/158\.00/185.00/' $SAMPLES/09-yanpi-dashuju-2021.txt >a.txt
yusou check a.txt >out
echo "=> $?"
grep -e MISMATCH -e '^1 publication' out
