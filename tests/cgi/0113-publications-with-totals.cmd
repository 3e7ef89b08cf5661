# the largest first; a head sorts by year, and the one that is sorted by says so
for query in type=publication 'type=publication&sort=year'; do
	get "$query" >page
	grep -o '<thead>.*</thead>' page | sed 's/<th/\n<th/g'
	sed -n 's/^<tr><th scope="row">/&/p' page | sed 's/<[^>]*>/ /g' | head -n 5
done
get 'type=publication&q=%E6%95%99%E8%82%B2%E5%B1%80' | sed -n '/<tbody>/,/<\/tbody>/p'
