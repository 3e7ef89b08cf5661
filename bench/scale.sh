#!/bin/bash
# How reading scales: time and memory of `yusou index --dry-run` on files no person would write.
# Each case is made in two sizes, the second twice the first: the times should be as 1 to 2, and
# the memory a small multiple of the file.
#
# usage: bench/scale.sh [CASE...]        YUSOU: the program; SCALE: percent of the usual size
set -eu
export LC_ALL=C

yusou=${YUSOU:-tools/yusou}
scale=${SCALE:-100}
dir=$(mktemp -d "${TMPDIR:-/tmp}/yusou-scale.XXXXXX")
trap 'rm -rf "$dir"' EXIT

title='2023年青溪县教育局部门预算\n\n'
caption='部门预算项目支出及其他支出预算表\n单位：万元\n'
heads='项目名称\t合计\t项目内容\n'

# repeat N TEXT: the text N times; %d in it is the number of the repetition.
repeat() {
	awk -v n="$1" -v text="$2" 'BEGIN { for (i = 1; i <= n; i++) printf text, i, i }'
}

# Each case prints a publication of size N.
long_line()     { printf "$title"; repeat "$1" '政务服务'; printf '。\n'; }
long_cell()     { printf "$title$caption${heads}甲\t1\t"; repeat "$1" '政务服务'; printf '\n'; }
wide_row()      { printf "$title$caption$heads"; repeat "$1" '甲\t'; printf '\n'; }
wide_header()   { printf "$title$caption"; for r in 1 2 3; do printf '项目名称\t'; repeat "$1" '合计\t'; printf '\n'; done
		  printf '甲'; repeat "$1" '\t1.00'; printf '\n'; }
wide_unknown()  { printf "$title$caption"; for r in 1 2 3; do repeat "$1" '某%d\t'; printf '\n'; done
		  printf '栏次\t1\t2\n甲'; repeat "$1" '\t1.00'; printf '\n'; }
wide_and_long() { printf "$title$caption项目名称"; repeat "$1" '\t合计'; printf '\n'; repeat "$1" '甲\t1.00\n'; }
empty_middle()  { printf "$title$caption项目名称"; repeat "$1" '\t'; printf '合计\n'; repeat "$1" '项目名称\t1.00\n'; }
tabs()          { printf "$title$caption$heads"; repeat "$1" '\t'; printf '1\n'; }
rows()          { printf "$title$caption$heads"; repeat "$1" '项目%d\t1.00\t内容\n'; }
same_names()    { printf "$title$caption$heads"; repeat "$1" '校车\t1.00\t内容\n'; }
same_twice()    { for t in 1 2; do printf "$title$caption$heads"; repeat "$1" "校车\t$t%d\t内容\n"; printf '注：完\n\n'; done; }
zeros()         { printf "$title$caption$heads"; repeat "$1" '项目\t0.00\t\n'; }
members()       { printf "$title$caption$heads"; repeat "$1" '甲局\t1.00\t\n乙局\t-1.00\t\n'; }
fragments()     { printf "$title"; repeat "$1" "$caption${heads}项目%d\t1.00\t内容\n\n"; }
tables()        { printf "$title"; repeat "$1" "第%d表\n${heads}项目%d\t1.00\t内容\n\n一、说明\n"; }
continued()     { printf "$title$caption${heads}甲\t1.00\t内容\n"; repeat "$1" '\t\t内容\n'; }
continued_page(){ printf "$title$caption${heads}甲\t1.0\t内容\n"; repeat "$1" '\n\t2\t\n'; }
number_heads()  { printf "$title$caption$heads"; repeat "$1" '\n乙%d\t1.0\t内容\n\n\t2\t\n'; }
nested()        { printf "$title"; repeat "$1" '（一）'; printf '\n'; repeat "$1" '一、'; printf '\n'; }
numbered()      { printf "$title"; repeat "$1" '（一）一、\n'; }
numerals()      { printf "$title"; repeat "$1" '一'; printf '、\n'; }
headings()      { printf "$title"; repeat "$1" '一、标题%d\n'; }
sections()      { printf "$title"; repeat "$1" '一、标题\n正文。\n'; }
captions()      { printf "$title"; repeat "$1" '收支总表\n'; }
furniture()     { printf "$title"; repeat "$1" '收支总表\n单位：万元\n'; }
blank_lines()   { printf "$title收支总表\n"; repeat "$1" '\n'; }
contents()      { printf "$title目录\n"; repeat "$1" '一、目录\n'; }
two_contents()  { printf "$title"; repeat "$1" '目录\n（一）收支总表……1\n'; }
sentences()     { printf "$title一、说明\n"; repeat "$1" '没有句号的一行，\n'; }
short_lines()   { printf "$title一、说明\n"; repeat "$1" '行\n'; }
figures()       { printf "$title一、收支情况\n"; repeat "$1" '本年收入合计%d.00万元，比上年减少%d.00万元，'; printf '。\n'; }
figure_lines()  { printf "$title一、收支情况\n"; repeat "$1" '“三公”经费支出决算为%d.00万元，其中接待费1.00万元。\n'; }
mentions()      { printf "$title$caption$heads"; repeat "$1" '项目%d\t1.00\t内容\n'
		  printf '\n一、说明\n'; repeat "$1" '（一）项目%d支出1.00万元，主要是项目%d。\n'; }
forms()         { printf "2023年青溪县教育局部门决算\n\n"; repeat "$1" "项目支出绩效自评表\n项目名称\t项目%d\n项目资金\t\t年初预算数\t全年执行数\n\t年度资金总额\t1.00\t1.00\n\n"; }
balance()       { printf "$title收支总表\n单位：万元\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
		  repeat "$1" '一、拨款\t1.00\t一、服务\t1.00\n'; printf '收入总计\t1.00\t支出总计\t1.00\n'; }
purchases()     { printf "$title政府采购预算表\n单位：万元\n项目名称\t采购项目\t采购品目\t数量\t金额\n"; repeat "$1" '办公\t电脑%d\t货物\t1\t1.00\n'; }
quotes()        { printf "$title"; repeat "$1" '“'; printf '\n'; }
brackets()      { printf "$title"; repeat "$1" '（'; printf '\n$caption${heads}'; repeat "$1" '('; printf '\t1\t\n'; }
markup()        { printf "$title"; repeat "$1" '<a$**^{&am'; printf '\n'; }
big_title()     { repeat "$1" '2023年'; printf '部门预算\n'; }
title_lines()   { repeat "$1" '2023年某某\n'; printf '部门预算\n'; }
units()         { printf "${title}下属单位包括："; repeat "$1" '第%d中心、'; printf '。\n'; }
goals()         { printf "$title$caption$heads"; repeat "$1" '项目%d\t1.00\t内容\n'
		  printf '\n重点项目绩效目标表\n项目名称\t绩效目标\n'; repeat "$1" '项目%d\t好\n'; }
functions()     { printf "$title支出总表\n科目编码\t科目名称\t合计\n"; repeat "$1" '201\t服务\t1.00\n'; }
damaged()       { printf "$title"; repeat "$1" '\377政务服务'; printf '\n'; }

# CASE N: the smaller size.
cases() {
	cat <<'END'
long_line 4000000
long_cell 2000000
wide_row 1000000
wide_header 100000
wide_unknown 100000
wide_and_long 100000
empty_middle 100000
tabs 5000000
rows 500000
same_names 500000
same_twice 200000
zeros 500000
members 100000
fragments 20000
tables 20000
continued 500000
continued_page 100000
number_heads 50000
nested 1000000
numbered 500000
numerals 3000000
headings 500000
sections 200000
captions 100000
furniture 100000
blank_lines 700000
contents 200000
two_contents 50000
sentences 300000
short_lines 500000
figures 200000
figure_lines 100000
mentions 50000
forms 10000
balance 200000
purchases 200000
quotes 1000000
brackets 500000
markup 300000
big_title 1200000
title_lines 200000
units 50000
goals 50000
functions 300000
damaged 300000
END
}

measure() {
	/usr/bin/time -o "$dir/time" -f '%e %M' timeout 600 \
		"$yusou" index --dry-run --index "$dir/index" "$1" >/dev/null 2>"$dir/err" || cat "$dir/err" >&2
	tail -1 "$dir/time"
}

printf '%-16s %10s %9s %9s %6s %9s %6s\n' case bytes seconds 'at 2n' ratio MiB 'x file'
cases | while read -r name n; do
	[ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
	n=$((n * scale / 100))
	"$name" "$n" >"$dir/a.txt"
	"$name" $((2 * n)) >"$dir/b.txt"
	read -r t1 m1 <<<"$(measure "$dir/a.txt")"
	read -r t2 m2 <<<"$(measure "$dir/b.txt")"
	size=$(stat -c %s "$dir/b.txt")
	awk -v name="$name" -v s="$size" -v t1="$t1" -v t2="$t2" -v m="$m2" 'BEGIN {
		printf "%-16s %10d %9.2f %9.2f %6.1f %9.1f %6.1f\n", name, s, t1, t2,
			t2 / (t1 > .01 ? t1 : .01), m / 1024, m * 1024 / s }'
	rm -f "$dir/a.txt" "$dir/b.txt"
done
