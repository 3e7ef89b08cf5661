# Without its amount a project that says less of it comes later.
yusou search --format csv 光纤 | tail -n 2 | cut -d, -f3,4
yusou search --format csv --no-amount 光纤 | tail -n 2 | cut -d, -f3,4
yusou search --explain --no-amount 光纤 | grep -c amount:
