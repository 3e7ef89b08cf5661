# and an English one in English; JSON is for programs
while read -r query; do
	get "$query" | sed -n '1p; /class="reason"/p'
done <<'END'
q=a&q=b
year=20x3
year=20x3&lang=en
page=0
q=(
q=%E9%A3%9F%E5%A0%82%20year:%3Cb%3E
q=%E9%A3%9F%E5%A0%82%20year:%3Cb%3E&lang=en
id=paaaaaaaaaaaaaaaa
END
get 'q=x' REQUEST_METHOD=POST | sed -n '/class="reason"/p'
get 'year=20x3&format=json&lang=zh' | sed -n '$p'
