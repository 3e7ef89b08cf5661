#include "src/publication/checks/check.h"

#include "src/publication/publication.h"
#include "tests/unit/publication_fixture.h"

/* ---- one sum against one declared amount ---- */

static const struct {
	const char *name;
	ys_amount sum, declared;
	guint n;
	ys_amount half_step;
	ys_reconciliation_status status;
} status_rows[] = {
	{ "the same is ok", 12345, 12345, 3, 50, YS_OK },
	{ "nothing against nothing is ok", 0, 0, 0, 50, YS_OK },
	{ "phenomenon 83: half a step for each row is rounding", 1150, 1000, 3, 50, YS_ROUNDING },
	{ "phenomenon 83: also below", 850, 1000, 3, 50, YS_ROUNDING },
	{ "phenomenon 83: and of 52 rows", 1260, 1000, 52, 5, YS_ROUNDING },
	{ "one fen more is a mismatch", 1151, 1000, 3, 50, YS_MISMATCH },
	{ "one fen less is one too", 849, 1000, 3, 50, YS_MISMATCH },
	{ "negative amounts are compared too", -1000, -1100, 2, 50, YS_ROUNDING },
	{ "an unknown sum is not checked", YS_AMOUNT_NONE, 1000, 3, 50, YS_UNCHECKED },
	{ "an unknown total is not checked", 1000, YS_AMOUNT_NONE, 3, 50, YS_UNCHECKED },
	{ "a residual that no amount can hold is not said", G_MAXINT64, -G_MAXINT64, 3, 50, YS_UNCHECKED },
	{ "nor one that is the mark of no amount", -G_MAXINT64, 1, 3, 50, YS_UNCHECKED },
	{ "the largest residual is a mismatch", -G_MAXINT64, 0, 3, 50, YS_MISMATCH },
	{ "very many rows do not overflow", 1000, 2000, G_MAXUINT, 5000000, YS_ROUNDING },
};

static void a_sum_is_judged(void **state)
{
	const typeof(status_rows[0]) *row = *state;
	g_autoptr(GPtrArray) checks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_check_free);
	const ys_sum sum = { row->sum, row->n, FALSE };

	assert_int_equal(ys_check_compare(checks, "rows-total", "表", &sum, row->declared, row->half_step, 1)->status,
			 row->status);
}

/* ---- tables ---- */

static ys_publication *read_text(const char *text)
{
	g_autofree char *whole = g_strconcat("2023年云栖县交通局部门预算\n", text, NULL);
	ys_publication *publication = ys_publication_new("a.txt", whole, strlen(whole), NULL);

	assert_non_null(publication);
	return publication;
}

#define CODES "支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
#define PROJECTS "部门预算项目支出预算表\n单位：万元\n项目名称\t总计\t绩效目标\n"

static const struct {
	const char *name, *text;
	ys_reconciliation_status status;
	const char *declared, *sum;     /* 万元; "" unknown */
} table_rows[] = {
	{ "classes that add up are ok", CODES "\t合计\t25.00\t10.00\t15.00\n214\t交通\t20.00\t5.00\t15.00\n"
					"21401\t公路\t20.00\t5.00\t15.00\n221\t住房\t5.00\t5.00\t0.00\n", YS_OK, "25.00", "25.00" },
	{ "phenomenon 83: two classes may be off by a hundredth",
	  CODES "\t合计\t25.01\t10.01\t15.00\n214\t交通\t20.00\t5.00\t15.00\n221\t住房\t5.00\t5.00\t0.00\n", YS_ROUNDING, "25.01",
	  "25.00" },
	{ "a wrong total is a mismatch", CODES "\t合计\t26.00\t11.00\t15.00\n214\t交通\t20.00\t5.00\t15.00\n"
					       "221\t住房\t5.00\t5.00\t0.00\n", YS_MISMATCH, "26.00", "25.00" },
	{ "phenomenon 35: without its total a table is not checked",
	  CODES "214\t交通\t20.00\t5.00\t15.00\n221\t住房\t5.00\t5.00\t0.00\n", YS_UNCHECKED, "", NULL },
	{ "phenomenon 36: a class that comes twice counts twice",
	  "一般公共预算基本支出情况表\n单位：万元\n科目\t预算\n合计\t17.00\n[301]工资\t7.00\n[302]商品\t1.00\n[301]工资\t9.00\n", YS_OK,
	  "17.00", "17.00" },
	{ "phenomenon 37: an empty table says so", "政府性基金预算支出情况表\n单位：万元\n科目编码\t科目名称\t合计\n\t合 计\t0.00\n",
	  YS_OK, "0.00", "0.00" },
	{ "projects that add up are ok",
	  PROJECTS "合计\t15.00\t\n道路\t10.00\t畅\n桥梁\t5.00\t安\n", YS_OK, "15.00", "15.00" },
	{ "projects that do not are a mismatch",
	  PROJECTS "合计\t16.00\t\n道路\t10.00\t畅\n桥梁\t5.00\t安\n", YS_MISMATCH, "16.00",
	  "15.00" },
	{ "amounts in yuan must be exact to half a fen each",
	  "部门预算项目支出预算表\n单位：元\n项目名称\t总计\t绩效目标\n合计\t15.03\t\n道路\t10.00\t畅\n桥梁\t5.00\t安\n", YS_MISMATCH,
	  "0.001503", "0.0015" },
};

static const ys_record *first_table(const ys_publication *publication)
{
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type == YS_TABLE)
			return record;
	}
	fail_msg("there is no table");
	return NULL;
}

static void a_table_is_checked_against_its_total(void **state)
{
	const typeof(table_rows[0]) *row = *state;
	g_autoptr(ys_publication) publication = read_text(row->text);
	const ys_reconciliation *r = &first_table(publication)->reconciliation;

	assert_string_equal(ys_reconciliation_status_name(r->status), ys_reconciliation_status_name(row->status));
	assert_true(r->declared == ys_amount_parse(row->declared, YS_WAN));
	if (row->sum) {
		assert_true(r->sum == ys_amount_parse(row->sum, YS_WAN));
		assert_true(r->residual == r->sum - r->declared);
	}
}

/* ---- all checks of a publication ---- */

#define BALANCE(income, expenditure)                                                                            \
	"收支总体情况表\n单位：万元\n收入\t\t支出\t\n项目\t预算\t项目\t预算\n一、一般公共预算\t" income "\t一、交通支出\t" \
	expenditure "\n收入总计\t" income "\t支出总计\t" expenditure "\n\n"

static const struct {
	const char *name, *text, *what;
	ys_reconciliation_status status;
} check_rows[] = {
	{ "income equals expenditure", BALANCE("25.00", "25.00"), "income-expenditure", YS_OK },
	{ "income does not equal expenditure", BALANCE("25.00", "24.00"), "income-expenditure", YS_MISMATCH },
	{ "lower classes add up to upper ones",
	  CODES "\t合计\t20.00\t5.00\t15.00\n214\t交通\t20.00\t5.00\t15.00\n21401\t公路\t20.00\t5.00\t15.00\n"
		"2140101\t运行\t5.00\t5.00\t0.00\n2140106\t养护\t15.00\t0.00\t15.00\n",
	  "code-levels", YS_OK },
	{ "lower classes do not add up to upper ones",
	  CODES "\t合计\t20.00\t5.00\t15.00\n214\t交通\t20.00\t5.00\t15.00\n21401\t公路\t20.00\t5.00\t15.00\n"
		"2140101\t运行\t5.00\t5.00\t0.00\n2140106\t养护\t14.00\t0.00\t14.00\n",
	  "code-levels", YS_MISMATCH },
	{ "columns add up along a row",
	  CODES "\t合计\t20.00\t5.00\t15.00\n214\t交通\t20.00\t5.00\t15.00\n21401\t公路\t20.00\t5.00\t15.00\n", "columns-total", YS_OK },
	{ "a row whose columns do not add up",
	  CODES "\t合计\t20.00\t5.00\t15.00\n214\t交通\t20.00\t5.00\t15.00\n21401\t公路\t20.00\t5.00\t15.00\n"
		"2140101\t运行\t5.00\t5.00\t0.00\n2140106\t养护\t15.00\t0.00\t13.00\n",
	  "columns-total", YS_MISMATCH },
	{ "projects add up to the project expenditure",
	  CODES "\t合计\t25.00\t10.00\t15.00\n214\t交通\t25.00\t10.00\t15.00\n\n" PROJECTS "合计\t15.00\t\n道路\t15.00\t畅\n",
	  "projects-expenditure", YS_OK },
	{ "projects do not add up to the project expenditure",
	  CODES "\t合计\t25.00\t10.00\t15.00\n214\t交通\t25.00\t10.00\t15.00\n\n" PROJECTS "合计\t12.00\t\n道路\t12.00\t畅\n",
	  "projects-expenditure", YS_MISMATCH },
};

static void a_check_finds_what_is_wrong(void **state)
{
	const typeof(check_rows[0]) *row = *state;
	g_autoptr(ys_publication) publication = read_text(row->text);
	ys_reconciliation_status worst = YS_UNCHECKED;

	for (guint i = 0; i < publication->checks->len; i++) {
		const ys_check *check = g_ptr_array_index(publication->checks, i);

		assert_non_null(check->what);
		assert_non_null(check->subject);
		if (!strcmp(check->what, row->what))
			worst = MAX(worst, check->status);
	}
	assert_string_equal(ys_reconciliation_status_name(worst), ys_reconciliation_status_name(row->status));
}

/* A publication in order has no mismatch of any kind. */
static void what_is_in_order_is_called_so(void **state)
{
	g_autoptr(ys_publication) publication =
		read_text(BALANCE("25.00", "25.00") CODES "\t合计\t25.00\t10.00\t15.00\n214\t交通\t20.00\t5.00\t15.00\n"
							  "21401\t公路\t20.00\t5.00\t15.00\n221\t住房\t5.00\t5.00\t0.00\n"
							  "22102\t改革\t5.00\t5.00\t0.00\n\n" PROJECTS
							  "合计\t15.00\t\n养护类\t15.00\t\n道路\t10.00\t畅\n桥梁\t5.00\t安\n");

	(void)state;
	assert_true(publication->checks->len > 3);
	for (guint i = 0; i < publication->checks->len; i++) {
		const ys_check *check = g_ptr_array_index(publication->checks, i);

		if (check->status == YS_MISMATCH)
			fail_msg("%s of %s: %s", check->what, check->subject, check->detail);
	}
}

static const struct {
	const char *name, *head, *row;
	guint times;
} hostile_rows[] = {
	{ "a hundred thousand classes take linear time",
	  CODES "\t合计\t1.00\t1.00\t0.00\n", "214\t交通\t1.00\t1.00\t0.00\n", 100000 },
	{ "so do a hundred thousand classes of the lowest level",
	  CODES, "2140101\t运行\t1.00\t1.00\t0.00\n", 100000 },
	{ "so do amounts that overflow when added",
	  CODES, "214\t交通\t9000000000000.00\t9000000000000.00\t9000000000000.00\n", 20000 },
	{ "so do ten thousand columns", CODES "214\t交通", "\t1.00", 10000 },
	{ "so do a hundred thousand totals", CODES, "\t合计\t1.00\t1.00\t0.00\n", 100000 },
};

static void hostile_tables_take_linear_time(void **state)
{
	const typeof(hostile_rows[0]) *row = *state;
	g_autoptr(GString) text = g_string_new(row->head);
	g_autoptr(ys_publication) publication = NULL;

	for (guint i = 0; i < row->times; i++)
		g_string_append(text, row->row);
	publication = read_text(text->str);
	assert_true(publication->records->len > 0);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, status_rows, a_sum_is_judged);
	ADD_ROWS(tests, table_rows, a_table_is_checked_against_its_total);
	ADD_ROWS(tests, check_rows, a_check_finds_what_is_wrong);
	ADD_TEST(tests, what_is_in_order_is_called_so);
	ADD_ROWS(tests, hostile_rows, hostile_tables_take_linear_time);
	return run_all("reconcile", tests);
}
