try() {
	yusou "$@" 2>&1
	echo "=> $?"
}

mkdir -p d/.git d/sub
cat $SAMPLES/04-*.txt >d/.git/a.txt
cat $SAMPLES/04-*.txt >d/.a.txt
cat $SAMPLES/09-*.txt >d/sub/UPPER.TXT
cat $SAMPLES/12-*.txt >d/sub/12.md
echo '# What stands where' >d/README.md
printf 'file\turl\n' >d/sources.tsv
printf '\177ELF\002\001\001\000\000' >d/program
: >d/sub/empty
printf '\211PNG\r\n\032\n....' >d/sub/logo.png
try index --index i --dry-run d | sed 's/;.*;/;/'
try index --index i d | sed 's/;.*;/;/'
yusou export --index i --type publication --format csv | cut -d, -f25 | tail -n 2
# again, nothing else is there to say
try index --index i d | sed 's/;.*;/;/'
# whoever names one means it
try index --index i d ./d/README.md | sed 's/;.*;/;/'
try check d | tail -n 1
try check d/README.md | tail -n 1
yusou check d 2>&1 >/dev/null
