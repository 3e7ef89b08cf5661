/* What may be added up: each row is a few records, and what becomes of each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "index/compare/contain.h"
#include "index/compare/count.h"
#include "index/compare/order.h"

#define RECORDS_MAX 6

/* A record: where it stands, what it is, and what is to become of it. */
typedef struct {
	const char *publication;        /* "-" before it: contained in another */
	guint cell;
	guint line;             /* what it is (index/cards.h); 0: a project */
	const char *code, *title, *above;
	ys_amount amount;
	gboolean implausible, mentioned, whole;
	ys_count_verdict verdict;
} record;

static const struct {
	const char *name;
	ys_count_rules rules;
	record records[RECORDS_MAX];
} rows[] = {
	{ "projects of two bodies are added up", { 0 },
	  { { "a", 0, 0, NULL, "物业管理费", NULL, 100, .verdict = YS_COUNTS },
	    { "b", 0, 0, NULL, "物业管理费", NULL, 200, .verdict = YS_COUNTS } } },
	{ "what a unit prints is in the sums of its department", { 0 },
	  { { "a", 0, 0, NULL, "物业管理费", NULL, 100, .verdict = YS_COUNTS },
	    { "-b", 0, 0, NULL, "物业管理费", NULL, 60, .verdict = YS_LEFT_CONTAINED } } },
	{ "departments and units in cells of their own are both counted", { .levels_apart = TRUE },
	  { { "a", 0, 0, NULL, "物业管理费", NULL, 100, .verdict = YS_COUNTS },
	    { "-b", 1, 0, NULL, "物业管理费", NULL, 60, .verdict = YS_COUNTS } } },
	{ "what is only mentioned is counted apart", { 0 },
	  { { "a", 0, 0, NULL, "后勤保障", NULL, 100, .mentioned = TRUE, .verdict = YS_LEFT_MENTIONED },
	    { "-a", 0, 0, NULL, "后勤保障", NULL, 100, .mentioned = TRUE, .verdict = YS_LEFT_CONTAINED } } },
	{ "or with the others, where that is asked for", { .mentioned = TRUE },
	  { { "a", 0, 0, NULL, "后勤保障", NULL, 100, .mentioned = TRUE, .verdict = YS_COUNTS } } },
	{ "what has no amount, or one that cannot be right, is left out", { 0 },
	  { { "a", 0, 0, NULL, "培训费", NULL, YS_AMOUNT_NONE, .verdict = YS_LEFT_NO_AMOUNT },
	    { "b", 0, 0, NULL, "培训费", NULL, 100, .implausible = TRUE, .verdict = YS_LEFT_IMPLAUSIBLE },
	    { "c", 0, 0, NULL, "培训费", NULL, 0, .verdict = YS_COUNTS } } },
	{ "a class of functions contains its items", { 0 },
	  { { "a", 0, 1, "208", "社会保障和就业支出", NULL, 100, .verdict = YS_COUNTS },
	    { "a", 0, 1, "20805", "养老支出", NULL, 80, .verdict = YS_LEFT_CONTAINED },
	    { "a", 0, 1, "2080505", "养老保险缴费支出", NULL, 60, .verdict = YS_LEFT_CONTAINED },
	    { "a", 0, 1, "210", "卫生健康支出", NULL, 50, .verdict = YS_COUNTS } } },
	{ "of another publication, or in another cell, it does not", { 0 },
	  { { "a", 0, 1, "208", "社会保障和就业支出", NULL, 100, .verdict = YS_COUNTS },
	    { "b", 0, 1, "20805", "养老支出", NULL, 80, .verdict = YS_COUNTS },
	    { "a", 1, 1, "20805", "养老支出", NULL, 80, .verdict = YS_COUNTS } } },
	{ "a line contains those that have its name above them", { 0 },
	  { { "a", 0, 4, NULL, "公务用车购置及运行维护费", "“三公”经费", 30, .verdict = YS_COUNTS },
	    { "a", 0, 4, NULL, "公务用车购置费", "公务用车购置及运行维护费", 20, .verdict = YS_LEFT_CONTAINED },
	    { "a", 0, 4, NULL, "公务接待费", "“三公”经费", 5, .verdict = YS_COUNTS } } },
	{ "the same money under another classification is not added", { 0 },
	  { { "a", 0, 2, "30217", "公务接待费", NULL, 5, .verdict = YS_COUNTS },
	    { "b", 0, 2, "30217", "公务接待费", NULL, 7, .verdict = YS_COUNTS },
	    { "a", 0, 4, NULL, "公务接待费", "“三公”经费", 5, .verdict = YS_LEFT_OTHER_VIEW } } },
	{ "where as many have either, a figure comes before what is by purpose", { 0 },
	  { { "a", 0, 2, "30231", "公务用车运行维护费", NULL, 5, .verdict = YS_LEFT_OTHER_VIEW },
	    { "a", 0, 4, NULL, "公务用车运行维护费", "“三公”经费", 6, .verdict = YS_COUNTS } } },
	{ "but each in its cell, where lines are told apart", { .lines_apart = TRUE },
	  { { "a", 0, 2, "30217", "公务接待费", NULL, 5, .verdict = YS_COUNTS },
	    { "a", 1, 4, NULL, "公务接待费", "“三公”经费", 5, .verdict = YS_COUNTS } } },
	{ "what is called just as was asked comes before what more have", { 0 },
	  { { "a", 0, 5, NULL, "政府采购", NULL, 90, .whole = TRUE, .verdict = YS_COUNTS },
	    { "a", 0, 5, NULL, "政府采购服务", NULL, 60, .verdict = YS_LEFT_OTHER_VIEW },
	    { "b", 0, 5, NULL, "政府采购服务", NULL, 60, .verdict = YS_LEFT_OTHER_VIEW } } },
};

/* A record as it is read from an index. */
static void fill(ys_found *found, ys_facts *facts, const record *r)
{
	ys_record *packed = ys_record_new(r->line ? YS_LINE : YS_PROJECT);
	GString *value;

	packed->id = g_strdup("l1");
	packed->title = g_strdup(r->title);
	packed->publication = g_strdup(r->publication);
	packed->code = g_strdup(r->code);
	packed->amount = r->amount;
	if (r->above)
		g_ptr_array_add(packed->path, g_strdup(r->above));
	if (r->implausible)
		g_ptr_array_add(packed->warnings, ys_warning_new("unit-implausible", 1, "too large"));
	value = ys_counted_pack(packed);
	*facts = (ys_facts){ .type = packed->type, .line = r->line };
	*found = (ys_found){ .facts = facts, .title = r->title, .whole = r->whole, .named = !r->mentioned };
	assert_true(ys_counted_read(value->str, value->len, &found->counted));
	/* the value is borrowed by what was read */
	g_string_free(value, FALSE);
	ys_record_free(packed);
}

static void verdicts(void **state)
{
	guint wrong = 0;

	(void)state;
	for (gsize row = 0; row < G_N_ELEMENTS(rows); row++) {
		g_autoptr(GArray) addends = g_array_new(FALSE, FALSE, sizeof(ys_addend));
		ys_found found[RECORDS_MAX];
		ys_facts facts[RECORDS_MAX];
		ys_edition editions[RECORDS_MAX];

		for (guint i = 0; i < RECORDS_MAX && rows[row].records[i].publication; i++) {
			const record *r = &rows[row].records[i];
			ys_addend addend = { .found = &found[i], .edition = &editions[i], .cell = r->cell };

			fill(&found[i], &facts[i], r);
			editions[i] = (ys_edition){ .contained = *r->publication == '-', .counted = found[i].counted };
			editions[i].counted.id = r->publication;
			addend.amount = ys_counted_amount(&found[i].counted, ys_measure_named(r->line ? "total" : "budget"));
			g_array_append_val(addends, addend);
		}
		ys_count(addends, &rows[row].rules);
		for (guint i = 0; i < addends->len; i++) {
			ys_count_verdict verdict = g_array_index(addends, ys_addend, i).verdict;

			if (verdict == rows[row].records[i].verdict)
				continue;
			print_error("%s: the %u. is %s\n", rows[row].name, i + 1, ys_count_verdict_name(verdict));
			wrong++;
		}
		for (guint i = 0; i < addends->len; i++)
			g_free((char *)found[i].counted.amounts - 2);
	}
	assert_int_equal(wrong, 0);
}

/* ---- what contains what ---- */

static const struct {
	const char *name;
	struct {
		const char *department, *level, *scope, *units;
		int year;
		ys_amount total;
		gboolean contained;
	} editions[3];
} wholes[] = {
	{ "a unit that its department lists",
	  { { "青禾县教育局", "部门", NULL, "青禾县第一小学 青禾县教师发展中心", 2023, 900, FALSE },
	    { "青禾县第一小学", "单位", NULL, NULL, 2023, 300, TRUE },
	    { "青禾县图书馆", "单位", NULL, NULL, 2023, 300, FALSE } } },
	{ "not that of another year",
	  { { "青禾县教育局", "部门", NULL, "青禾县第一小学", 2023, 900, FALSE },
	    { "青禾县第一小学", "单位", NULL, NULL, 2022, 300, FALSE } } },
	{ "a part is not larger than the whole",
	  { { "青禾县教育局", "部门", NULL, "青禾县第一小学", 2023, 900, FALSE },
	    { "青禾县第一小学", "单位", NULL, NULL, 2023, 901, FALSE } } },
	{ "the office of a body is in the whole of it",
	  { { "云栖市水务局", "部门", NULL, NULL, 2023, 900, FALSE },
	    { "云栖市水务局", "单位", "本级", NULL, 2023, 500, TRUE } } },
	{ "who lists itself is not in itself, nor two in each other",
	  { { "云栖市水务局", "部门", NULL, "云栖市水务局 河道管理所", 2023, 900, FALSE },
	    { "河道管理所", "部门", NULL, "云栖市水务局", 2023, 900, FALSE } } },
};

static void containing(void **state)
{
	guint wrong = 0;
	const ys_region nowhere = { 0 };

	(void)state;
	for (gsize row = 0; row < G_N_ELEMENTS(wholes); row++) {
		g_autoptr(GArray) editions = g_array_new(FALSE, FALSE, sizeof(ys_edition));
		ys_origin origins[3];
		GString *values[3];
		guint n = 0;

		for (; n < 3 && wholes[row].editions[n].department; n++) {
			ys_record *record = ys_record_new(YS_PUBLICATION);
			g_auto(GStrv) units = g_strsplit(wholes[row].editions[n].units ? wholes[row].editions[n].units : "", " ", -1);
			ys_edition edition = { .origin = &origins[n] };

			origins[n] = (ys_origin){ .department = wholes[row].editions[n].department, .kind = "预算",
						  .region = &nowhere, .year = wholes[row].editions[n].year };
			record->id = g_strdup("b");
			record->level = g_strdup(wholes[row].editions[n].level);
			record->scope = g_strdup(wholes[row].editions[n].scope);
			record->total_expenditure = wholes[row].editions[n].total;
			for (char **unit = units; *unit; unit++)
				g_ptr_array_add(record->subordinate_units, g_strdup(*unit));
			values[n] = ys_counted_pack(record);
			assert_true(ys_counted_read(values[n]->str, values[n]->len, &edition.counted));
			g_array_append_val(editions, edition);
			ys_record_free(record);
		}
		ys_editions_contain(editions);
		for (guint i = 0; i < n; i++) {
			if (g_array_index(editions, ys_edition, i).contained != wholes[row].editions[i].contained) {
				print_error("%s: %s\n", wholes[row].name, wholes[row].editions[i].department);
				wrong++;
			}
			g_string_free(values[i], TRUE);
		}
	}
	assert_int_equal(wrong, 0);
}

/* ---- ratios and damage ---- */

static void ratios(void **state)
{
	static const struct {
		ys_amount part, whole;
		ys_percent percent;
	} cases[] = {
		{ 1, 3, 3333 }, { 2, 3, 6667 }, { -1, 3, -3333 }, { 1, -3, -3333 }, { 1, 800, 13 }, { -1, 800, -13 },
		{ 5, 0, YS_PERCENT_NONE }, { 0, 5, 0 }, { G_MAXINT64, 1, YS_PERCENT_NONE }, { G_MAXINT64, G_MAXINT64, 10000 },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		assert_int_equal(ys_ratio(cases[i].part, cases[i].whole), cases[i].percent);
}

/* Cut anywhere, a value is damaged or says less, but nothing that is not there. */
static void damage(void **state)
{
	ys_record *record = ys_record_new(YS_PUBLICATION);
	GString *value;
	ys_counted counted;
	const char *at = NULL;

	(void)state;
	record->id = g_strdup("b1");
	record->total_income = 7;
	g_ptr_array_add(record->subordinate_units, g_strdup("青禾县第一小学"));
	value = ys_counted_pack(record);
	for (gsize len = 0; len < value->len; len++) {
		g_autofree char *cut = g_memdup2(value->str, len + 1);

		at = NULL;
		if (ys_counted_read(cut, len, &counted))
			assert_null(ys_counted_name(&counted, &at));
	}
	assert_true(ys_counted_read(value->str, value->len, &counted));
	at = NULL;
	assert_string_equal(ys_counted_name(&counted, &at), "青禾县第一小学");
	assert_null(ys_counted_name(&counted, &at));
	assert_int_equal(ys_counted_amount(&counted, ys_measure_named("total_income")), 7);
	assert_int_equal(ys_counted_amount(&counted, ys_measure_named("basic")), YS_AMOUNT_NONE);
	assert_null(ys_counted_pack(&(ys_record){ .type = YS_SECTION }));
	g_string_free(value, TRUE);
	ys_record_free(record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(verdicts),
		cmocka_unit_test(containing),
		cmocka_unit_test(ratios),
		cmocka_unit_test(damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
