long=$(printf '%05000d' 0)
get "q=$long" | sed -n 1p
get "q=$(printf '%02049d' 0)&format=json" | sed -n '1p; $p'
get "q=$(printf '%02048d' 0)&format=json" | sed -n '1p'
get "$(printf '&%.0s' $(seq 4000))q=1" | sed -n 1p
