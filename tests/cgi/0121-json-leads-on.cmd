# following next visits every hit once, each with its own address; the last page has none
address='q=%E8%B4%B9&format=json&limit=7'
: >seen
while [ -n "$address" ]; do
	get "$address" | sed '1,/^$/d' >page
	jq -r '.hits[].url' page >>seen
	address=$(jq -r '.next // "" | sub("^[^?]*\\?"; "")' page)
done
get 'q=%E8%B4%B9&format=json&limit=1' | sed '1,/^$/d' >page
test "$(sort -u seen | wc -l)" -eq "$(jq '.total + .total_loose' page)" && echo all of them
test "$(sort seen | uniq -d | wc -l)" -eq 0 && echo each once
get "$(sed -n '1s/^[^?]*?//p' seen)&format=json" | sed '1,/^$/d' | jq -r '[.url, .type] | join(" ")' | sed 's/=.*[a-z0-9] /=ID /'
# 50 values of a facet, the rest on request
get 'type=publication&format=json' | sed '1,/^$/d' | jq -c '[.facets[] | length <= 50] | all'
for limit in 0 101 x; do
	get "q=a&format=json&limit=$limit" | sed '1,/^$/d'
done
