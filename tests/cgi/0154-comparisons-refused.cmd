while read -r query; do
	echo "$query"
	get "view=compare&$query&format=json&lang=en" | sed -n '1p; $p'
	get "view=compare&$query" | sed -n 's/.*<p class="reason">\(.*\)<\/p>.*/\1/p'
done <<'END'
by=x
by=year,year
by=line
by=status&of=line
of=table
measure=much
match=all
sort=year
limit=x
cell=nowhere
q=(
END
get 'view=compare&format=atom' | sed -n 1p
# of comparisons alone
get 'q=%E8%B4%B9&sort=change' | sed -n 1p
get 'q=%E8%B4%B9&by=x' | sed -n 1p
