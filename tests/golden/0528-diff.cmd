# a corrected amount, a project more and one less, a publication that is new
write() {
	cat >a.txt <<END
2023年澜江市体育局部门预算

表1 部门预算项目支出表
单位：万元
项目名称	金额
$1
END
}
printf 'file\tdepartment\tregion\tyear\tkind\tlevel\na.txt\t澜江市体育局\t湖南省澜江市\t2023\t预算\t部门\n' >sources.tsv
write '场馆维护费	20.00
器材购置费	30.00
合计	50.00'
yusou index --index i . >/dev/null 2>&1
yusou diff --index i
echo "=> $?"
write '场馆维护费	25.00
赛事经费	40.00
合计	65.00'
yusou index --index i . "$SAMPLES"/01-*.txt >/dev/null 2>&1
yusou diff --index i | sed 's/ *\[.*//'
yusou diff --index i 1 2 --format json | sed 's/"id":"[^"]*",//g; s/"path":"[^"]*",//g'
yusou diff --index i 2 2
echo "=> $?"
yusou diff --index i 7
echo "=> $?"
yusou diff --index i soon
