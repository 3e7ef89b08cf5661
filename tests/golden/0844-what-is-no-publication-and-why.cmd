mkdir d
printf '舟曲县财政局关于做好2024年部门预算公开工作的通知\n\n各单位：\n一、要求\n按时公开，不得遗漏。\n' >d/notice.txt
printf '首页 > 预决算\n舟曲县星火局2023年部门预算公开\n发布时间：2023-01-02\n附件下载：\n舟曲县星火局2023年部门预算.pdf\n' >d/page.txt
printf '某某网\n\n区直部门和直属单位预算\n第一页，共九页\n' >d/index.txt
printf '一图读懂舟曲县2023年部门预算\n钱从哪里来？\n' >d/news.txt
yusou index --index i d
for f in notice page index news; do yusou index --index i d/$f.txt; echo "=> $?"; done
