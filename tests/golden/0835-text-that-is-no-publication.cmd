echo 今天天气很好，大家都去公园。 >notes.txt
yusou index --index i notes.txt
