# They belong to the only publication beside them, unless they say something else; otherwise they stay by themselves.
table() {
	printf '%s\n单位：万元\n支出\t金额\n林业支出\t%s\n合计\t%s\n' "$1" $2 $2
}
prose() {
	printf '%s\n\n一、部门概况\n负责本县有关工作。\n\n二、收支情况\n收入%s万元。\n' "$1" $2
}
try() {
	yusou index --index i "$@" 2>&1 | sed 's/;.*generation/; generation/' | grep -v tables
	yusou stats --index i | grep -E '^(part|superseded) '
	yusou export --index i --type table --format jsonl | jq -r '[.title, .department, .source.path] | join(" ")'
}

mkdir d
prose 青禾县林业局2024年部门预算 10.00 >d/说明.txt
table 支出总表 10.00 >d/表3.txt
table 财政拨款支出表 9.00 >d/教育局表5.txt
table 一般公共预算支出表 8.00 >d/2023年表4.txt
try d
echo "a second publication beside them"
prose 青禾县体育局2024年部门预算 7.00 >d/体育局.txt
try d
echo "it goes again"
rm d/体育局.txt
try --prune d
