/* Sentences about amounts, against themselves and the rows they are about. */
#include "src/publication/checks/percent.h"

#include "tests/unit/reconcile_fixture.h"

#define B BUDGET_HEAD EXPENDITURE "第三部分 情况说明\n\n"
#define A ACCOUNT_HEAD "第三部分 情况说明\n\n"
/* 2010301 行政运行: 150.50 */
#define ITEM(amounts)                                                                                                  \
	"1、一般公共服务支出（201类）政府办公厅（室）及相关机构事务（03款）行政运行（01项）" amounts "\n\n"                      \
	"2、“社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）”249.50万元，主要用于退休费。\n\n"              \
	"3.住房保障支出（类）住房改革支出（款）住房公积金（项）30万元。\n\n"
#define YEARS(change) "公路事务：2022年执行数为100.00万元，2023年预算安排125.00万元，" change "。\n"

static const change_row rows[] = {
	/* from one year to the next */
	{ "a rise that follows from both years", B YEARS("比2022年执行数增加25.00万元，增长25.00%"), NULL, NULL, "" },
	{ "a percentage alone that does not", B YEARS("比2022年执行数增长20.00%"), NULL, NULL, "mismatch prose-percent 2023年预算安排\n" },
	{ "a fall that is a rise", B YEARS("比2022年执行数减少25.00%"), NULL, NULL, "mismatch prose-percent 2023年预算安排\n" },
	{ "an amount that is not the difference, from which the percentage follows",
	  B YEARS("比2022年执行数增加26.00万元，增长25.00%"), NULL, NULL,
	  "mismatch prose-percent 2023年预算安排\nmismatch prose-change 2023年预算安排 -10000\n" },
	{ "a percentage that was cut off", B "公路事务：2022年执行数为888.96万元，2023年预算安排930.00万元，比上年增长4.61%。\n", NULL, NULL,
	  "rounding prose-percent 2023年预算安排\n" },
	{ "compared with another amount of the year before", B YEARS("比2022年预算增加20.00万元，增长19.05%"), NULL, NULL, "" },
	{ "of something else", B YEARS("其中项目支出比上年增加20.00万元，增长90.00%"), NULL, NULL, "" },
	{ "of nothing there is no percentage", B "公路事务：2022年执行数为0万元，2023年预算安排25.00万元，比上年增长100.00%。\n", NULL, NULL, "" },
	{ "a fall by more than all of it", B "公路事务2023年预算0万元，比上年减少0.52万元，下降103.40%。\n", NULL, NULL,
	  "mismatch prose-percent 公路事务2023年预算\n" },

	/* classes of a whole */
	{ "classes that are all of it", B "2023年总支出100.00万元，其中一般公共服务支出60.00万元、教育支出40.00万元。\n", NULL, NULL, "" },
	{ "classes that are more than all of it", B "本部门拨款100.00万元，其中一般公共服务支出100.00万元、教育支出40.00万元。\n", NULL, NULL,
	  "mismatch prose-parts 其中 400000\n" },
	{ "with their marks and shares",
	  B "本部门拨款100.00万元。其中：教育（类）支出60.00万元，占60.00%；卫生健康（类）支出50.00万元，占50.00%。\n", NULL, NULL,
	  "mismatch prose-parts 其中 100000\n" },
	{ "some classes of it", B "本部门拨款100.00万元，其中一般公共服务支出60.00万元、教育支出10.00万元。\n", NULL, NULL, "" },
	{ "rounded ones", B "本部门拨款100.00万元，其中一般公共服务支出60.01万元、教育支出40.00万元。\n", NULL, NULL, "rounding prose-parts 其中 100\n" },
	{ "what is no class may be part of another", B "本部门拨款100.00万元，其中护栏更新90.00万元、设备购置40.00万元。\n", NULL, NULL, "" },
	{ "a class that is named twice is of two years or funds",
	  B "本部门拨款100.00万元，其中教育支出90.00万元、教育支出80.00万元。\n", NULL, NULL, "" },
	{ "a list of another amount", B "本部门拨款100.00万元，比上年增加20.00万元，其中教育支出90.00万元、卫生健康支出40.00万元。\n", NULL, NULL,
	  "" },

	/* of a budget */
	{ "what was executed of the budget", A "年初预算为200.00万元，支出决算为150.00万元，完成年初预算的75.00%。\n", NULL, NULL, "" },
	{ "that was not", A "年初预算为200.00万元，支出决算为150.00万元，完成年初预算的80.00%。\n", NULL, NULL,
	  "mismatch prose-percent 支出决算为\n" },
	{ "behind a full stop too much", A "年初预算为200.00万元，支出决算为150.00万元。完成年初预算的80.00%。\n", NULL, NULL,
	  "mismatch prose-percent 支出决算为\n" },
	{ "of which of two budgets is told by its name",
	  A "年初预算为200.00万元，调整预算为160.00万元，支出决算为150.00万元，完成年初预算的75.00%。\n", NULL, NULL, "" },
	{ "of which cannot be told", A "年初预算为200.00万元，调整预算为160.00万元，支出决算为150.00万元，完成预算的93.00%。\n", NULL, NULL, "" },

	/* of a whole */
	{ "shares of a whole", A "本年支出合计200.00万元，其中：公路养护150.00万元，占75.00%；桥梁检测50.00万元，占25.00%。\n", NULL, NULL, "" },
	{ "one that is none of it",
	  A "本年支出合计200.00万元，其中：养护100.00万元，占50.00%；检测50.00万元，占52.00%；其他50.00万元，占25.00%。\n", NULL, NULL,
	  "mismatch prose-percent 检测\n" },
	{ "most of them may be of something else", A "车辆3辆，合同200.00万元，养护90.00万元，占50.00%；检测45.00万元，占25.00%。\n", NULL, NULL, "" },
	{ "nothing is no proof", A "利息0.08万元；捐赠0万元，占0%；基金0万元，占0%；其他0.06万元，占0.5%。\n", NULL, NULL, "" },	{ "a fall from the amount of the year before to that in front of it",
	  B "公路事务：2023年预算240万元，2022年预算363.13万元，同比减少123.13万元，下降33.91%。\n", NULL, NULL, "" },
	{ "nor is a rise from what was executed before one of that",
	  B "桥梁事务2023年预算125.00万元（2022年执行数100.00万元），比上年增加25.00万元，增长25.00%。\n", NULL, NULL, "" },
	{ "a fall of the year before against the one before it",
	  B "公路事务：2022年执行数100.00万元，比2021年执行数减少25.00万元，下降25.00%。\n", NULL, NULL,
	  "mismatch prose-percent 2022年执行数\n" },

	{ "behind the last of the parts stands how the whole changed",
	  B "公路事务100.00万元，其中：养护20.00万元，建设80.00万元，比上年增加25.00万元，增长33.33%。\n", NULL, NULL, "" },
	{ "and not by as much as neither changed",
	  B "公路事务100.00万元，其中：养护20.00万元，建设80.00万元，比上年增加25.00万元，增长51.00%。\n", NULL, NULL,
	  "mismatch prose-percent 建设\n" },

	/* items */
	{ "an item's amount is that of its row", B ITEM("150.50万元。主要用于工资。"), NULL, NULL, "" },
	{ "less exact than the row", B ITEM("150.5万元。"), NULL, NULL, "" },
	{ "another than that of the row", B ITEM("158.50万元。"), NULL, NULL, "mismatch prose-item 2010301 行政运行 80000\n" },
	{ "once as it is and once not, behind the year before",
	  B ITEM("150.50万元。2022年执行数为140.00万元，2023年预算安排160.50万元，比上年增长14.64%。"), NULL, NULL,
	  "mismatch prose-item 2010301 行政运行 100000\n" },
	{ "where most items are of other tables nothing is said",
	  B "1、住房保障支出（类）住房改革支出（款）住房公积金（项）130万元。\n\n2、行政运行。\n", NULL, NULL, "" },
	{ "basic expenditure of the general budget",
	  BUDGET_HEAD EXPENDITURE "一般公共预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
	  "\t合计\t930.00\t430.00\t500.00\n201\t一般公共服务支出\t930.00\t430.00\t500.00\n\n"
	  "第三部分 情况说明\n\n一般公共预算财政拨款基本支出440.00万元。其中：人员经费340.00万元。\n",
	  NULL, NULL, "mismatch prose-table 一般公共预算基本支出 100000\n" },

	/* changes of figures */
	{ "parts that changed by more than the whole", BUDGET, "其中：基本支出430.00万元，项目支出500.00万元。",
	  "其中：基本支出430.00万元，比上年增加10.00万元，增长2.38%，项目支出500.00万元，比上年增加30.00万元，增长6.38%。",
	  "mismatch prose-change 总支出 100000\n" },
	{ "parts that changed by as much", BUDGET, "其中：基本支出430.00万元，项目支出500.00万元。",
	  "其中：基本支出430.00万元，比上年增加10.00万元，增长2.38%，项目支出500.00万元，比上年增加20.00万元，增长4.17%。", "" },
	{ "parts compared with something else", BUDGET, "其中：基本支出430.00万元，项目支出500.00万元。",
	  "其中：基本支出430.00万元，比上年决算增加10.00万元，增长2.38%，项目支出500.00万元，比上年决算增加30.00万元，增长6.38%。", "" },
	{ "the same change twice, and not the same", BUDGET, "其中：基本支出430.00万元，项目支出500.00万元。",
	  "\n\n2023年支出预算930.00万元，比上年增加50.00万元，增长5.68%。", "mismatch prose-change 总支出 200000\n" },
};

static void only_what_is_wrong_is_said(void **state)
{
	const change_row *row = *state;
	g_autofree char *text = row->from ? with_change(row->text, row->from, row->to) : g_strdup(row->text);
	g_autoptr(ys_publication) publication = publication_of(text);
	g_autofree char *got = describe_checks(publication->checks, 1u << YS_MISMATCH | 1u << YS_ROUNDING);

	assert_string_equal(got, row->expected);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, only_what_is_wrong_is_said);
	return run_all("statements", tests);
}
