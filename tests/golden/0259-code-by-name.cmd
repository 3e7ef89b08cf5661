yusou search code:图书馆 --format csv | wc -l
yusou search 科目:火星事务
yusou search --type table --explain --limit 1 2070104 | grep 'row has'
