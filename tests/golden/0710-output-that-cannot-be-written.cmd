[ -c /dev/full ] || { echo "/dev/full is not here"; exit 77; }
for command in 'search 光纤' 'show pr6wrr6su7hcox6wj' export stats; do
	yusou $command 2>&1 >/dev/full
	echo "=> $?"
done
