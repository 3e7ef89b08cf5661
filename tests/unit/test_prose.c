#include "src/publication/figures/prose.h"

#include "tests/unit/publication_fixture.h"

/* A title, so that what follows it is body. */
#define T "2023年云栖县交通局部门预算\n\n一、说明\n\n"

typedef struct {
	const char *name, *kind, *text;
	const char *expected;   /* what is found, in yuan */
} row;

static void append_figure(GString *out, const char *name, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE)
		return;
	g_string_append_printf(out, "%s%s=", out->len ? " " : "", name);
	ys_amount_append_yuan(out, amount);
}

static char *describe(const ys_prose *prose)
{
	GString *out = g_string_new(NULL);

	for (ys_figure_id id = 0; id < YS_N_FIGURES; id++) {
		const char *name = id == YS_FIGURE_THREE_PUBLIC ? "three_public"
				   : id == YS_FIGURE_PROCUREMENT ? "procurement" : ys_figure_name(id);

		append_figure(out, name, prose->figures[id].amount);
	}
	append_figure(out, "change", prose->change.amount);
	if (prose->change_percent != YS_PERCENT_NONE)
		append_figure(out, "percent", prose->change_percent);
	if (prose->growths->len)
		g_string_append_printf(out, "%sgrowths=%u", out->len ? " " : "", prose->growths->len);
	return g_string_free(out, FALSE);
}

static void prose_is_read(void **state)
{
	const row *row = *state;
	g_autofree char *text = g_strconcat(T, row->text, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(ys_prose) prose = ys_prose_new(f->outline, 2023, row->kind);
	g_autofree char *got = describe(prose);

	assert_string_equal(got, row->expected);
}

static const row rows[] = {
	/* three public expenses */
	{ "a sentence with total, change and parts", "预算",
	  "2023年本部门财政拨款安排“三公”经费 1.80 万元，比上年减少 0.85 万元，下降 32.08%。其中：因公出国（境）费 0 万元；"
	  "公务用车购置及运行费 1.60 万元（公务用车购置费 0 万元，公务用车运行维护费 1.60 万元）；公务接待费 0.20 万元。\n",
	  "three_public=18000 abroad=0 vehicle=16000 vehicle_purchase=0 vehicle_running=16000 reception=2000 growths=1" },
	{ "of an account what was executed, not what was planned", "决算",
	  "2023年度“三公”经费财政拨款支出预算为5.00万元，支出决算为3.20万元，完成预算的64%。\n", "three_public=32000" },
	{ "of a budget what is planned, not what was executed", "预算",
	  "“三公”经费预算5.00万元，决算3.20万元。\n", "three_public=50000" },
	{ "the name of a budget plans nothing", "决算", "2023年度一般公共预算“三公”经费支出3.20万元。\n", "three_public=32000" },
	{ "an account with the budget behind it", "决算",
	  "2023年度“三公”经费财政拨款支出决算为 15.53 万元，完成预算 16.46 万元的 94.3%。其中：因公出国（境）费支出决算为 0万元，"
	  "完成预算 0万元的--%（基数为 0，不可比）；公务接待费支出决算为 2.08 万元，完成预算 2.12 万元的 98.1%。\n",
	  "three_public=155300 abroad=0 reception=20800" },
	{ "short names behind the long one", "预算",
	  "“三公”经费预算数为10万元，其中，公务接待费3万元，公务用车购置及运行费7万元（其中，购置费0万元，运行费7万元），出国费0万元。\n",
	  "three_public=100000 abroad=0 vehicle=70000 vehicle_purchase=0 vehicle_running=70000 reception=30000" },
	{ "a short name alone is of something else", "预算", "食堂购置费12万元，接待费3万元，运行维护费5万元。\n", "" },
	{ "names without 务", "决算", "全年“三公”经费决算 4.59 万元。其中公车运行 3.35 万元，公务接待 1.24 万元。\n",
	  "three_public=45900 vehicle_running=33500 reception=12400" },
	{ "another year is left alone", "预算", "2022年“三公”经费预算9.00万元，2023年“三公”经费预算8.00万元。\n",
	  "three_public=80000" },
	{ "what was last year's is left alone", "预算", "上年“三公”经费9.00万元。“三公”经费预算8.00万元。\n", "three_public=80000" },
	{ "in any unit", "预算", "“三公”經費預算 2.40 萬元，公务接待费 4 千元，政府采购预算 2 千万元，公用车辆按 5 万元/辆计。\n",
	  "three_public=24000 reception=4000 procurement=20000000" },
	{ "in yuan", "预算", "“三公”经费预算 24,000.50 元，公务接待费 4000.5 元。\n", "three_public=24000.5 reception=4000.5" },
	{ "blanks inside the number", "决算", "“三公”经费支出决算为 1, 015. 53 万元。\n", "three_public=10155300" },
	{ "full-width digits and marks", "预算", "“三公”经费预算３．４０万元，其中：公务接待费０．５０万元。\n",
	  "three_public=34000 reception=5000" },
	{ "straight quotes", "预算", "\"三公\"经费预算 3.40 万元。\n", "three_public=34000" },
	{ "a definition has no numbers", "预算", "“三公”经费：指因公出国（境）费、公务用车购置及运行费和公务接待费。\n", "" },

	/* totals */
	{ "revenue and expenditure", "预算",
	  "2023年本部门收入预算 1,416.56 万元，比上年减少 191.44 万元，下降 11.91%；支出预算 1,416.56 万元，比上年减少 191.44 万元，"
	  "下降 11.91%。\n",
	  "income=14165600 expenditure=14165600 change=-1914400 percent=-11.91 growths=2" },
	{ "both at once", "预算", "2023年收支总预算7,983.78万元，较上年增加5,718.51万元，增长252.44%。\n",
	  "income=79837800 expenditure=79837800 change=57185100 percent=252.44 growths=1" },
	{ "both at once in the words of an account", "决算",
	  "2023年度收、支总计均为1,200.00万元。与2022年相比，收、支总计各增加200.00万元，增长20%，主要是人员增加。\n",
	  "income=12000000 expenditure=12000000 change=2000000 percent=20 growths=1" },
	{ "the year before by its number", "预算", "收入预算110万元，比2022年增加10万元，增长10%。\n",
	  "income=1100000 change=100000 percent=10 growths=1" },
	{ "against the budget is no change of the year", "决算", "总收入90万元，比年初预算数减少10万元，下降10%。\n",
	  "income=900000 growths=1" },
	{ "no number, not comparable", "预算", "收入预算 5 万元，比上年增加 5 万元，增长--%（上年基数为 0，不可比）。\n",
	  "income=50000 change=50000" },
	{ "the percentage in brackets", "预算", "收入预算 90 万元，比上年减少 10 万元（10%）。\n",
	  "income=900000 change=-100000 percent=-10 growths=1" },
	{ "the appropriation where the total has no change", "决算",
	  "本部门2023年度总收入 365.08 万元，其中本年收入 345.27 万元。\n\n1. 一般公共预算财政拨款收入 345.11万元，比上年决算增加 87.94万元，"
	  "增长 34.2%。\n",
	  "income=3650800 change=879400 percent=34.2 growths=1" },
	{ "the total's change is taken before the appropriation's", "预算",
	  "财政拨款收入 80 万元，比上年增加 8 万元。收入预算 110万元，比上年增加10万元。\n",
	  "income=1100000 change=100000" },
	{ "basic and project expenditure", "预算", "支出预算100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。\n",
	  "expenditure=1000000 basic=600000 project=400000" },
	{ "a numbered list", "决算", "1. 基本支出 9,314.19 万元，比上年决算增加 1,718.79 万元，增长 22.6%。\n\n2. 项目支出 26.6 万元。\n",
	  "basic=93141900 project=266000 growths=1" },
	{ "a part is not the whole", "预算",
	  "一般公共预算基本支出60万元，政府性基金收入预算5万元，教育支出预算7万元，“三公”经费支出预算1万元。\n",
	  "three_public=10000" },
	{ "reasons are no changes", "预算",
	  "收入预算110万元，比上年增加10万元，增长10%，主要原因是人员经费增加6万元，增长30%，项目经费增加4万元。\n",
	  "income=1100000 change=100000 percent=10 growths=1" },
	{ "a change that names another subject belongs to it", "预算",
	  "收入预算110万元，其中，一般公共预算拨款90万元，收入较上年增加10万元，增长10%。\n", "income=1100000" },
	{ "behind the parts stands how the whole changed, by its percentage", "预算",
	  "支出预算100万元，其中：基本支出20万元，项目支出80万元，比上年增加25万元，增长33.33%。\n",
	  "expenditure=1000000 basic=200000 project=800000 change=250000 percent=33.33 growths=1" },
	{ "not where that was said before", "预算",
	  "支出预算100万元，比上年减少5万元，下降4.76%，其中：基本支出20万元，项目支出80万元，比上年增加25万元，增长33.33%。\n",
	  "expenditure=1000000 basic=200000 project=800000 change=-50000 percent=-4.76 growths=2" },
	{ "or how the last part did", "预算",
	  "支出预算100万元，其中：基本支出20万元，项目支出80万元，比上年增加25万元，增长45.45%。\n",
	  "expenditure=1000000 basic=200000 project=800000 growths=1" },
	{ "without a percentage it cannot be told", "预算",
	  "支出预算100万元，其中：基本支出20万元，项目支出80万元，比上年增加25万元。\n",
	  "expenditure=1000000 basic=200000 project=800000" },
	{ "a bracket does not take the subject away", "预算",
	  "公务用车购置及运行费 1.80 万元（公务用车购置费 0 万元；公务用车运行维护费 1.80 万元。），比上年增加 0.80 万元，增长 80%。\n",
	  "vehicle=18000 vehicle_purchase=0 vehicle_running=18000 growths=1" },
	{ "paragraphs do not go on with each other", "预算", "收入预算110万元。\n\n比上年增加10万元，增长10%。\n",
	  "income=1100000" },

	/* procurement */
	{ "procurement with its kinds", "预算",
	  "2023年本部门政府采购安排2,256.30万元，其中：货物类采购预算11.10万元，工程类采购预算0万元，服务类采购预算2,245.20万元等。\n",
	  "procurement=22563000 goods=111000 works=0 services=22452000" },
	{ "in the words of an account", "决算",
	  "2023年本部门政府采购支出总额 34.65万元，其中：政府采购货物支出 3.34万元、政府采购工程支出 0万元、政府采购服务支出 31.31万元。"
	  "授予中小企业合同金额 5.43万元，占政府采购支出总额的 15.7%。\n",
	  "procurement=346500 goods=33400 works=0 services=313100" },
	{ "short names", "预算", "政府采购预算合计894.60万元，其中货物111.34万元、工程148.72万元、服务634.54万元。\n",
	  "procurement=8946000 goods=1113400 works=1487200 services=6345400" },
	{ "in yuan, with what is procured centrally", "预算",
	  "2023年政府采购预算 17000 元，同比增加 17000 元。其中：政府集中采购预算17000元，占100%。货物类采购10000元，服务类采购7000元。\n",
	  "procurement=17000 goods=10000 services=7000" },
	{ "procurement is not what a project is called", "预算", "信息系统政府采购服务平台建设费30万元，单价50万元以上的设备2台。\n", "" },

	/* numbers that are none */
	{ "years, telephones and counts are words", "预算", "2023年12345热线受理5000件，有车辆3辆，面积1200平方米。\n", "" },
	{ "a price is no amount", "预算", "政府采购1,200元/个。\n", "" },
	{ "a number beyond all amounts", "预算", "收入预算99999999999999999999999万元，支出预算1万元。\n", "expenditure=10000" },
};

static void a_growth_keeps_what_was_printed(void **state)
{
	g_autoptr(fixture) f = fixture_new(T "甲。\n\n“三公”经费 1.8 万元，比上年减少 0.85 万元，下降 32.1%。\n");
	g_autoptr(ys_prose) prose = ys_prose_new(f->outline, 2023, "预算");
	const ys_growth *growth;

	(void)state;
	assert_int_equal(prose->growths->len, 1);
	growth = g_ptr_array_index(prose->growths, 0);
	assert_int_equal(growth->now.amount, 1800000);
	assert_int_equal(growth->now.place, YS_WAN / 10);
	assert_int_equal(growth->change.amount, -850000);
	assert_int_equal(growth->change.place, YS_WAN / 100);
	assert_int_equal(growth->percent, -3210);
	assert_int_equal(growth->place, 10);
	assert_int_equal(growth->now.line, 7);
	assert_string_equal(growth->label, "“三公”经费");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, prose_is_read);
	ADD_TEST(tests, a_growth_keeps_what_was_printed);
	return run_all("prose", tests);
}
