# What an operator needs, and which character lacks it.
try() {
	yusou search "$@" 2>&1
	echo "=> $?"
}

try OR 光纤
try 光纤 OR
try 光纤 OR OR 租赁
try 光纤 AND
try AND 光纤
try 光纤 NOT
try 光纤 NOT OR 租赁
try -- -光纤
try '光纤 (租赁'
try '光纤 租赁)'
try '光纤 ()'
try '光纤 OR year:2023'
try '光纤 -(租赁 year:2023)'
