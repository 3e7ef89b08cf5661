# ESC, BEL, DEL, the C1 form of ESC [ and a right-to-left override, in a name and a goal.
sed "s/长者饭堂/长者$(printf '\033[31m')饭堂/; s/午、晚/午$(printf '\007\177\302\233\342\200\256')晚/" \
	$SAMPLES/04-*.txt >a.txt
yusou index --index i a.txt 2>/dev/null
id=$(yusou search --index i --format csv 志愿者送餐 2>/dev/null | sed -n 2p | cut -d, -f1)
yusou show --index i $id | head -n 1
for command in 'search 志愿者送餐' 'search --format csv 志愿者送餐' 'search --format json 志愿者送餐' \
	"show $id" "show --format json $id" 'export --type all' 'export --type all --format csv'; do
	yusou $command --index i 2>/dev/null >printed
	# how many control characters of ASCII, how many lines with one of C1
	echo $(LC_ALL=C tr -d '\n\r\t -~\200-\377' <printed | wc -c) \
		$(grep -c "$(printf '\302\233')" printed) $command
done
