yusou search $(printf '%02048d' 0) 2>/dev/null
echo "=> $?"
yusou search $(printf '%02049d' 0)
