/* Figures of a whole publication: from its tables, or else from its prose. */
#include "tests/unit/reconcile_fixture.h"
#include "tests/unit/words_fixture.h"

#define B "云栖县交通局2023年部门预算\n\n"
#define A "岚溪市档案馆2022年度部门决算\n\n"
#define ROWS(title, head) title "\n\n单位：万元\n\n" head "\n"

typedef struct {
	const char *name, *text;
	const char *expected;   /* in yuan; what is not known is left out */
} row;

static void append(GString *out, const char *name, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE)
		return;
	g_string_append_printf(out, "%s%s=", out->len ? " " : "", name);
	ys_amount_append_yuan(out, amount);
}

static void append_map(GString *out, const char *prefix, const GPtrArray *map)
{
	for (guint i = 0; i < map->len; i++) {
		const ys_funding *figure = g_ptr_array_index(map, i);
		g_autofree char *name = g_strconcat(prefix, figure->name, NULL);

		append(out, name, figure->amount);
	}
}

static char *figures_of(const char *text)
{
	g_autoptr(ys_publication) publication = publication_of(text);
	const ys_record *record = ys_publication_record(publication);
	GString *got = g_string_new(NULL);

	append(got, "income", record->total_income);
	append(got, "expenditure", record->total_expenditure);
	append(got, "basic", record->basic);
	append(got, "project", record->project);
	append_map(got, "3:", record->three_public);
	append_map(got, "p:", record->procurement);
	append(got, "change", record->change);
	if (record->change_percent != YS_PERCENT_NONE)
		append(got, "percent", record->change_percent);
	return g_string_free(got, FALSE);
}

static void figures_are_found(void **state)
{
	const row *row = *state;
	g_autofree char *got = figures_of(row->text);

	assert_string_equal(got, row->expected);
}

#define COLUMNS                                                                                                        \
	"合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\n\t\t小计\t公务用车购置费\t公务用车运行维护费\t\n"

static const row rows[] = {
	{ "a whole budget", BUDGET,
	  "income=9300000 expenditure=9300000 basic=4300000 project=5000000 3:total=90000 3:abroad=10000 3:vehicle=75000 "
	  "3:vehicle_purchase=25000 3:vehicle_running=50000 3:reception=5000 p:total=600000 p:goods=200000 p:works=100000 "
	  "p:services=300000 change=300000 percent=3.33" },
	{ "a whole account: what was executed, 总计 with balances", ACCOUNT,
	  "income=3090000 expenditure=3090000 basic=1980000 project=1000000 3:total=62000 3:abroad=0 3:vehicle=54000 "
	  "3:vehicle_purchase=0 3:vehicle_running=54000 3:reception=8000 change=90000 percent=3" },
	{ "the three public expenses in rows", B PUBLIC_IN_ROWS,
	  "3:total=90000 3:abroad=10000 3:vehicle=75000 3:vehicle_purchase=25000 3:vehicle_running=50000 3:reception=5000" },
	{ "in rows, the total is called 合计",
	  B ROWS("“三公”经费支出表", "项目\t预算数") "合计\t9.00\n1、因公出国（境）费用\t1.00\n2、公务接待费\t0.50\n"
						    "3、公务用车费\t7.50\n其中：（1）公务用车运行维护费\t5.00\n（2）公务用车购置\t2.50\n\n",
	  "3:total=90000 3:abroad=10000 3:vehicle=75000 3:vehicle_purchase=25000 3:vehicle_running=50000 3:reception=5000" },
	{ "in rows, with a column of what was executed",
	  A ROWS("财政拨款“三公”经费支出决算表", "项目\t预算数\t决算数") "“三公”经费合计\t9.00\t7.00\n因公出国（境）费\t1.00\t0.00\n"
								      "公务用车购置及运行费\t7.50\t6.80\n公务接待费\t0.50\t0.20\n\n",
	  "3:total=70000 3:abroad=0 3:vehicle=68000 3:reception=2000" },
	{ "in columns, once", B ROWS("“三公”经费支出表", COLUMNS) "9.00\t1.00\t7.50\t2.50\t5.00\t0.50\n\n",
	  "3:total=90000 3:abroad=10000 3:vehicle=75000 3:vehicle_purchase=25000 3:vehicle_running=50000 3:reception=5000" },
	{ "in columns, in another order, told by clear heads",
	  B ROWS("“三公”经费支出表",
		 "合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\t\t\n\t\t\t小计\t公务用车运行费\t公务用车购置费\n")
	  "9.00\t1.00\t0.50\t7.50\t5.00\t2.50\n\n",
	  "3:total=90000 3:abroad=10000 3:vehicle=75000 3:vehicle_purchase=25000 3:vehicle_running=50000 3:reception=5000" },
	{ "in columns, with an expense beside them that is none of the three, and blanks that can only be 0",
	  B ROWS("“三公”经费和机关运行经费预算表",
		 "2023年“三公”经费预算数\t\t\t\t\t\t2023年机关运行经费预算数\n"
		 "合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\t\t\t\n\t\t\t小计\t购置费\t运行费\t\n")
	  "6.40\t\t\t6.40\t\t6.40\t80.00\n\n",
	  "3:total=64000 3:abroad=0 3:vehicle=64000 3:vehicle_purchase=0 3:vehicle_running=64000 3:reception=0" },
	{ "in columns, with a blank that is not known",
	  B ROWS("“三公”经费支出表", COLUMNS) "9.00\t1.00\t\t2.50\t5.00\t0.50\n\n",
	  "3:total=90000 3:abroad=10000 3:vehicle_purchase=25000 3:vehicle_running=50000 3:reception=5000" },
	{ "in columns, budget and account below each kind",
	  A ROWS("财政拨款“三公”经费支出决算表",
		 "合计\t\t因公出国（境）费\t\t公务用车购置及运行维护费\t\t\t\t\t\t公务接待费\t\n"
		 "\t\t\t\t小计\t\t公务用车购置费\t\t公务用车运行维护费\t\t\t\n"
		 "预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\n")
	  "8.50\t6.20\t1.00\t0.00\t6.50\t5.40\t0.00\t0.00\t6.50\t5.40\t1.00\t0.80\n\n",
	  "3:total=62000 3:abroad=0 3:vehicle=54000 3:vehicle_purchase=0 3:vehicle_running=54000 3:reception=8000" },
	{ "in columns, of two years, the total row above its units",
	  B ROWS("“三公”经费支出表",
		 "单位名称\t2022年预算数\t\t\t\t\t\t2023年预算数\t\t\t\t\t\n"
		 "\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\n"
		 "\t\t\t小计\t公务用车购置费\t公务用车运行费\t\t\t\t小计\t公务用车购置费\t公务用车运行费\t\n")
	  "合计\t9.00\t1.00\t7.50\t2.50\t5.00\t0.50\t6.20\t0.00\t5.40\t0.00\t5.40\t0.80\n"
	  "云栖县公路站\t9.00\t1.00\t7.50\t2.50\t5.00\t0.50\t4.00\t0.00\t3.40\t0.00\t3.40\t0.60\n\n",
	  "3:total=62000 3:abroad=0 3:vehicle=54000 3:vehicle_purchase=0 3:vehicle_running=54000 3:reception=8000" },
	{ "phenomenon 31: in columns, with heads broken over rows",
	  A "财政拨款\"三公\"经费支出决算表\n\n单位: 万元\n\n\t\t预算数\t\t\t\t\t\t决算数\t\t\t\t\n"
	    "\t因公出国\t公务用车购置及运行费\t\t\t公务接待\t\t因公出国\t公务用车购置及运行费\t\t\t公务接待\n"
	    "合计\t(境)费\t小计\t公务用车 购置费\t公务用车 运行费\t费\t合计\t(境)费\t小计\t公务用车 购置费\t公务用车 运行费\t费\n"
	    "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n"
	    "8. 50\t1.00\t6. 50\t0.00\t6. 50\t1. 00\t6. 20\t0.00\t5. 40\t0.00\t5. 40\t0.80\n\n",
	  "3:total=62000 3:abroad=0 3:vehicle=54000 3:vehicle_purchase=0 3:vehicle_running=54000 3:reception=8000" },
	{ "the table is taken before the prose, which fills in what it lacks",
	  B ROWS("“三公”经费支出表", "项目\t预算数") "“三公”经费\t9.00\n因公出国（境）费\t1.00\n公务接待费\t0.50\n\n"
						    "第三部分 说明\n\n“三公”经费8.00万元，公务用车购置及运行费7.50万元。\n",
	  "3:total=90000 3:abroad=10000 3:vehicle=75000 3:reception=5000" },
	{ "prose alone", B "一、说明\n\n2023年收支总预算12.30万元，其中基本支出10.00万元，项目支出2.30万元。\n",
	  "income=123000 expenditure=123000 basic=100000 project=23000" },
	{ "basic and project expenditure below heads of their own",
	  B ROWS("支出总表", "科目编码\t科目名称\t合计\t基本支出\t\t项目支出\n\t\t\t小计\t人员经费\t\n")
	  "\t合计\t30.00\t20.00\t15.00\t10.00\n201\t一般公共服务支出\t30.00\t20.00\t15.00\t10.00\n\n",
	  "basic=200000 project=100000" },
	{ "a balance table with nothing but totals of the year",
	  A ROWS("收入支出决算总表", "收入\t\t支出\t\n项目\t决算数\t项目\t决算数") "一、财政拨款\t5.00\t一、教育支出\t4.00\n"
										     "本年收入合计\t5.00\t本年支出合计\t4.00\n\n",
	  "income=50000 expenditure=40000" },
	{ "the total of procurement",
	  B ROWS("政府采购预算表", "采购项目\t品目\t总计") "合计\t\t60.00\n打印机\tA02\t60.00\n\n", "p:total=600000" },
	{ "nothing is known of a publication that says nothing", B "一、职责\n\n负责全县公路。\n", "" },
};

/* Columns in another order than the law's, which only heads that are all clear can tell. */
#define MIXED(total, abroad, reception, cars, vehicle, running, purchase)                                              \
	B ROWS("“三公”经费支出表", total "\t因公" abroad "（境）费\t公务" reception "费\t公务" cars "购置及运行费\t\t\n"      \
						"\t\t\t" vehicle "\t" running "费\t" purchase "费\n")                        \
		"9.00\t1.00\t0.50\t7.50\t5.00\t2.50\n\n"
#define IN_ORDER                                                                                                       \
	"3:total=90000 3:abroad=10000 3:vehicle=75000 3:vehicle_purchase=25000 3:vehicle_running=50000 3:reception=5000"

/* Seven columns are no part of six: the last must be told to be something else. */
#define WITH_OTHER                                                                                                     \
	B ROWS("“三公”经费支出表", "合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行费\t\t\t公务用车%s\n"            \
						"\t\t\t小计\t运行费\t购置费\t\n")                                           \
		"9.00\t1.00\t0.50\t7.50\t5.00\t2.50\t3.00\n\n"
/* Budget and account below each kind, the account first. */
#define BELOW_EACH                                                                                                     \
	A ROWS("“三公”经费支出表", "合计\t\t因公出国（境）费\t\t公务接待费\t\t公务用车运行费\t\n"                        \
						"%s数\t预算数\t%s数\t预算数\t%s数\t预算数\t%s数\t预算数\n")                    \
		"9.00\t8.00\t1.00\t1.00\t3.00\t2.00\t5.00\t5.00\n\n"

/* What the words of a class in data/three-public do. */
static const class_row class_rows[] = {
	{ "abroad", MIXED("合计", "%s", "接待", "用车", "小计", "运行", "购置"), IN_ORDER, NULL },
	{ "cars", MIXED("合计", "出国", "接待", "%s", "小计", "运行", "购置"), IN_ORDER, NULL },
	{ "executed", BELOW_EACH, "3:total=90000 3:abroad=10000 3:vehicle_running=50000 3:reception=30000", NULL },
	{ "other", WITH_OTHER, IN_ORDER, "小计" },
	{ "reception", MIXED("合计", "出国", "%s", "用车", "小计", "运行", "购置"), IN_ORDER, NULL },
	{ "three_public", MIXED("%s", "出国", "接待", "用车", "小计", "运行", "购置"), IN_ORDER, NULL },
	{ "vehicle", MIXED("合计", "出国", "接待", "用车", "%s", "公务用车运行", "购置"), IN_ORDER, NULL },
	{ "vehicle_purchase", MIXED("合计", "出国", "接待", "用车", "小计", "运行", "%s"), IN_ORDER, NULL },
	{ "vehicle_running", MIXED("合计", "出国", "接待", "用车", "小计", "%s", "购置"), IN_ORDER, NULL },
};

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("three-public", class_rows, G_N_ELEMENTS(class_rows), figures_of);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, figures_are_found);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	return run_all("figures", tests);
}
