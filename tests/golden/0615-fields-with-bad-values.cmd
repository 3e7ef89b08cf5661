try() {
	yusou search "$@" 2>&1
	echo "=> $?"
}

try 光纤 year:23
try 光纤 年份：2024..2021
try 'amount:>5..10'
try amount:很多
try kind:计划
try type:项目
try region:。
try 'region>湖南省'
try code:20x
try 光纤 year:
try 光纤 'department:"教育局'
