: >empty.txt
printf '\n \t\n\343\200\200\n' >blank.txt
yusou index --index i empty.txt blank.txt
