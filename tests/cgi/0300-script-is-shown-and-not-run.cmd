query='q=%3Cscript%3Ealert(1)%3C/script%3E&region=%22%3E%3Cimg+src=x+onerror=alert(1)%3E&department=%27+autofocus+onfocus=%27x'
get "$query" | sed '1,/^$/d' >page
grep -c '<script' page
grep -c '<img' page
grep -o 'value="[^"]*script[^"]*"' page
grep -o '<[^<>]*autofocus[^<>]*>' page | sort -u
get "$query&format=atom" | sed '1,/^$/d' | grep '<title>'
