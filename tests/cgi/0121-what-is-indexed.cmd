get 'format=json' | sed '1,/^$/d' >page
jq -c '[.generation, .records, (.facets | keys)]' page
jq -c '.facets.year_kind[:3]' page
yusou export --type publication 2>/dev/null | wc -l
