# What holds no publication is said each time, and read once.
try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
run() {
	try index --index i "$@" | sed 's/;.*;/;/'
}

mkdir -p d/page_files d/other_files
cat $SAMPLES/04-*.txt >d/a.txt
printf '<html><head><title>青禾县新闻</title></head><body><p>今天开会。</p></body></html>' >d/page.html
tr '\200-\377' x <$(echo $SAMPLES/12-*.txt) >d/page_files/style.css
printf '\377\330\377\340 a picture' >d/page_files/photo.jpg
printf '%%PDF-1.4 cut off' >d/page_files/frame
touch -d 2020-01-01T00:00:00Z d/*.* d/*/*
run d
yusou stats --index i | grep ^passed
yusou stats --index i --format json | jq -c '.passed_over[0]'
# not read: what stands in it now, in as many bytes, would be a publication
cat $SAMPLES/12-*.txt >d/page_files/style.css
touch -d 2020-01-01T00:00:00Z d/page_files/*
run d
# a page gone, it is a picture like another
mv d/page.html d/news.html
run d
rm d/page_files/photo.jpg
run --prune d
# whoever names one means it, and what is changed is read
run d d/news.html
cat $SAMPLES/09-*.txt >d/news.html
run d
# a directory of that name without a page
printf '\377\330\377\340 a picture' >d/other_files/photo.jpg
run d
try check d | grep photo
