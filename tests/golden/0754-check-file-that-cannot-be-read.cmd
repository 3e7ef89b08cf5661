mkdir d
cp $SAMPLES/12-qiyun-sifa-2023.txt d/a.txt
printf 'nothing of a budget\n' >d/b.txt
ln -s nowhere d/c.txt
yusou check d missing.txt | tail -1
yusou check d >out
