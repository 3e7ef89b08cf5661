/* Where a comparison must stop, must not be made at all, or must take another amount: what the checks of one
 * kind of table (test_rows, test_columns, test_balance) do not show. */
#include "tests/unit/reconcile_fixture.h"

#include "src/publication/checks/check.h"
#include "src/publication/tables/grid.h"

#define HEAD BUDGET_HEAD
#define SIDES(rows) HEAD "收支总表\n\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n" rows "\n"
#define BOTH(name, amount) name "\t" amount "\t" name "\t" amount "\n"

/* A table of expenditure with these columns behind its total. */
#define SPENT(heads, rows) HEAD "支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t" heads "\n" rows "\n"
#define FEES "\t合计\t930.00\t430.00\t500.00\n201\t一般公共服务支出\t930.00\t430.00\t500.00\n"
#define SPENT_AGAIN(title) title "\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n" FEES "\n"

static const change_row rows[] = {
	/* balance tables */
	{ "a part of an item is none of the rows between two totals",
	  SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("本年合计", "9.00") BOTH("上年结转", "3.00") BOTH("其中：丙", "1.00")
		BOTH("总计", "13.00")),
	  NULL, NULL, "mismatch balance-parts 收支总表 -10000\nmismatch balance-parts 收支总表 -10000\n" },
	{ "among very many rows some always fit",
	  SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("本年合计", "9.00") BOTH("甲结转", "3.00") BOTH("乙结转", "3.00")
		BOTH("丙结转", "3.00") BOTH("丁结转", "3.00") BOTH("戊结转", "3.00") BOTH("己结转", "3.00") BOTH("庚结转", "3.00")
		BOTH("辛结转", "3.00") BOTH("壬结转", "3.00") BOTH("总计", "10.00")),
	  NULL, NULL, "unchecked balance-parts 收支总表\nunchecked balance-parts 收支总表\n" },
	{ "a total without an amount is compared with nothing",
	  SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("总计", "")), NULL, NULL,
	  "unchecked income-expenditure 收支总表\n" },

	{ "a total that is not of the year is that of all", SIDES(BOTH("一、甲", "5.00") BOTH("二、乙", "4.00") BOTH("合计", "9.00")), NULL,
	  NULL, "" },

	/* columns */
	{ "a column above its own parts stands for them",
	  SPENT("基本支出\t基本支出\t\t项目支出\n\t\t\t\t人员经费\t公用经费\t",
		"\t合计\t100.00\t80.00\t50.00\t30.00\t20.00\n201\t一般公共服务支出\t60.00\t50.00\t30.00\t20.00\t10.00\n"
		"208\t社会保障和就业支出\t40.00\t30.00\t20.00\t10.00\t10.00\n"),
	  NULL, NULL, "" },
	{ "rows without a total do not speak against the heads",
	  SPENT("甲\t乙", "\t合计\t100.00\t60.00\t40.00\n201\t一般公共服务支出\t40.00\t20.00\t20.00\n"
			  "205\t教育支出\t30.00\t20.00\t10.00\n208\t社会保障和就业支出\t30.00\t20.00\t12.00\n"
			  "\t甲说明\t\t1.00\t1.00\n\t乙说明\t\t1.00\t1.00\n\t丙说明\t\t1.00\t1.00\n"),
	  NULL, NULL, "mismatch columns-total 支出总表 20000\nmismatch rows-total 支出总表 20000\n" },
	{ "one row is not enough where the names are not clear",
	  SPENT("甲\t乙", "201\t一般公共服务支出\t60.00\t30.00\t10.00\n"), NULL, NULL,
	  "unchecked columns-total 支出总表\nunchecked rows-total 支出总表\n" },
	{ "nor where one of them is part of another",
	  SPENT("基本支出\t其中：人员经费", "201\t一般公共服务支出\t60.00\t30.00\t10.00\n"), NULL, NULL,
	  "unchecked columns-total 支出总表\nunchecked rows-total 支出总表\n" },
	{ "the members of a total end at the next",
	  SPENT("财政拨款合计\t一般公共预算\t其他资金合计\t事业收入",
		"\t合计\t100.00\t90.00\t90.00\t10.00\t10.00\n201\t一般公共服务支出\t60.00\t60.00\t60.00\t0.00\t0.00\n"
		"205\t教育支出\t10.00\t10.00\t10.00\t0.00\t0.00\n206\t科学技术支出\t10.00\t10.00\t10.00\t0.00\t0.00\n"
		"210\t卫生健康支出\t5.00\t5.00\t5.00\t0.00\t0.00\n212\t城乡社区支出\t5.00\t5.00\t5.00\t0.00\t0.00\n"
		"208\t社会保障和就业支出\t10.00\t0.00\t0.00\t10.00\t10.00\n"),
	  NULL, NULL, "" },
	{ "one row is not enough for a total among others",
	  SPENT("财政拨款小计\t基本支出\t项目支出", "201\t一般公共服务支出\t100.00\t80.00\t60.00\t40.00\n"), NULL, NULL,
	  "unchecked rows-total 支出总表\n" },
	{ "of a total among others whose members are not there nothing is said",
	  SPENT("财政拨款合计\t其他资金\t捐赠\t借款",
		"\t合计\t100.00\t80.00\t10.00\t6.00\t4.00\n201\t一般公共服务支出\t60.00\t50.00\t4.00\t4.00\t2.00\n"
		"208\t社会保障和就业支出\t40.00\t30.00\t6.00\t2.00\t2.00\n"),
	  NULL, NULL, "" },

	/* levels of codes */
	{ "a class whose parts are beyond all amounts is not compared",
	  SPENT("基本支出\t项目支出", "\t合计\t5.00\t5.00\t0.00\n201\t一般公共服务支出\t5.00\t5.00\t0.00\n"
				      "20103\t办公\t9000000000000.00\t\t\n20113\t商贸\t9000000000000.00\t\t\n"),
	  NULL, NULL, "" },

	{ "codes in brackets of any kind are codes",
	  HEAD "一般公共预算基本支出表\n\n单位：万元\n\n部门预算支出经济科目\t预算\n合计\t17.00\n【301】工资福利支出\t7.00\n【30101】基本工资\t7.00\n"
	       "【302】商品和服务支出\t9.00\n【30201】办公费\t9.00\n\n",
	  NULL, NULL, "mismatch rows-total 一般公共预算基本支出表 -10000\n" },

	{ "the total of the other half is no rival of this one's",
	  ACCOUNT_HEAD "一般公共预算财政拨款基本支出决算表\n\n单位: 万元\n\n人员经费\t\t\t公用经费\t\t\n"
		       "科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n"
		       "301\t工资福利支出\t120.00\t302\t商品和服务支出\t58.00\n30101\t基本工资\t120.00\t30201\t办公费\t58.00\n"
		       "\t人员经费合计\t150.00\t\t\t\n\t\t\t\t公用经费合计\t58.00\n\n",
	  NULL, NULL, "mismatch rows-total 一般公共预算财政拨款基本支出决算表 -300000\n" },

	/* rows without codes */
	{ "numbers on all rows tell what the total adds up",
	  HEAD "收费情况表\n\n单位：万元\n\n项目\t金额\n一、甲\t5.00\n二、乙\t4.00\n合计\t10.00\n\n", NULL, NULL,
	  "mismatch rows-total 收费情况表 -10000\n" },
	{ "only the name before 合计 is a total by name", HEAD BASIC_BY_UNIT,
	  "商品和服务支出\t40.00\t40.00\t0.00\n", "商品和服务支出\t40.00\t40.00\t0.00\n商品和服务支出补助\t0.00\t0.00\t0.00\n", "" },

	{ "the members of a group that fit are all of them, one of nothing in all too",
	  HEAD "部门预算项目支出预算表\n\n单位：万元\n\n支出项目类别(资金使用单位)\t总计\t财政拨款\t\t其他资金\t绩效目标\n"
	       "\t\t一般公共预算\t政府性基金预算\t\t\n合计\t380.00\t320.00\t40.00\t20.00\t\n"
	       "云栖县交通局\t380.00\t320.00\t40.00\t20.00\t\n道路养护类\t330.00\t290.00\t40.00\t0.00\t\n"
	       "农村公路养护经费\t210.00\t160.00\t50.00\t0.00\t养护农村公路。\n桥梁检测经费\t120.00\t120.00\t0.00\t0.00\t检测桥梁。\n"
	       "资金来源调整\t0.00\t10.00\t-10.00\t0.00\t调整。\n其他经常性项目\t50.00\t30.00\t0.00\t20.00\t\n"
	       "路政执法经费\t50.00\t30.00\t0.00\t20.00\t查处超限。\n\n",
	  NULL, NULL, "unchecked projects-expenditure 项目支出\n" },

	/* three public expenses */
	{ "two rows of one expense are one of the expenses",
	  HEAD "“三公”经费支出表\n\n单位：万元\n\n项目\t预算数\n因公出国（境）费\t1.00\n公务接待费\t2.00\n公务接待费\t3.00\n\n", NULL, NULL,
	  "unchecked three-public “三公”经费支出表\n" },

	/* one table against another */
	{ "of a total that is printed very often some are enough",
	  HEAD SPENT_AGAIN("支出总表") SPENT_AGAIN("支出决算表") SPENT_AGAIN("支出总体情况表") SPENT_AGAIN("支出预算总表")
		  SPENT_AGAIN("支出决算总表") SPENT_AGAIN("一般公共预算支出表") SPENT_AGAIN("一般公共预算支出情况表")
			  SPENT_AGAIN("一般公共预算支出预算表") SPENT_AGAIN("一般公共预算财政拨款支出表")
				  SPENT_AGAIN("一般公共预算财政拨款支出决算表") PROJECTS,
	  NULL, NULL, "" },

	/* prose */
	{ "what is all new has no percentage", BUDGET, "比上年增加30.00万元，增长3.33%", "比上年增加930.00万元，增长100%", "" },
	{ "the total of the year is looked for in the balance table only",
	  ACCOUNT_HEAD "财政拨款收入支出决算总表\n\n单位: 万元\n\n收入\t\t支出\t\n项目\t金额\t项目\t金额\n"
		       "一、一般公共预算财政拨款\t250.00\t一、一般公共服务支出\t240.00\n本年收入合计\t250.00\t本年支出合计\t240.00\n"
		       "年初结转\t0.00\t年末结转\t10.00\n总计\t250.00\t总计\t250.00\n\n" ACCOUNT_BALANCE
		       "第三部分 决算情况说明\n\n2022年度总支出298.00万元。\n",
	  NULL, NULL, "" },
	{ "a balance table without sides has none",
	  ACCOUNT_HEAD "收入支出决算总表\n\n单位: 万元\n\n项目\t决算数\n一、财政拨款\t9.00\n本年收入合计\t9.00\n\n第一部分 概况\n\n" ACCOUNT_BALANCE
		       "第三部分 决算情况说明\n\n2022年度总支出298.00万元。\n",
	  NULL, NULL, "unchecked rows-total 收入支出决算总表\n" },
};

/* ---- what a table says of itself ---- */

static const struct {
	const char *name, *text;
	ys_reconciliation_status status;
	ys_amount declared;     /* 万元 */
} tables[] = {
	{ "a table that cannot be checked declares what it prints",
	  HEAD "收支总表\n\n单位：万元\n\n项目\t预算数\n一、财政拨款\t9.00\n本年收入合计\t9.00\n\n", YS_UNCHECKED, 9 },
	{ "of two halves of which one is doubtful the whole is",
	  ACCOUNT_HEAD "一般公共预算财政拨款基本支出决算表\n\n单位: 万元\n\n人员经费\t\t\t公用经费\t\t\n"
		       "科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n"
		       "301\t工资福利支出\t120.00\t302\t商品和服务支出\t58.00\n30101\t基本工资\t120.00\t30201\t办公费\t58.00\n"
		       "\t人员经费合计\t150.00\t\t公用经费合计\t58.00\n\t人员经费合计\t120.00\t\t\t\n\n",
	  YS_UNCHECKED, 0 },
};

static void a_table_says(void **state)
{
	const typeof(tables[0]) *row = *state;
	g_autoptr(ys_publication) publication = publication_of(row->text);

	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type != YS_TABLE)
			continue;
		assert_string_equal(ys_reconciliation_status_name(record->reconciliation.status),
				    ys_reconciliation_status_name(row->status));
		assert_true(record->declared_total == (row->declared ? row->declared * YS_WAN : YS_AMOUNT_NONE));
		return;
	}
	fail_msg("there is no table");
}

/* ---- sums beyond all amounts ---- */

static void a_sum_beyond_all_amounts_is_not_compared(void **state)
{
	g_autoptr(GPtrArray) checks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_check_free);
	const ys_sum sum = { 1000, 3, TRUE };
	const ys_check *check = ys_check_compare(checks, "rows-total", "表", &sum, 1000, 50, 1);

	(void)state;
	assert_int_equal(check->status, YS_UNCHECKED);
	assert_true(check->sum == YS_AMOUNT_NONE);
	assert_string_equal(check->detail, "the sum is beyond all amounts");
}

static void what_is_not_there_is_freed(void **state)
{
	(void)state;
	ys_check_free(NULL);
	ys_grid_free(NULL);
}

/* ---- what is said ---- */

static const struct {
	const char *name;
	const char *text, *from, *to;
	const char *what, *detail;      /* of one of the checks of this kind */
	int line;               /* 0: any */
} details[] = {
	{ "a percentage that follows", BUDGET, NULL, NULL, "prose-percent", "3.33% is 30.00万元 of 900.00万元", 0 },
	{ "one that does not, and what would", BUDGET, "增长3.33%", "增长3.83%", "prose-percent",
	  "3.83% printed, 3.33% is 30.00万元 of 900.00万元", 0 },
	{ "columns behind the first are one line", HEAD PUBLIC_IN_ROWS, NULL, NULL, "three-public",
	  "4 more sums of the three public expenses", 0 },
	{ "the line of a sum is that of its total",
	  HEAD "“三公”经费支出表\n\n单位：万元\n\n项目\t预算数\n会议费\t0.00\n“三公”经费\t8.50\n1.因公出国（境）费用\t1.00\n"
	       "2.公务接待费\t0.50\n3.公务用车购置及运行费\t7.00\n\n",
	  NULL, NULL, "three-public", "三公 = 因公出国 + 公务用车 + 公务接待", 15 },
	{ "or of the first of several",
	  HEAD "“三公”经费支出表\n\n单位：万元\n\n项目\t预算数\n会议费\t0.00\n合计\t8.50\n1.因公出国（境）费用\t1.00\n2.公务接待费\t0.50\n"
	       "3.公务用车购置及运行费\t7.00\n总计\t8.50\n\n",
	  NULL, NULL, "three-public", "三公 = 因公出国 + 公务用车 + 公务接待", 15 },
	{ "budget and account side by side are told apart", ACCOUNT_HEAD PUBLIC_IN_COLUMNS, NULL, NULL, "three-public",
	  "三公 = 因公出国 + 公务用车 + 公务接待, right half: account", 0 },
	{ "a total without an amount is none",
	  HEAD "收费情况表\n\n单位：万元\n\n项目\t应收\t实收\n一、甲\t5.00\t5.00\n二、乙\t4.00\t4.00\n合计\t\t9.00\n\n", NULL, NULL,
	  "rows-total", "no total is printed", 0 },
};

static void a_check_says(void **state)
{
	const typeof(details[0]) *row = *state;
	g_autofree char *text = row->from ? with_change(row->text, row->from, row->to) : g_strdup(row->text);
	g_autoptr(ys_publication) publication = publication_of(text);

	for (guint i = 0; i < publication->checks->len; i++) {
		const ys_check *check = g_ptr_array_index(publication->checks, i);

		if (!strcmp(check->what, row->what) && !g_strcmp0(check->detail, row->detail) &&
		    (!row->line || check->line == row->line))
			return;
	}
	fail_msg("no check %s of line %d says: %s", row->what, row->line, row->detail);
}

/* ---- remarks ---- */

static void a_name_in_the_cell_of_its_code_is_compared_too(void **state)
{
	g_autofree char *text = with_change(HEAD BASIC_BY_CLASS, "[30101]基本工资\t90.00", "[30101]津贴补贴\t90.00");
	g_autoptr(ys_publication) publication = publication_of(text);
	guint found = 0;

	(void)state;
	for (guint i = 0; i < publication->remarks->len; i++)
		found += !strcmp(((ys_warning *)g_ptr_array_index(publication->remarks, i))->code, "code-contradicts");
	assert_int_equal(found, 1);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_change_is_seen);
	ADD_ROWS(tests, tables, a_table_says);
	ADD_TEST(tests, a_sum_beyond_all_amounts_is_not_compared);
	ADD_TEST(tests, what_is_not_there_is_freed);
	ADD_ROWS(tests, details, a_check_says);
	ADD_TEST(tests, a_name_in_the_cell_of_its_code_is_compared_too);
	return run_all("checks", tests);
}
