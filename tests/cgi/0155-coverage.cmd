get 'view=coverage' | sed -n '/<main/,/<\/main>/p'
get 'view=coverage&format=csv' | sed '1,/^$/d'
get 'view=coverage&format=json' | sed '1,/^$/d' >json
yusou stats --by region,kind,year --format json | cmp - json
get 'view=coverage&format=atom' | sed -n 1p
# each count is what its link finds
get 'view=coverage' | grep -o '<td class="n"><a href="[^"]*">[0-9]*' | sed 's/.*href="[^?]*?\([^"]*\)">/\1 /; s/&amp;/\&/g' |
	while read -r link count; do
		get "$link" | grep -q "找到 $count 条" || echo "$link: another count than $count"
	done
