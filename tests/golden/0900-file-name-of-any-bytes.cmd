try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

a=$(printf 'd/a\nb\033[31m\377.txt')
b=$(printf 'd/b\033[0m\376.txt')
mkdir d
cat $SAMPLES/04-*.txt >"$a"
cat $SAMPLES/09-*.txt >"$b"
sed s/骨干光纤租赁/骨干线路租用/g $SAMPLES/09-*.txt >"$(printf 'd/c\233.txt')"
touch -d 2001-01-01T00:00:00Z d/c*
: >"$(printf 'd/empty\033]0;x\007\377.txt')"
try index --index i d | sed 's/;.*;/;/'
try index --index i d | sed 's/;.*;/;/'
try search --index i --format csv 长者饭堂 | cut -d, -f25
yusou search --index i 长者饭堂 | sed -n 4p
yusou search --index i --format jsonl 长者饭堂 2>/dev/null | grep -o '"path":"[^"]*"'
