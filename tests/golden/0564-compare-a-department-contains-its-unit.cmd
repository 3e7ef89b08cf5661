# added up one by one, what both print of the unit would be there twice
cat >unit.txt <<'END'
2023年澜江市青禾县政务服务中心部门预算

表1 部门预算项目支出表
单位：万元
项目名称	金额
政务大厅物业管理费	20.00
合计	20.00
END
sum() {
	yusou export --type project --format csv | grep 物业管理 | grep ',2023,预算,' | cut -d, -f3,4,7
}
cat >sources.tsv <<'END'
file	department	region	year	kind	level
unit.txt	澜江市青禾县政务服务中心	湖南省	2023	预算	单位
END
yusou index . >/dev/null
sum
yusou compare 物业管理 --by year --year 2023 --kind 预算
yusou compare 物业管理 --by level --year 2023 --kind 预算
