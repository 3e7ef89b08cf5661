cat >a.txt <<END
2023年松溪市云岭区数据服务局部门预算

部门预算项目支出及其他支出预算表

单位：万元

支出项目类别 (资金使用单位)	总计	绩效目标
合计	1,180.00	
松溪市云岭区数据服务局	1,180.00	
政务云	1,100.00	保障“区级”业务系统上云，"全年"可用。
机房维护	80.00	=空调、电源每季检修一次。
END
yusou index --index i a.txt 2>/dev/null
id=$(yusou search --index i --type table --format csv 项目支出 2>/dev/null | sed -n 2p | cut -d, -f1)
yusou show --index i --format csv $id
yusou show --index i --format csv $id $id
yusou show --format tsv $id
