/* Balance tables, the three public expenses, one table against another, prose against tables. */
#include "tests/unit/reconcile_fixture.h"

#define B BUDGET_HEAD
#define A ACCOUNT_HEAD

/* The same on both sides. */
#define SIDES(rows) BUDGET_HEAD "收支总表\n\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n" rows "\n"
#define BOTH(name, amount) name "\t" amount "\t" name "\t" amount "\n"

static const change_row rows[] = {
	{ "income and expenditure one below the other are not taken for sides",
	  BUDGET_HEAD "收支总表\n\n单位：万元\n\n项目\t预算数\n一、财政拨款\t9.00\n本年收入合计\t9.00\n\n", NULL, NULL,
	  "unchecked rows-total 收支总表\n" },
	{ "items without any total are not compared", SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00")), NULL, NULL,
	  "unchecked income-expenditure 收支总表\n" },
	{ "其中 need not be all there is", SIDES(BOTH("一、甲", "5.00") BOTH("其中：丙", "6.00") BOTH("二、乙", "4.00") BOTH("总计", "9.00")),
	  NULL, NULL, "" },
	{ "the parts of an item end at the next",
	  SIDES(BOTH("一、甲", "5.00") BOTH("（一）丙", "3.00") BOTH("（二）丁", "2.00") BOTH("二、乙", "4.00") BOTH("（一）戊", "4.00")
		BOTH("总计", "9.00")),
	  NULL, NULL, "" },
	{ "with a row that has no number it is not certain what counts",
	  SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("丙", "2.00") BOTH("总计", "10.00")), NULL, NULL,
	  "unchecked balance-parts 收支总表\nunchecked balance-parts 收支总表\n" },
	{ "with numbers on all it is",
	  SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("总计", "10.00")), NULL, NULL,
	  "mismatch balance-parts 收支总表 -10000\nmismatch balance-parts 收支总表 -10000\n" },
	{ "rows between two totals of which some fit may be parts of them",
	  SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("本年合计", "9.00") BOTH("上年结转", "3.00") BOTH("基本结转", "2.00")
		BOTH("项目结转", "1.50") BOTH("总计", "12.00")),
	  NULL, NULL, "unchecked balance-parts 收支总表\nunchecked balance-parts 收支总表\n" },
	{ "and are none where no choice of them fits",
	  SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("本年合计", "9.00") BOTH("上年结转", "3.00") BOTH("总计", "13.00")), NULL,
	  NULL, "mismatch balance-parts 收支总表 -10000\nmismatch balance-parts 收支总表 -10000\n" },
	/* balance tables */
	{ "a digit of an item of income", B BALANCE, "二、其他资金\t20.00", "二、其他资金\t25.00",
	  "mismatch balance-parts 收支总表 50000\n" },
	{ "a digit of an item of expenditure", B BALANCE, "四、住房保障支出\t30.00", "四、住房保障支出\t20.00",
	  "mismatch balance-parts 收支总表 -100000\n" },
	{ "parts that are more than the whole", B BALANCE, "（二）政府性基金预算\t50.00", "（二）政府性基金预算\t60.00",
	  "mismatch balance-parts 收支总表 100000\n" },
	{ "parts of which some are not printed", B BALANCE, "（二）政府性基金预算\t50.00", "（二）政府性基金预算\t",
	  "" },
	{ "a digit of what is carried over", B BALANCE, "上年结转\t10.00", "上年结转\t11.00",
	  "mismatch balance-parts 收支总表 10000\n" },
	{ "a total of the year", B BALANCE, "本年支出合计\t930.00", "本年支出合计\t990.00",
	  "mismatch balance-parts 收支总表 -600000\nmismatch balance-parts 收支总表 600000\n" },
	{ "income is not expenditure", B BALANCE, "支出总计\t930.00", "支出总计\t930.10",
	  "mismatch balance-parts 收支总表 -1000\nmismatch income-expenditure 收支总表 -1000\n" },
	{ "income is expenditure but for a hundredth", B BALANCE, "支出总计\t930.00", "支出总计\t930.01",
	  "rounding balance-parts 收支总表 -100\nrounding income-expenditure 收支总表 -100\n" },
	{ "what is carried over, and rows that may be parts of it", B BALANCE, "上年结转\t10.00\t结转下年\t0.00\n",
	  "上年结转\t10.00\t结转下年\t0.00\n项目支出结转\t6.00\t\t\n其他结转\t4.00\t\t\n",
	  "unchecked balance-parts 收支总表\n" },
	{ "numbers of two kinds stand on two levels, and are not added up", B BALANCE, "（二）政府性基金预算\t50.00",
	  "（1）政府性基金预算\t60.00", "" },
	{ "items may begin with another number than the first, and be numbered with a point",
	  B "收支总表\n\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一.拨款\t10.00\t十一、外交支出\t5.00\n"
	    "二．其他\t5.00\t十二、国防支出\t10.00\n收入总计\t15.00\t支出总计\t15.00\n\n",
	  NULL, NULL, "unchecked balance-parts 收支总表\n" },
	{ "an item that is gone", B BALANCE, "三、社会保障和就业支出\t289.50", "\t",
	  "mismatch balance-parts 收支总表 -2895000\n" },
	{ "phenomenon 35: the first rows are lost", B BALANCE,
	  "一、财政拨款\t900.00\t一、一般公共服务支出\t610.50\n（一）一般公共预算\t850.00\t二、教育支出\t0.00\n"
	  "（二）政府性基金预算\t50.00\t",
	  "\t\t", "unchecked balance-parts 收支总表\nunchecked balance-parts 收支总表\n" },
	{ "no grand total", B BALANCE, "收入总计\t930.00\t支出总计\t930.00\n", "",
	  "unchecked income-expenditure 收支总表\n" },
	{ "items without numbers among which parts may hide", B BALANCE, "二、其他资金\t20.00", "其他资金\t25.00",
	  "unchecked balance-parts 收支总表\n" },
	{ "an account: a digit of the opening balance", A ACCOUNT_BALANCE, "年初结转和结余\t6\t7.00", "年初结转和结余\t6\t1.00",
	  "mismatch balance-parts 收入支出决算总表 -60000\n" },
	{ "an account: a digit of an item", A ACCOUNT_BALANCE, "三、其他收入\t3\t2.00", "三、其他收入\t3\t7.00",
	  "mismatch balance-parts 收入支出决算总表 50000\n" },
	{ "phenomenon 39: funds below what is carried over are parts of it",
	  A "财政拨款收入支出决算总表\n\n单位: 万元\n\n收入\t\t\t支出\t\t\t\n项目\t行次\t金额\t项目\t行次\t合计\t一般公共预算财政拨款\n"
	    "一、一般公共预算财政拨款\t1\t300.00\t一、一般公共服务支出\t6\t298.00\t298.00\n"
	    "二、政府性基金预算财政拨款\t2\t0.00\t二、外交支出\t7\t0.00\t0.00\n"
	    "本年收入合计\t3\t300.00\t本年支出合计\t8\t298.00\t298.00\n"
	    "年初财政拨款结转和结余\t4\t3.00\t年末财政拨款结转和结余\t9\t5.00\t5.00\n"
	    "一般公共预算财政拨款\t5\t3.00\t\t10\t\t\n总计\t6\t303.00\t总计\t11\t303.00\t303.00\n\n",
	  NULL, NULL, "" },

	/* three public expenses */
	{ "rows: a digit of the reception", B PUBLIC_IN_ROWS, "（三）公务接待费\t0.50\t0.50", "（三）公务接待费\t0.80\t0.80",
	  "mismatch three-public “三公”经费支出表 3000\nmismatch three-public “三公”经费支出表 3000\n" },
	{ "rows: a digit of the vehicles bought", B PUBLIC_IN_ROWS, "1.公务用车购置费\t2.50\t2.50", "1.公务用车购置费\t2.90\t2.90",
	  "mismatch three-public “三公”经费支出表 4000\nmismatch three-public “三公”经费支出表 4000\n" },
	{ "rows: a digit of the total", B PUBLIC_IN_ROWS, "“三公”经费\t9.00\t9.00", "“三公”经费\t8.00\t8.00",
	  "mismatch three-public “三公”经费支出表 10000\nmismatch three-public “三公”经费支出表 10000\n" },
	{ "rows: vehicles without their sum",
	  B "“三公”经费支出表\n\n单位：万元\n\n项目\t预算数\n合计\t9.00\n1.因公出国（境）费用\t1.00\n2.公务接待费\t0.50\n3.公务用车购置费\t2.50\n"
	    "4.公务用车运行维护费\t5.00\n\n",
	  NULL, NULL, "" },
	{ "rows: a total with conferences in it",
	  B "“三公”经费支出表\n\n单位：万元\n\n项目\t预算数\n合计\t11.00\n1.因公出国（境）费用\t1.00\n2.公务接待费\t0.50\n"
	    "3.公务用车购置及运行费\t7.50\n4.会议费\t2.00\n\n",
	  NULL, NULL, "unchecked three-public “三公”经费支出表 -20000\n" },
	{ "rows of something else",
	  B "“三公”经费支出表\n\n单位：万元\n\n项目\t预算数\n会议费\t1.00\n培训费\t2.00\n\n", NULL, NULL,
	  "unchecked three-public “三公”经费支出表\n" },
	{ "columns: a digit of the account", A PUBLIC_IN_COLUMNS, "6.20\t0.00\t5.40\t0.00\t5.40\t0.80",
	  "6.20\t0.00\t5.40\t0.00\t5.40\t0.30", "mismatch three-public 财政拨款“三公”经费支出决算表 -5000\n" },
	{ "columns: a digit of the vehicles of the budget", A PUBLIC_IN_COLUMNS, "8.50\t1.00\t6.50\t0.00\t6.50",
	  "8.50\t1.00\t6.50\t0.00\t6.90",
	  "mismatch three-public 财政拨款“三公”经费支出决算表 4000\n" },

	/* one table against another */
	{ "the total of expenditure is in the balance", B BALANCE EXPENDITURE, "（二）政府性基金预算\t50.00", "（二）政府性基金预算\t49.00",
	  "" },
	{ "basic expenditure by class is another than by function", B EXPENDITURE BASIC_BY_CLASS, "合计\t430.00\n[301]", "合计\t435.00\n[301]",
	  "mismatch rows-total 一般公共预算基本支出表 -50000\nmismatch tables-agree 一般公共预算基本支出表 50000\n" },
	{ "projects are 项目支出 of the table of expenditure", B EXPENDITURE PROJECTS, NULL, NULL, "" },
	{ "projects that are not", B PROJECTS "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t930.00\t430.00\t500.00\n"
					      "201\t一般公共服务支出\t930.00\t430.00\t500.00\n\n",
	  "合计\t930.00\t430.00\t500.00\n201\t一般公共服务支出\t930.00\t430.00\t500.00",
	  "合计\t960.00\t430.00\t530.00\n201\t一般公共服务支出\t960.00\t430.00\t530.00",
	  "mismatch projects-expenditure 项目支出 -300000\n" },
	{ "the two halves of basic expenditure are its total", A ACCOUNT_EXPENDITURE ACCOUNT_BASIC, NULL, NULL,
	  "" },

	{ "a project that is printed again with another amount",
	  B PROJECTS "重点项目绩效目标表\n\n单位：万元\n\n项目名称\t预算数\t绩效目标\n桥梁检测经费\t120.00\t检测。\n养护机械购置。\t210.00\t购置。\n"
		     "别的项目\t7.00\t无。\n\n",
	  NULL, NULL,
	  "mismatch tables-agree 重点项目绩效目标表 900000\nunchecked projects-expenditure 项目支出\n" },

	/* prose */
	{ "an amount in prose is another than in the table", BUDGET, "“三公”经费预算9.00万元，比上年减少1.00万元，下降10.00%",
	  "“三公”经费预算9.50万元，比上年减少1.00万元，下降9.52%",
	  "mismatch prose-table “三公”经费 5000\nmismatch three-public “三公”经费 -5000\n" },
	{ "fewer places in prose are rounding", BUDGET, "公务用车运行维护费5.00万元），公务接待费0.50万元",
	  "公务用车运行维护费5万元），公务接待费0.5万元", "" },
	{ "a percentage that does not follow", BUDGET, "增长3.33%", "增长3.83%", "mismatch prose-percent 2023年收支总预算\n" },
	{ "a percentage that was rounded", BUDGET, "比上年增加30.00万元，增长3.33%", "比上年增加41.04万元，增长4.62%", "" },
	{ "a percentage that was cut off, not rounded", BUDGET, "比上年增加30.00万元，增长3.33%", "比上年增加41.04万元，增长4.61%",
	  "rounding prose-percent 2023年收支总预算\n" },
	{ "a percentage off by more than its last place", BUDGET, "比上年增加30.00万元，增长3.33%", "比上年增加41.04万元，增长4.60%",
	  "mismatch prose-percent 2023年收支总预算\n" },
	{ "a fall that is called a rise", BUDGET, "比上年减少1.00万元，下降10.00%", "比上年减少1.00万元，增长10.00%",
	  "mismatch prose-percent “三公”经费预算\n" },
	{ "phenomenon 19: no number is no percentage", BUDGET, "增长3.33%", "增长--%", "" },
	{ "kinds of procurement that are not the whole", BUDGET, "服务类采购30.00万元", "服务类采购36.00万元",
	  "mismatch procurement 政府采购 60000\n" },
	{ "a total in prose is another than in the table", BUDGET, "2023年收支总预算930.00万元，比上年增加30.00万元，增长3.33%",
	  "2023年收支总预算940.00万元，比上年增加30.00万元，增长3.30%",
	  "mismatch prose-table 总收入 100000\nmismatch prose-table 总支出 100000\n" },
	{ "the total of the year may be meant", ACCOUNT, "2022年度收、支总计均为309.00万元。与2021年相比，收、支总计各增加9.00万元，增长3.00%。",
	  "2022年度总收入302.00万元。", "" },
	{ "an account: the budget in the prose is not the account of the table", ACCOUNT, "支出决算为6.20万元", "支出决算为8.50万元",
	  "mismatch prose-table “三公”经费 23000\nmismatch three-public “三公”经费 -23000\n" },
};

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_change_is_seen);
	return run_all("reconcile_balance", tests);
}
