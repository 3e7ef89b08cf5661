# What was reconciled when it was indexed is all there is left to show.
cp $SAMPLES/01-qinghe-zhengwu-2023.txt $SAMPLES/12-qiyun-sifa-2023.txt $SAMPLES/13-qinghe-zhengwu-juesuan-2023.txt .
yusou index --index i .
rm 01-qinghe-zhengwu-2023.txt
echo >>12-qiyun-sifa-2023.txt
yusou check --index i >out
echo "=> $?"
grep -e txt -e 'when it was indexed' -e '^3 publication' out
