id=$(yusou search --format csv 校车运营补贴 2>/dev/null | sed -n 2p | cut -d, -f1)
yusou show pnosuchrecordhere $id $(printf '%0300d' 0) | head -n 2
yusou show --format json pnosuchrecordhere $id | cut -c1-80
yusou show pnosuchrecordhere $id >/dev/null
