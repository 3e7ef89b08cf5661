cat >a.txt <<END
2023年松溪市云岭区数据服务局部门预算

部门预算项目支出及其他支出预算表

单位：万元

支出项目类别 (资金使用单位)	总计	绩效目标
合计	180.00	
松溪市云岭区数据服务局	180.00	
政务云	180.00	保障区级业务系统上云。
END
printf '注：数据来自年初预\347\256' >>a.txt
yusou index --index i a.txt
yusou search --index i --format csv 政务云 | cut -d, -f3,4
yusou export --index i --type publication --format csv | tail -n 1 | cut -d, -f3,28
