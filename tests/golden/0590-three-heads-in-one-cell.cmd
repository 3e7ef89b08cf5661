# known-broken: heads glued in one cell are not told apart; a rule for it would know one text
yusou export --type table --format jsonl | grep '"title":"支出决算表".*/10-shiqu' | sed 's/.*"columns":\[\("[^"]*","[^"]*"\).*/\1/'
