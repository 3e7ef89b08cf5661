# Publications without one are counted, and not shown.
sed 's/158\.00/185.00/' $SAMPLES/09-yanpi-dashuju-2021.txt >a.txt
cp $SAMPLES/01-qinghe-zhengwu-2023.txt b.txt
yusou check --only mismatch a.txt b.txt
echo "=> $?"
yusou check --only mismatch b.txt
echo "=> $?"
yusou check --only mismatch --format json b.txt
echo "=> $?"
yusou check --only remark b.txt
