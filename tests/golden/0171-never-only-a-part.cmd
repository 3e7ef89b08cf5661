# Quotation marks, operators and --exact say that a part is not enough.
try() {
	yusou search "$@" 2>&1
	echo "=> $?"
}

try '"机关食堂外包服务监督"'
try 机关食堂外包服务监督 -- -学校
try --exact 机关食堂外包服务监督
try 哪些部门的有多少
