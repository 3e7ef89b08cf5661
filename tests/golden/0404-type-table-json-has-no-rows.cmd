yusou search --type table --format json --limit 1 三公经费 | tr , '\n' | grep 'rows"'
