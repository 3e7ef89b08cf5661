# of each cell the count and the sum are those behind its link
while read -r query; do
	get "view=compare&$query" >page
	grep -o '<td class="n"><a href="[^"]*"><span class="m"[^>]*>[^<]*</span></a></td>.*' page |
		sed 's/.*<a href="[^?]*?\([^"]*\)"><span[^>]*>\([^<]*\)<.*\(<td class="n">[0-9]\)/\1 \2 \3/; s/&amp;/\&/g' >cells
	echo "$query $(wc -l <cells)"
	get "view=compare&$query&format=json" | sed '1,/^$/d' | jq -r '.cells[] | select(.count > 0) | "\(.hits) \(.count) \(.amount_yuan)"' |
		while read -r address count amount; do
			get "${address#*\?}&format=json" | sed '1,/^$/d' |
				jq -r --argjson count "$count" --argjson amount "$amount" \
					'select(.total != $count or (.hits | length) != $count or .amount_yuan != $amount or
						(([.hits[].amount_yuan] | add) - $amount | fabs) > 0.001) | "differs: \(.total) \(.amount_yuan)"'
			get "${address#*\?}" | grep -q "找到 $count 条" || echo "$address: another count"
		done
done <<'END'
by=region,year
of=publication&by=department,year&measure=three_public_total
q=%E8%B4%B9&by=department
q=%E8%B4%B9&by=project,year
by=status,year
by=unit
of=line&by=line&q=%E8%B4%B9&kind=%E5%86%B3%E7%AE%97
of=line&by=code,level&year=2023
q=%E8%B4%B9&match=text&by=role
END
