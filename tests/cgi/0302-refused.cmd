# each with its status and a reason
while read -r query; do
	echo "$query"
	get "$query&format=json&lang=en" | sed -n '1p; $p'
done <<'END'
q=a%00b
q=a%0d%0aSet-Cookie:%20x=1
q=%ff
q=%e4%ba
q=a&q=b
year=20x3
page=0
page=99999
page=-1
id=../../../etc/passwd
id=p
id=paaaaaaaaaaaaaaaa
type=secret
facets=some
columns=none
view=x
limit=0
kind=x
sort=rank
publication=x
amount=much
q=(
q=year:
q=%22
END
get 'format=xml' | sed -n 1p
get 'lang=xx' | sed -n 1p
