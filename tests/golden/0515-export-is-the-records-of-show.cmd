id=$(yusou search --format csv 长者饭堂 2>/dev/null | sed -n 2p | cut -d, -f1)
yusou export | grep "^{\"id\":\"$id\"" >exported
yusou show --format json $id >shown
cmp exported shown && wc -l <shown
