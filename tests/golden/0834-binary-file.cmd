i=0
while [ $i -lt 256 ]; do
	printf "\\$(printf %03o $i)\\001\\000"
	i=$((i + 1))
done >binary.txt
yusou index --index i binary.txt
