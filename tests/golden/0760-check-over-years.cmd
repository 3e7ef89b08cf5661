cat >2022.txt <<'TEXT'
云栖县交通局2022年度部门决算

支出决算表

单位：万元

科目编码	科目名称	本年支出合计	基本支出	项目支出
	合计	90.00	60.00	30.00
214	交通运输支出	90.00	60.00	30.00
TEXT
cat >2023.txt <<'TEXT'
云栖县交通局2023年度部门决算

一、支出决算情况说明

1.基本支出66.00万元，比上年决算减少6.00万元，下降8.3%。
TEXT
yusou check 2022.txt 2023.txt | grep differs
mv 2022.txt older.txt
yusou check 2023.txt older.txt | grep -E 'txt$|differs'
yusou check 2023.txt | grep -c differs
