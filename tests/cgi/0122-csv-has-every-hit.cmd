# more than fit on a page, and in the order of the page
get 'type=section&format=csv' | sed -n '1,/^$/p'
get 'type=section&format=csv' | grep -c ',section,'
yusou export --type section --format csv | grep -c ',section,'
get 'q=%E9%A3%9F%E5%A0%82&sort=amount&format=csv' | sed '1,/^$/d' | cut -d, -f3-4
