try() {
	yusou "$@" 2>&1
	echo "=> $?"
}
try compare 物业管理
try compare --by planet
try compare --by year,year
try compare --by line
try compare --of publication --by unit
try compare --of table --by year
try compare --by year --measure weight
try compare --by year --match everything
try compare --by year --format xml
try compare --by year --year soon
try compare --by year --index nowhere
