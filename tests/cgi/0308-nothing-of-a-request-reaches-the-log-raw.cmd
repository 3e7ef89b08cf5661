printf 'q=x&format=json' >/dev/null
get "$(printf 'q=\033[31m\001')" YUSOU_INDEX="$(printf 'no\033where')" 2>stderr | sed -n 1p
get '' YUSOU_INDEX="$(printf 'no\033where')" 2>stderr | sed -n 1p
tr -d '\n' <stderr | grep -c "$(printf '\033')"
