yusou search --type table --format json --limit 1 三公经费 | grep -o '"n_rows":[0-9]*\|"rows":\[\['
