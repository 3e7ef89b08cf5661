/* Rows and columns of tables: changed digits, rows that are gone, columns that were swapped. */
#include "tests/unit/reconcile_fixture.h"

#define B BUDGET_HEAD
#define A ACCOUNT_HEAD

#define REVENUE(total) "收入总表\n\n单位：万元\n\n单位名称\t合计\n云栖县交通局\t" total "\n合计\t" total "\n\n"
#define SPENT(total) "支出总表\n\n单位：万元\n\n单位名称\t合计\t基本支出\t项目支出\n云栖县交通局\t" total "\n合计\t" total "\n\n"
#define KEY(row) "重点项目预算绩效目标情况\n\n单位：万元\n\n项目名称\t预算数\t绩效目标\n" row "\n"

/* Groups of a code, a name and an amount. */
#define GROUP "科目编码\t科目名称\t决算数"
#define THREE_GROUPS                                                                                                   \
	"基本支出决算明细表\n\n单位: 万元\n\n人员经费\t\t\t公用经费\t\t\t\t\t\n" GROUP "\t" GROUP "\t" GROUP "\n"                \
	"301\t工资福利支出\t60.00\t302\t商品和服务支出\t21.00\t30213\t维修（护）费\t4.00\n"                                  \
	"30101\t基本工资\t60.00\t30201\t办公费\t9.00\t30217\t公务接待费\t2.00\n"                                            \
	"303\t对个人和家庭的补助\t5.00\t30206\t电费\t6.00\t310\t资本性支出\t3.00\n"                                         \
	"30302\t退休费\t5.00\t\t\t\t31002\t办公设备购置\t3.00\n"                                                           \
	"人员经费合计\t\t65.00\t公用经费合计\t\t\t\t\t24.00\n\n"
/* 303 stands with the running costs, and 合计 is of all. */
#define STAFF_APART                                                                                                    \
	"基本支出明细表\n\n单位: 万元\n\n" GROUP "\t" GROUP "\n"                                                             \
	"301\t工资福利支出\t70.00\t302\t商品和服务支出\t8.00\n30101\t基本工资\t30.00\t30211\t差旅费\t8.00\n"                \
	"30102\t津贴补贴\t25.00\t303\t对个人和家庭的补助\t2.00\n30103\t奖金\t15.00\t30305\t生活补助\t2.00\n"                \
	"人员经费合计\t\t72.00\t公用经费合计\t\t8.00\n\n"
#define FUNCTIONS_BESIDE                                                                                               \
	"支出明细表\n\n单位: 万元\n\n科目编码\t科目名称\t预算数\t执行数\t科目编码\t科目名称\t预算数\t执行数\n"                   \
	"204\t公共安全支出\t50.00\t48.00\t2040299\t其他公安支出\t10.00\t9.00\n"                                              \
	"20402\t公安\t50.00\t48.00\t221\t住房保障支出\t7.00\t7.00\n"                                                        \
	"2040201\t行政运行\t40.00\t39.00\t22102\t住房改革支出\t7.00\t7.00\n"                                                \
	"合计\t\t\t\t\t\t57.00\t55.00\n\n"

static const change_row rows[] = {
	{ "a budget that adds up has nothing to say", BUDGET, NULL, NULL, "" },
	{ "an account that adds up has nothing to say", ACCOUNT, NULL, NULL, "" },

	/* codes */
	{ "a digit of a 项: its row, its 款", B EXPENDITURE, "2010301\t行政运行\t150.50", "2010301\t行政运行\t155.50",
	  "mismatch columns-total 支出总表 -50000\nmismatch code-levels 支出总表 50000\n" },
	{ "a digit of a 款: its row, its 项, its 类", B EXPENDITURE, "20805\t行政事业单位养老支出\t289.50",
	  "20805\t行政事业单位养老支出\t289.60",
	  "mismatch columns-total 支出总表 -1000\nmismatch code-levels 支出总表 1000\n"
	  "mismatch code-levels 支出总表 -1000\n" },
	{ "a digit of a 类 in one column", B EXPENDITURE, "221\t住房保障支出\t30.00\t30.00", "221\t住房保障支出\t30.00\t31.00",
	  "mismatch columns-total 支出总表 10000\nmismatch code-levels 支出总表 -10000\n"
	  "mismatch rows-total 支出总表 10000\n" },
	{ "a digit of the total", B EXPENDITURE, "合计\t930.00\t430.00\t500.00", "合计\t980.00\t430.00\t500.00",
	  "mismatch columns-total 支出总表 -500000\nmismatch rows-total 支出总表 -500000\n" },
	{ "a row that is gone", B EXPENDITURE, "2080599\t其他行政事业单位养老支出\t40.00\t0.00\t40.00\n", "",
	  "mismatch code-levels 支出总表 -400000\nmismatch code-levels 支出总表 -400000\n" },
	{ "a class that is gone leaves its groups without it", B EXPENDITURE,
	  "208\t社会保障和就业支出\t289.50\t249.50\t40.00\n", "", "unchecked code-levels 支出总表\n" },
	{ "the whole of a class that is gone", B EXPENDITURE,
	  "221\t住房保障支出\t30.00\t30.00\t0.00\n22102\t住房改革支出\t30.00\t30.00\t0.00\n"
	  "2210201\t住房公积金\t30.00\t30.00\t0.00\n",
	  "", "mismatch rows-total 支出总表 -300000\nmismatch rows-total 支出总表 -300000\n" },
	{ "columns of a row that were swapped", B EXPENDITURE, "2010302\t一般行政管理事务\t460.00\t0.00\t460.00",
	  "2010302\t一般行政管理事务\t460.00\t460.00\t0.00",
	  "mismatch code-levels 支出总表 4600000\nmismatch code-levels 支出总表 -4600000\n" },
	{ "phenomenon 36: the same class twice, and a digit in the second", B BASIC_BY_CLASS,
	  "[301]工资福利支出\t90.00\n", "[301]工资福利支出\t80.00\n",
	  "mismatch code-levels 一般公共预算基本支出表 100000\nmismatch rows-total 一般公共预算基本支出表 -100000\n" },
	{ "phenomenon 35: the first page is lost", B EXPENDITURE,
	  "\t合计\t930.00\t430.00\t500.00\n201\t一般公共服务支出\t610.50\t150.50\t460.00\n", "",
	  "unchecked rows-total 支出总表\n" },
	{ "phenomenon 35: lost, and the total is repeated on the second", B EXPENDITURE,
	  "201\t一般公共服务支出\t610.50\t150.50\t460.00\n20103\t政府办公厅（室）及相关机构事务\t610.50\t150.50\t460.00\n"
	  "2010301\t行政运行\t150.50\t150.50\t0.00\n",
	  "", "unchecked rows-total 支出总表\n" },
	{ "no total", B EXPENDITURE, "\t合计\t930.00\t430.00\t500.00\n", "", "unchecked rows-total 支出总表\n" },
	{ "side by side: a digit on the left", A ACCOUNT_BASIC, "30101\t基本工资\t70.00", "30101\t基本工资\t71.00",
	  "mismatch code-levels 一般公共预算财政拨款基本支出决算表 10000\n" },
	{ "side by side: a digit on the right", A ACCOUNT_BASIC, "310\t资本性支出\t8.00", "310\t资本性支出\t9.00",
	  "mismatch code-levels 一般公共预算财政拨款基本支出决算表 -10000\n"
	  "mismatch rows-total 一般公共预算财政拨款基本支出决算表 10000\n" },
	{ "side by side: a digit of a total", A ACCOUNT_BASIC, "人员经费合计\t140.00", "人员经费合计\t104.00",
	  "mismatch rows-total 一般公共预算财政拨款基本支出决算表 360000\n" },

	{ "a class that goes on in the next group", A THREE_GROUPS, NULL, NULL, "" },
	{ "and a digit of it there", A THREE_GROUPS, "公务接待费\t2.00", "公务接待费\t7.00",
	  "mismatch code-levels 基本支出决算明细表 50000\n" },
	{ "the total of groups: a digit", A THREE_GROUPS, "24.00", "42.00", "mismatch rows-total 基本支出决算明细表 -180000\n" },
	{ "that of the first group: a digit", A THREE_GROUPS, "65.00", "56.00", "mismatch rows-total 基本支出决算明细表 90000\n" },
	{ "a class of staff among the running costs", A STAFF_APART, NULL, NULL, "" },
	{ "its total: a digit", A STAFF_APART, "72.00", "27.00", "mismatch rows-total 基本支出明细表 450000\n" },
	{ "groups of one function, and a total under a wide cell", A FUNCTIONS_BESIDE, NULL, NULL, "" },
	{ "a digit of an item in the other group, in the second column", A FUNCTIONS_BESIDE, "10.00\t9.00", "10.00\t8.00",
	  "mismatch code-levels 支出明细表 -10000\n" },
	{ "a digit of a total of several groups, in the second column", A FUNCTIONS_BESIDE, "57.00\t55.00", "57.00\t56.00",
	  "mismatch rows-total 支出明细表 -10000\n" },

	{ "totals of units above their classes, and one of all below",
	  B "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t小计\t30.00\n201\t一般公共服务支出\t30.00\n\t小计\t12.00\n"
	    "201\t一般公共服务支出\t12.00\n\t合计\t42.00\n\n",
	  NULL, NULL, "" },
	{ "totals of units and none of all", B "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t小计\t30.00\n201\t一般公共服务支出\t30.00\n"
					       "\t小计\t12.00\n201\t一般公共服务支出\t12.00\n\n",
	  NULL, NULL, "unchecked rows-total 支出总表 120000\n" },

	/* rounding */
	{ "one hundredth in two summands is rounding", B EXPENDITURE, "201\t一般公共服务支出\t610.50",
	  "201\t一般公共服务支出\t610.51",
	  "rounding columns-total 支出总表 -100\nmismatch code-levels 支出总表 -100\nrounding rows-total 支出总表 100\n" },
	{ "two hundredths in three summands are not", B EXPENDITURE, "合计\t930.00", "合计\t930.02",
	  "mismatch columns-total 支出总表 -200\nmismatch rows-total 支出总表 -200\n" },

	/* units, categories, projects */
	{ "a digit of a project", B PROJECTS, "桥梁检测经费\t120.00\t120.00", "桥梁检测经费\t125.00\t120.00",
	  "mismatch columns-total 部门预算项目支出预算表 -50000\nmismatch rows-total 部门预算项目支出预算表 50000\n"
	  "mismatch group-members 部门预算项目支出预算表 50000\nmismatch group-members 部门预算项目支出预算表 50000\n"
	  "unchecked projects-expenditure 项目支出\n" },
	{ "a project of no category behind the last of one", B PROJECTS, "其他经常性项目\t50.00\t30.00\t0.00\t20.00\t\n", "",
	  "unchecked projects-expenditure 项目支出\n" },
	{ "a project that is gone", B PROJECTS, "农村公路养护经费\t210.00\t160.00\t50.00\t0.00\t养护农村公路。\n", "",
	  "mismatch rows-total 部门预算项目支出预算表 -2100000\nmismatch rows-total 部门预算项目支出预算表 -1600000\n"
	  "mismatch rows-total 部门预算项目支出预算表 -500000\nmismatch group-members 部门预算项目支出预算表 -2100000\n"
	  "mismatch group-members 部门预算项目支出预算表 -1600000\nmismatch group-members 部门预算项目支出预算表 -500000\n"
	  "mismatch group-members 部门预算项目支出预算表 -2100000\nmismatch group-members 部门预算项目支出预算表 -1600000\n"
	  "mismatch group-members 部门预算项目支出预算表 -500000\n"
	  "unchecked projects-expenditure 项目支出\n" },
	{ "a digit of a category", B PROJECTS, "道路养护类\t330.00\t280.00", "道路养护类\t320.00\t270.00",
	  "mismatch group-members 部门预算项目支出预算表 100000\nmismatch group-members 部门预算项目支出预算表 100000\n"
	  "unchecked projects-expenditure 项目支出\n" },
	{ "a digit of a unit", B PROJECTS, "云栖县公路养护中心\t120.00\t120.00", "云栖县公路养护中心\t170.00\t170.00",
	  "mismatch group-members 部门预算项目支出预算表 -500000\nmismatch group-members 部门预算项目支出预算表 -500000\n"
	  "unchecked projects-expenditure 项目支出\n" },
	{ "funds of a project that were swapped", B PROJECTS, "农村公路养护经费\t210.00\t160.00\t50.00",
	  "农村公路养护经费\t210.00\t50.00\t160.00",
	  "mismatch rows-total 部门预算项目支出预算表 -1100000\nmismatch rows-total 部门预算项目支出预算表 1100000\n"
	  "mismatch group-members 部门预算项目支出预算表 -1100000\nmismatch group-members 部门预算项目支出预算表 1100000\n"
	  "mismatch group-members 部门预算项目支出预算表 -1100000\nmismatch group-members 部门预算项目支出预算表 1100000\n"
	  "unchecked projects-expenditure 项目支出\n" },
	{ "a digit of basic expenditure of a unit", B BASIC_BY_UNIT, "工资福利支出\t90.00\t90.00", "工资福利支出\t70.00\t70.00",
	  "mismatch rows-total 部门预算基本支出预算表 -200000\nmismatch rows-total 部门预算基本支出预算表 -200000\n"
	  "mismatch group-members 部门预算基本支出预算表 -200000\nmismatch group-members 部门预算基本支出预算表 -200000\n"
	  "mismatch group-members 部门预算基本支出预算表 -200000\n" },
	{ "a digit of a total by name", B BASIC_BY_UNIT, "工资福利支出合计\t340.00\t340.00", "工资福利支出合计\t350.00\t350.00",
	  "mismatch group-members 部门预算基本支出预算表 -100000\n" },

	{ "a head without amount declares nothing",
	  B "项目支出表\n\n单位：万元\n\n项目名称\t金额\t绩效目标\n合计\t30.00\t\n养护专项\t\t\n县道\t10.00\t畅\n乡道\t20.00\t畅\n\n", NULL, NULL,
	  "unchecked projects-expenditure 项目支出\n" },
	{ "a department above its units may stand for all of them", B PROJECTS, "云栖县交通局\t380.00\t310.00",
	  "云栖县交通局\t500.00\t430.00", "unchecked projects-expenditure 项目支出\n" },
	{ "a row that adds up others, told by no word",
	  B "项目支出表\n\n单位：万元\n\n项目名称\t金额\n合计\t60.00\n信息化\t40.00\n甲系统\t25.00\n乙系统\t15.00\n丙系统\t20.00\n\n",
	  NULL, NULL, "unchecked rows-total 项目支出表 400000\n" },
	{ "all rows once more, told by no word",
	  B "项目支出表\n\n单位：万元\n\n项目名称\t金额\n合计\t60.00\n信息化\t40.00\n甲系统\t25.00\n乙系统\t15.00\n运转\t20.00\n水电\t20.00\n\n",
	  NULL, NULL, "unchecked rows-total 项目支出表 600000\n" },

	/* across tables */
	{ "income is the grand total of the balance", B BALANCE REVENUE("930.00"), NULL, NULL, "" },
	{ "or its total of the year", B BALANCE REVENUE("920.00"), NULL, NULL, "" },
	{ "and nothing else", B BALANCE REVENUE("935.00"), NULL, NULL, "mismatch tables-agree 收入总表 50000\n" },
	{ "expenditure is that of the balance", B BALANCE SPENT("935.00\t430.00\t505.00"), NULL, NULL,
	  "mismatch tables-agree 支出总表 50000\n" },
	{ "basic expenditure by unit is that of the table of expenditure", B SPENT("900.00\t400.00\t500.00") BASIC_BY_UNIT, NULL,
	  NULL, "mismatch tables-agree 部门预算基本支出预算表 300000\n" },
	{ "项目支出 of the general budget is that of the table of expenditure",
	  B SPENT("900.00\t400.00\t500.00") "一般公共预算项目支出表\n\n单位：万元\n\n项目名称\t合计\n合计\t480.00\n养护\t480.00\n\n", NULL,
	  NULL, "mismatch tables-agree 一般公共预算项目支出表 -200000\n" },
	{ "projects are 项目支出 up to rounding", B SPENT("900.00\t400.00\t500.01") PROJECTS, NULL, NULL,
	  "rounding columns-total 支出总表 100\nrounding projects-expenditure 项目支出 -100\n" },
	{ "of two tables of projects one may list some of the other again",
	  B SPENT("930.00\t430.00\t500.00") PROJECTS "项目支出表\n\n单位：万元\n\n项目名称\t金额\n合计\t120.00\n养护机械购置\t120.00\n\n",
	  NULL, NULL, "unchecked projects-expenditure 项目支出 1200000\n" },
	{ "a key project has the amount of the table of projects",
	  B SPENT("930.00\t430.00\t500.00") PROJECTS KEY("养护机械购置\t125.00\t购置。\n"), NULL, NULL,
	  "mismatch tables-agree 重点项目预算绩效目标情况 50000\n" },
	{ "but of two of its name it cannot be told which",
	  B SPENT("30.00\t0.00\t30.00") "项目支出表\n\n单位：万元\n\n项目名称\t金额\n合计\t30.00\n培训\t10.00\n培训\t20.00\n\n"
	  KEY("培训\t30.00\t会。\n"), NULL, NULL, "" },

	/* other tables */
	{ "an empty table is declared so", A EMPTY_FUND, NULL, NULL, "" },
	{ "a total without rows", A EMPTY_FUND, "合计\t0.00\t0.00", "合计\t5.00\t5.00",
	  "unchecked rows-total 政府性基金预算财政拨款收入支出决算表\n" },
	{ "numbered items",
	  A "非税收入征缴情况表\n\n单位: 万元\n\n科目名称\t合计\t纳入预算管理\t纳入财政专户管理\n合计\t12.98\t12.98\t0.00\n"
	    "一、专项收入\t0.00\t0.00\t0.00\n二、国有资源有偿使用收入\t12.92\t12.92\t0.00\n利息收入\t12.92\t12.92\t0.00\n"
	    "三、其他收入\t0.06\t0.06\t0.00\n其他收入\t0.06\t0.06\t0.00\n\n注：完。\n",
	  NULL, NULL, "" },
	{ "items of procurement below their unit",
	  B "政府采购预算表\n\n单位：万元\n\n单位名称（支出项目名称）\t采购项目名称\t品目编号\t总计\t一般公共预算\n合计\t\t\t60.00\t60.00\n"
	    "云栖县交通局\t\t\t60.00\t60.00\n桥梁检测经费\t检测服务\tC0801\t40.00\t40.00\n"
	    "养护机械购置\t压路机\tA0301\t20.00\t20.00\n\n",
	  NULL, NULL, "" },
	{ "an item of procurement with another digit",
	  B "政府采购预算表\n\n单位：万元\n\n单位名称（支出项目名称）\t采购项目名称\t品目编号\t总计\t一般公共预算\n合计\t\t\t60.00\t60.00\n"
	    "云栖县交通局\t\t\t60.00\t60.00\n桥梁检测经费\t检测服务\tC0801\t40.00\t40.00\n"
	    "养护机械购置\t压路机\tA0301\t20.00\t20.00\n\n",
	  "A0301\t20.00\t20.00", "A0301\t27.00\t27.00",
	  "mismatch rows-total 政府采购预算表 70000\nmismatch rows-total 政府采购预算表 70000\n" },
	{ "a name that begins with a numeral is no numbered item",
	  B "新增资产配置表\n\n单位：万元\n\n项目\t合计\n合计\t60.00\n十堰市\t10.00\n十里镇\t40.00\n\n", NULL, NULL,
	  "unchecked rows-total 新增资产配置表\n" },
	{ "rows of which it cannot be told what they add up",
	  B "新增资产配置表\n\n单位：万元\n\n项目\t合计\n合计\t60.00\n车辆\t10.00\n轿车\t10.00\n设备\t55.00\n\n", NULL, NULL,
	  "unchecked rows-total 新增资产配置表\n" },
};

static void a_long_list_of_mismatches_is_cut(void **state)
{
	g_autoptr(GString) text = g_string_new(B "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n");
	g_autoptr(ys_publication) publication = NULL;
	guint mismatches = 0, comparisons = 0;

	(void)state;
	for (int i = 0; i < 200; i++)
		g_string_append_printf(text, "20103%02d\t行政运行\t%s\t1.00\t1.00\n", i % 99, i % 4 ? "2.00" : "9.00");
	publication = publication_of(text->str);
	for (guint i = 0; i < publication->checks->len; i++) {
		const ys_check *check = g_ptr_array_index(publication->checks, i);

		if (check->status != YS_MISMATCH)
			continue;
		mismatches++;
		comparisons += check->n;
	}
	assert_int_equal(mismatches, 21);
	assert_int_equal(comparisons, 50);
}

static void a_check_tells_its_line(void **state)
{
	g_autofree char *text = with_change(B EXPENDITURE, "2010301\t行政运行\t150.50", "2010301\t行政运行\t155.50");
	g_autoptr(ys_publication) publication = publication_of(text);
	const ys_check *check = g_ptr_array_index(publication->checks, 0);

	(void)state;
	assert_int_equal(check->status, YS_MISMATCH);
	assert_int_equal(check->line, 17);
	assert_int_equal(check->sum, 1505000 * 100);
	assert_int_equal(check->declared, 1555000 * 100);
	assert_string_equal(check->detail, "行政运行, 合计");
}

/* What searches and exports show of a table is its rows against its total. */
static void a_table_keeps_its_reconciliation(void **state)
{
	g_autofree char *text = with_change(B PROJECTS, "桥梁检测经费\t120.00\t120.00", "桥梁检测经费\t125.00\t125.00");
	g_autoptr(ys_publication) publication = publication_of(text);
	guint tables = 0;

	(void)state;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type != YS_TABLE)
			continue;
		tables++;
		assert_int_equal(record->reconciliation.status, YS_MISMATCH);
		assert_int_equal(record->reconciliation.residual, 5000000);
		assert_int_equal(record->declared_total, 500000000);
		assert_string_equal(((ys_warning *)g_ptr_array_index(record->warnings, 0))->code, "total-differs");
	}
	assert_int_equal(tables, 1);
}

/* ---- what is read from a row that does not add up ---- */

static guint warnings_of(const ys_record *record, const char *code)
{
	guint n = 0;

	for (guint i = 0; i < record->warnings->len; i++)
		n += !strcmp(((ys_warning *)g_ptr_array_index(record->warnings, i))->code, code);
	return n;
}

static guint marks_of(const ys_record *record)
{
	return warnings_of(record, "row-differs");
}

static void a_project_of_a_row_that_differs_says_so(void **state)
{
	/* the cell of 总计 is lost, and the others moved */
	g_autofree char *text = with_change(B PROJECTS, "养护机械购置\t120.00\t120.00\t0.00\t0.00\t购置机械。",
					    "养护机械购置\t0.00\t0.00\t0.00\t120.00\t购置机械。");
	g_autoptr(ys_publication) publication = publication_of(text);
	guint projects = 0;

	(void)state;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type != YS_PROJECT)
			continue;
		projects++;
		assert_int_equal(marks_of(record), !strcmp(record->title, "养护机械购置"));
	}
	assert_int_equal(projects, 4);
}

static void so_does_a_line_of_the_budget(void **state)
{
	g_autofree char *text = with_change(B EXPENDITURE, "2010301\t行政运行\t150.50", "2010301\t行政运行\t155.50");
	g_autoptr(ys_publication) publication = publication_of(text);

	(void)state;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		assert_int_equal(marks_of(record), record->type == YS_LINE && !g_strcmp0(record->code, "2010301"));
	}
}

static void a_row_that_is_only_counted_is_marked_too(void **state)
{
	g_autoptr(GString) text = g_string_new(
		B "部门预算项目支出预算表\n\n单位：万元\n\n项目名称\t总计\t一般公共预算\t其他资金\n合计\t9000.00\t8000.00\t1000.00\n");
	g_autoptr(ys_publication) publication = NULL;
	guint projects = 0;

	(void)state;
	for (int i = 0; i < 90; i++)
		g_string_append_printf(text, "第%d段护栏更新\t10.00\t%d.00\t2.00\n", i + 1, i < 60 ? 8 : 7);
	publication = publication_of(text->str);
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type == YS_PROJECT)
			assert_int_equal(marks_of(record), projects++ >= 60);
	}
	assert_int_equal(projects, 90);
}

/* ---- a unit that cannot be right ---- */

static const struct {
	const char *name, *text, *from, *to;
	const char *marked;     /* titles of the tables that have the warning */
} units[] = {
	{ "amounts that agree", BUDGET, NULL, NULL, "" },
	{ "a table in 元 that says 万元", BUDGET,
	  "“三公”经费支出表", "收入总表\n\n单位：万元\n\n单位名称\t合计\n云栖县交通局\t9300000.00\n合计\t9300000.00\n\n“三公”经费支出表",
	  "收入总表 " },
	{ "one in 万元 that says 元", BUDGET, "单位：万元\n\n科目编码\t科目名称\t合计\t基本支出",
	  "单位：元\n\n科目编码\t科目名称\t合计\t基本支出", "支出总表 " },
	{ "its projects are marked with it", B EXPENDITURE PROJECTS, "单位：万元\n\n支出项目类别",
	  "单位：元\n\n支出项目类别", "农村公路养护经费 桥梁检测经费 路政执法经费 养护机械购置 支出总表 部门预算项目支出预算表 " },
	{ "of two places neither is the right one", B SPENT("930.00\t430.50\t499.50") "第三部分 说明\n\n2023年总支出预算930.00元。\n", NULL,
	  NULL, "支出总表 " },
	{ "three digits prove nothing", B SPENT("93.0\t43.0\t50.0") "第三部分 说明\n\n2023年总支出预算93.0元。\n", NULL, NULL, "" },
};

static void a_table_is_marked(void **state)
{
	const typeof(units[0]) *row = *state;
	g_autofree char *text = row->from ? with_change(row->text, row->from, row->to) : g_strdup(row->text);
	g_autoptr(ys_publication) publication = publication_of(text);
	g_autoptr(GString) marked = g_string_new(NULL);

	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type != YS_LINE && warnings_of(record, "unit-implausible"))
			g_string_append_printf(marked, "%s ", record->title);
	}
	assert_string_equal(marked->str, row->marked);
}

/* ---- the total of a table of projects ---- */

#define CENTRE "云栖县公路养护中心"
#define LEAVES BUDGET_HEAD "部门预算项目支出预算表\n单位：万元\n"
#define HEAD "项目名称\t总计\t项目内容\t绩效目标\n"

static const struct {
	const char *name, *text;
	ys_reconciliation_status status;
} total_rows[] = {
	{ "without a total nothing is compared", LEAVES HEAD "道路养护\t10.00\t养\t畅\n桥梁检测\t5.50\t检\t安\n",
	  YS_UNCHECKED },
	{ "phenomenon 76: aggregates count for nothing beside their rows",
	  LEAVES HEAD "合 计\t15.00\t无\t无\n其中：部门项目支出\t15.00\t无\t无\n区级财政专项资金（本级支出）\t0.00\t无\t无\n"
		      "云栖县交通局\t15.00\t无\t无\n部门项目支出\t15.00\t无\t无\n机构运行保障类\t15.00\t无\t无\n"
		      "道路养护\t10.00\t养\t畅\n桥梁检测\t5.00\t检\t安\n",
	  YS_OK },
	{ "phenomenon 41: totals have many names",
	  LEAVES HEAD "总 计\t15.00\t\t\n支出总计\t15.00\t\t\n本年支出合计\t15.00\t\t\n道路养护\t15.00\t养\t畅\n", YS_OK },
	{ "phenomenon 77: a category is not added to its rows",
	  LEAVES HEAD "合计\t20.00\t\t\n信息化运行维护类\t15.00\t\t\n监控运维\t10.00\t维\t好\n平台运维\t5.00\t维\t好\n"
		      "基本建设类\t5.00\t\t\n站房改造\t5.00\t建\t成\n",
	  YS_OK },
	{ "phenomenon 78: nor is one that reads like a project",
	  LEAVES HEAD "合计\t18.00\t\t\n其他一次性项目\t15.00\t\t\n水毁修复\t10.00\t修\t通\n桥梁检测\t5.00\t检\t安\n"
		      "其他经常性项目\t3.00\t\t\n宣传\t3.00\t宣\t知\n",
	  YS_OK },
	{ "phenomenon 78: nor one that only the sums tell",
	  LEAVES HEAD "合计\t18.00\t\t\n安全生产专项\t15.00\t无\t无\n水毁修复\t10.00\t修\t通\n桥梁检测\t5.00\t检\t安\n"
		      "宣传培训专项\t3.00\t无\t无\n宣传\t3.00\t宣\t知\n",
	  YS_OK },
	{ "a project without texts is added",
	  LEAVES HEAD "合计\t18.00\t\t\n水毁修复\t10.00\t\t\n桥梁检测\t5.00\t检\t安\n宣传\t3.00\t宣\t知\n", YS_OK },
	{ "phenomenon 79: a category with one member has the same amount",
	  LEAVES HEAD "合计\t20.00\t\t\n基本建设类\t20.00\t\t\n站房改造\t20.00\t建\t成\n", YS_OK },
	{ "phenomenon 80: units are not added to their rows",
	  LEAVES HEAD "合计\t15.00\t\t\n云栖县交通局\t10.00\t\t\n道路养护\t10.00\t养\t畅\n" CENTRE
		      "\t5.00\t\t\n桥梁检测\t5.00\t检\t安\n",
	  YS_OK },
	{ "phenomenon 80: nor one that nothing names",
	  LEAVES HEAD "合计\t15.00\t\t\n云栖县交通局\t10.00\t\t\n道路养护\t10.00\t养\t畅\n云栖县渡口管理站\t5.00\t\t\n"
		      "部门项目支出\t5.00\t\t\n运行保障类\t5.00\t\t\n渡船更新\t2.00\t更\t安\n码头维修\t3.00\t修\t安\n",
	  YS_OK },
	{ "phenomenon 81: a project named almost like its unit is added",
	  LEAVES HEAD "合计\t15.00\t\t\n" CENTRE "\t15.00\t\t\n公路养护中心运作经费\t15.00\t运\t转\n", YS_OK },
	{ "phenomenon 64: blanks inside a unit's name do not count",
	  LEAVES HEAD "合计\t15.00\t\t\n云栖县 公路养护 中心\t15.00\t\t\n道路养护\t15.00\t养\t畅\n", YS_OK },
	{ "phenomenon 82: unit codes stand before every row",
	  LEAVES "单位编码\t项目名称(项目类别)\t总计\t绩效目标\n\t合计\t15.00\t\n301001\t" CENTRE
		 "\t15.00\t\n301001\t道路养护\t15.00\t畅\n",
	  YS_OK },
	{ "phenomenon 83: what rounding explains is no mismatch",
	  LEAVES HEAD "合计\t15.01\t\t\n道路养护\t10.00\t养\t畅\n桥梁检测\t5.00\t检\t安\n", YS_ROUNDING },
	{ "phenomenon 83: more than that is one",
	  LEAVES HEAD "合计\t15.02\t\t\n道路养护\t10.00\t养\t畅\n桥梁检测\t5.00\t检\t安\n", YS_MISMATCH },
	{ "amounts in yuan are exact",
	  BUDGET_HEAD "部门预算项目支出预算表\n单位：元\n" HEAD "合计\t105000.37\t\t\n道路养护\t100000.07\t养\t畅\n"
		      "宣传\t5000.30\t宣\t知\n",
	  YS_OK },
	{ "of a balance the income side is compared",
	  BUDGET_HEAD "收支总表\n单位：万元\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、拨款\t5.00\t一、教育\t5.00\n二、其他\t4.00\t二、住房\t3.00\n"
		      "收入总计\t9.00\t支出总计\t9.00\n",
	  YS_OK },
	{ "whatever the other says",
	  BUDGET_HEAD "收支总表\n单位：万元\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、拨款\t5.00\t一、教育\t5.00\n二、其他\t3.00\t二、住房\t4.00\n"
		      "收入总计\t9.00\t支出总计\t9.00\n",
	  YS_MISMATCH },
	{ "phenomenon 91: of a final account the budget is compared",
	  BUDGET_HEAD "项目支出决算表\n单位：万元\n项目名称\t预算数\t决算数\t绩效目标\n合计\t15.00\t14.00\t\n"
		      "道路养护\t10.00\t9.50\t畅\n宣传\t5.00\t4.50\t知\n",
	  YS_OK },
};

static void the_leaves_are_compared_with_the_total(void **state)
{
	const typeof(total_rows[0]) *row = *state;
	g_autoptr(ys_publication) publication = publication_of(row->text);
	const ys_record *table = NULL;

	for (guint i = 0; i < publication->records->len; i++)
		if (((ys_record *)g_ptr_array_index(publication->records, i))->type == YS_TABLE)
			table = g_ptr_array_index(publication->records, i);
	assert_non_null(table);
	assert_string_equal(ys_reconciliation_status_name(table->reconciliation.status),
			    ys_reconciliation_status_name(row->status));
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_change_is_seen);
	ADD_ROWS(tests, total_rows, the_leaves_are_compared_with_the_total);
	ADD_TEST(tests, a_long_list_of_mismatches_is_cut);
	ADD_TEST(tests, a_check_tells_its_line);
	ADD_TEST(tests, a_table_keeps_its_reconciliation);
	ADD_TEST(tests, a_project_of_a_row_that_differs_says_so);
	ADD_TEST(tests, so_does_a_line_of_the_budget);
	ADD_TEST(tests, a_row_that_is_only_counted_is_marked_too);
	ADD_ROWS(tests, units, a_table_is_marked);
	return run_all("reconcile_rows", tests);
}
