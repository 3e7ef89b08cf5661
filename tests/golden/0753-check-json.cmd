printf '云栖县交通局2023年部门预算\n\n“三公”经费支出表\n\n单位：万元\n\n项目\t预算数\n合计\t9.00\n1.因公出国（境）费用\t1.00\n' >a.txt
printf '2.公务接待费\t0.50\n3.公务用车购置及运行费\t7.05\n\n注：完。\n\n支出总表\n\n科目编码\t科目名称\t合计\n2080501\t离退休\t5.00\n' >>a.txt
printf '2080505\t养老保险\t1.00\n221\t住房保障支出\t5.00\n\nXX部门负责公路。\n' >>a.txt
yusou check --format json a.txt
