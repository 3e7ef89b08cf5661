cat >a.txt <<END
2023年松溪市云岭区数据服务局部门预算

部门预算项目支出及其他支出预算表

单位：万元

支出项目类别 (资金使用单位)	总计	绩效目标
合计	180.00	
松溪市云岭区数据服务局	180.00	
政务云	100.00	保障区级业务系统上云。
机房维护	80.00	政务云机房全年不停机，空调、电源每季检修一次，故障在四小时之内排除。
END
yusou index --index i a.txt 2>/dev/null
yusou show --index i $(yusou search --index i --type table --format csv 项目支出 2>/dev/null | sed -n 2p | cut -d, -f1)
