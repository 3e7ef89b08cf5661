mkdir in
cat >in/1.txt <<'TEXT'
云栖县交通局2023年部门预算

支出总表

单位：万元

科目编码	科目名称	合计	基本支出	项目支出
	合计	2345.60	1111.10	1234.50
214	交通运输支出	2345.60	1111.10	1234.50

项目支出表

单位：元

项目名称	金额
合计	1234.50
公路养护	1000.25
桥梁养护	234.25
TEXT
cat >in/2.txt <<'TEXT'
云栖县公路局2023年部门预算

项目支出表

单位：万元

项目名称	金额
合计	50.00
公路养护	50.00
TEXT
yusou index --index x in 2>/dev/null
yusou search --index x --facets 养护 --sort amount --format json | tr ',{' '\n\n' | grep -E '"(title|department|value|count|amount_yuan|left_out)"' | grep -vE 'null|预算'
yusou search --index x --facets 养护
