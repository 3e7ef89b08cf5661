# every example is an address that answers
get 'view=help' | sed 's/<style>.*<\/style>//'
get 'view=help&lang=en' >page
grep -o 'href="[^"]*"' page | sed 's/^href="//; s/"$//; s/&amp;/\&/g' | grep '?' | while read -r address; do
	get "${address#*\?}" | sed -n 1p
done | sort | uniq -c | sed 's/^ *//'
get 'view=map' | sed -n 1p
get 'view=map&lang=en' | grep -o 'is no page; there are help'
