elsewhere() {
	yusou search --format json "$@" 2>/dev/null >out
	echo "=> $?"
	jq -c '.total, (.elsewhere // [] | .[] | [.type, .total, (.hits | map(.title))])' out
}
elsewhere 三公经费
elsewhere 雁府发[2020]11号
elsewhere 机关运行经费 year:2023
elsewhere 这里没有的东西
# where a type is named nothing else is looked for
elsewhere --type project 三公经费
yusou search 雁府发[2020]11号
