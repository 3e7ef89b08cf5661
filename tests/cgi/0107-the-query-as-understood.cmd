# in words, where it is not what was typed letter by letter
while read -r query; do
	get "q=$query" | sed -n '/class="by">查找/p'
	get "q=$query&lang=en" | sed -n '/class="by">Searched/p'
done <<'END'
%E9%A3%9F%E5%A0%82
%E7%89%A9%E6%A5%AD%E7%AE%A1%E7%90%86
%EF%BC%A9%EF%BC%B0v6
IPv6
%22%E9%A3%9F%E5%A0%82%22%20-%E6%95%99%E8%82%B2%E5%B1%80
1,156.36
(a%20OR%20b)%20year:2021..2023%20kind:%E5%86%B3%E7%AE%97
a%20-(year:2021%20OR%20-amount:200..)
code:206*
a%20type:all
%3Cb%3E%20%26
END
