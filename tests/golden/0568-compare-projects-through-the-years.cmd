# the account of 2023 is of its budget; what is worded anew, in its next phase or under the body's new name is the same
year() {
	cat >$1$2.txt
	printf '%s\t%s\t湖南省澜江市\t%s\t%s\t部门\n' $1$2.txt $3 $1 $2 >>sources.tsv
}
printf 'file\tdepartment\tregion\tyear\tkind\tlevel\n' >sources.tsv
year 2023 预算 澜江市政务服务数据管理局 <<'END'
2023年澜江市政务服务数据管理局部门预算

表1 部门预算项目支出表
单位：万元
项目名称	金额
2023年度“智慧大厅”平台运维专项经费	20.00
数据机房改造（一期）项目	300.00
市民热线劳务派遣服务费	50.00
图书借阅服务费	12.00
合计	382.00
END
year 2024 预算 澜江市政务服务和数据管理局 <<'END'
2024年澜江市政务服务和数据管理局部门预算

表1 部门预算项目支出表
单位：万元
项目名称	金额
澜江市智慧大厅平台运维资金	25.00
数据机房改造（二期）项目	180.00
市民热线劳务外包经费	48.00
档案数字化加工费	9.00
合计	262.00
END
yusou index --index i . >/dev/null 2>&1
yusou compare --index i --by project,year --kind 预算 2>/dev/null
yusou compare --index i --by status,year --year 2024 --kind 预算 2>/dev/null
yusou compare --index i --by project,year --kind 预算 --sort change --limit 2 2>&1 | grep -v indexed
yusou compare --index i 机房 --by status --year 2024 --kind 预算 2>/dev/null | grep -v indexed
yusou compare --index i --by department,year --kind 预算 2>/dev/null
