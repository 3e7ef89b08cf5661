/* Columns of a row against its total, in heads of several levels. */
#include "tests/unit/reconcile_fixture.h"

#define T "云栖县交通局2023年部门预算\n\n"

/* Heads with groups that have a total of their own, and one that has none. */
#define GROUPS                                                                                                         \
	T "收入总表\n\n单位：万元\n\n科目编码\t科目名称\t总计\t本年收入\t\t\t\t\t上年结转\n"                                     \
	"\t\t\t合计\t财政拨款\t\t其他资金\t\t\n\t\t\t\t小计\t一般公共预算\t事业收入\t其他收入\t\n"                             \
	"\t合计\t100.00\t90.00\t70.00\t70.00\t12.00\t8.00\t10.00\n"                                                      \
	"201\t一般公共服务支出\t100.00\t90.00\t70.00\t70.00\t12.00\t8.00\t10.00\n"                                       \
	"20103\t政府办公厅\t60.00\t55.00\t40.00\t40.00\t9.00\t6.00\t5.00\n"                                              \
	"20113\t商贸事务\t40.00\t35.00\t30.00\t30.00\t3.00\t2.00\t5.00\n\n"

/* 其中 is in 财政拨款 already. */
#define OF_WHICH                                                                                                       \
	T "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t财政拨款\t其中：一般公共预算\t其他资金\n"                         \
	"\t合计\t100.00\t80.00\t75.00\t20.00\n201\t一般公共服务支出\t60.00\t50.00\t45.00\t10.00\n"                        \
	"208\t社会保障和就业支出\t40.00\t30.00\t30.00\t10.00\n\n"

/* 其中 is the first part. */
#define OF_WHICH_A_PART                                                                                                \
	T "一般公共预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t小计\t其中：基本支出\t项目支出\n"                             \
	"\t合计\t100.00\t80.00\t20.00\n201\t一般公共服务支出\t60.00\t50.00\t10.00\n"                                      \
	"208\t社会保障和就业支出\t40.00\t30.00\t10.00\n\n"

#define CARRY                                                                                                          \
	T "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\t结转下年\n"                                   \
	"\t合计\t100.00\t80.00\t20.00\t7.00\n201\t一般公共服务支出\t60.00\t50.00\t10.00\t3.00\n"                          \
	"208\t社会保障和就业支出\t40.00\t30.00\t10.00\t4.00\n\n"

#define NESTED_TOTAL                                                                                                   \
	T "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t总计\t财政拨款合计\t一般公共预算\t政府性基金\t其他资金\n"               \
	"\t合计\t100.00\t80.00\t75.00\t5.00\t20.00\n201\t一般公共服务支出\t60.00\t50.00\t45.00\t5.00\t10.00\n"            \
	"208\t社会保障和就业支出\t40.00\t30.00\t30.00\t0.00\t10.00\n\n"

static const change_row rows[] = {
	{ "groups with totals of their own", GROUPS, NULL, NULL, "" },
	{ "a digit in a group: its total, and that of its column", GROUPS, "55.00\t40.00\t40.00\t9.00", "55.00\t40.00\t40.00\t7.00",
	  "mismatch columns-total 收入总表 -20000\nmismatch code-levels 收入总表 -20000\n" },
	{ "a digit of the total of a group", GROUPS, "商贸事务\t40.00\t35.00\t30.00\t30.00", "商贸事务\t40.00\t35.00\t31.00\t30.00",
	  "mismatch columns-total 收入总表 10000\nmismatch columns-total 收入总表 -10000\nmismatch code-levels 收入总表 10000\n" },
	{ "a column that is part of the one before it", OF_WHICH, NULL, NULL, "" },
	{ "a digit beside such a column", OF_WHICH, "201\t一般公共服务支出\t60.00\t50.00", "201\t一般公共服务支出\t60.00\t58.00",
	  "mismatch columns-total 支出总表 80000\nmismatch rows-total 支出总表 80000\n" },
	{ "a column called 其中 that is a part", OF_WHICH_A_PART, NULL, NULL, "" },
	{ "what is carried over is not spent", CARRY, NULL, NULL, "" },
	{ "a total beside the members of another total", NESTED_TOTAL, NULL, NULL, "" },
	{ "a digit of a member of both", NESTED_TOTAL, "208\t社会保障和就业支出\t40.00\t30.00\t30.00", "208\t社会保障和就业支出\t40.00\t30.00\t36.00",
	  "mismatch columns-total 支出总表 60000\nmismatch columns-total 支出总表 60000\n"
	  "mismatch rows-total 支出总表 60000\n" },
	{ "two measures are no sum",
	  T "项目支出表\n\n单位：万元\n\n项目名称\t年初预算数\t调整预算数\t绩效目标\n合计\t30.00\t50.00\t\n甲项目\t10.00\t20.00\t做好。\n"
	    "乙项目\t20.00\t30.00\t做好。\n\n",
	  NULL, NULL, "unchecked projects-expenditure 项目支出\n" },
	{ "heads that do not tell what they add up are said so",
	  T "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t甲\t乙\n\t合计\t100.00\t30.00\t20.00\n201\t一般公共服务支出\t60.00\t10.00\t10.00\n"
	    "208\t社会保障和就业支出\t40.00\t20.00\t10.00\n\n",
	  NULL, NULL, "unchecked columns-total 支出总表\n" },
	{ "one row is enough where the names are clear",
	  T "一般公共预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t60.00\t30.00\t10.00\n\n", NULL,
	  NULL, "mismatch columns-total 一般公共预算支出表 -200000\nunchecked rows-total 一般公共预算支出表\n" },
	{ "blank is not 0, and a dash is", T "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
					     "\t合计\t60.00\t60.00\t-\n201\t一般公共服务支出\t60.00\t60.00\t\n20103\t政府办公厅\t60.00\t60.00\t—\n\n",
	  NULL, NULL, "" },
};

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_change_is_seen);
	return run_all("reconcile_columns", tests);
}
