sed "s/长者饭堂运营补贴/长者饭堂$(printf '\377')运营补贴/" $SAMPLES/04-*.txt >a.txt
yusou index --index i a.txt
yusou search --index i 骨干网
yusou search --index i --format csv 社区网格员 | cut -d, -f3,4
