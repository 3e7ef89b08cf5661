yusou index $SAMPLES >/dev/null 2>&1
try() {
	yusou check "$@" 2>&1 | sed -n '$p'
}
try 教育局
try 青禾 决算
try pms7cn6wn3ayq6bxz
try year:2021
yusou check 火星 2>&1
