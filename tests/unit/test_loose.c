/* A query taken apart, and how much of it a text covers. */
#include "index/search/judge.h"
#include "index/search/loose.h"
#include "src/text/fold.h"
#include "tests/unit/library_fixture.h"

static const budget_row rows[] = {
	{ "政务中心物业管理费", "100.00", "保洁与绿化。" },
	{ "学校食堂设备", "45.00", "更换灶具。" },
	{ "最低生活保障补助", "60.00", "按月发放。" },
	{ "12345热线运作经费", "80.00", "受理诉求，目的是回应。" },
	BUDGET_END
};

static library *shared;
static xc_reader *reader;

static void open_reader(void)
{
	g_autofree char *text = publication_text("松溪市云岭区数据服务局", 2023, rows, NULL), *live = NULL;
	g_autoptr(GError) error = NULL;

	shared = library_empty();
	library_write(shared, "a.txt", text);
	library_index(shared);
	live = ys_store_current(shared->index, &error);
	reader = live ? xc_reader_open(live, &error) : NULL;
	if (!reader)
		fail_msg("%s", error->message);
}

static void close_reader(void)
{
	xc_reader_free(reader);
	library_free(shared);
}

static ys_loose *loose_of(const char *text, gboolean exact)
{
	g_autoptr(ys_query) query = query_of(text);
	g_autoptr(GError) error = NULL;
	ys_loose *loose;

	query->exact = exact;
	loose = ys_loose_new(reader, query, &error);
	assert_null(error);
	return loose;
}

/* ---- taking apart ---- */

static const struct fragments_row {
	const char *name, *query;
	const char *fragments;  /* places in angles; "": not to be loose with */
} fragments_rows[] = {
	{ "a run is one fragment", "物业管理费", "物业管理费" },
	{ "blanks cut", "物业管理费 审计", "物业管理费 审计" },
	{ "words of questions go", "哪个区的物业管理费最多", "物业管理费" },
	{ "words around them are apart", "谁负责市政府门户网站的运营", "市政府门户网站 运营" },
	{ "also at the end", "食堂花了多少钱", "食堂" },
	{ "a character that is left alone goes", "食堂的钱呢费", "食堂" },
	{ "nothing is left of question words alone", "请问哪个部门的预算多少", "" },
	{ "a word that only looks like a stop word stays", "绩效目的分析", "绩效目的分析" },
	{ "what begins like a question stays", "最低生活保障", "最低生活保障" },
	{ "an application is no request", "申请执行费", "申请执行费" },
	{ "a division is a place", "广州市物业", "<广州市> 物业" },
	{ "one inside a run is", "物业管理费天河区审计", "物业管理费 <天河区> 审计" },
	{ "several are", "广东省广州市天河区物业", "<广东省> <广州市> <天河区> 物业" },
	{ "an invented district is text", "松溪市云岭区食堂", "松溪市云岭区食堂" },
	{ "numbers stay with their run", "12345热线智慧系统", "12345热线智慧系统" },
	{ "an amount is there or not", "食堂 1,156.36", "食堂" },
	{ "and nothing to be loose with alone", "1156.36万元", "" },
	{ "quoted runs are not loose", "\"物业管理费\" 审计", "" },
	{ "a document number is not", "policy:国办发〔2019〕54号 审计", "" },
	{ "excluding is not", "物业管理费 -审计", "" },
	{ "alternatives are not", "物业管理费 OR 审计", "" },
	{ "AND is not", "物业管理费 AND 审计", "" },
	{ "filters alone are not", "year:2023", "" },
	{ "filters with words are", "year:2023 物业管理费", "物业管理费" },
};

static void a_query_is_taken_apart(void **state)
{
	const struct fragments_row *row = *state;
	g_autoptr(ys_loose) loose = loose_of(row->query, FALSE);
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; loose && i < loose->fragments->len; i++) {
		const ys_fragment *f = g_ptr_array_index(loose->fragments, i);

		g_string_append_printf(got, f->place ? "%s<%s>" : "%s%s", i ? " " : "", f->text);
	}
	assert_string_equal(got->str, row->fragments);
}

static void exact_queries_are_not_taken_apart(void **state)
{
	(void)state;
	assert_null(loose_of("物业管理费", TRUE));
}

/* ---- covering ---- */

#define TEXT "政务中心物业管理费|保洁与绿化 12345热线 二期"

static const struct coverage_row {
	const char *name, *query;
	int low, high;          /* percent covered */
	const char *needles;
} coverage_rows[] = {
	{ "all of it", "物业管理费", 100, 100, "物业管理费" },
	{ "all of it in two places", "保洁 物业管理费", 100, 100, "保洁 物业管理费" },
	{ "none of it", "血吸虫", 0, 0, "" },
	{ "one of two words", "物业管理费审计", 35, 60, "物业管理费" },
	{ "however short", "绿化审计", 35, 60, "绿化" },
	{ "what tells nothing is little", "物业管理费项目", 85, 99, "物业管理费" },
	{ "and nothing by itself", "审计保障", 0, 0, "" },
	{ "where two words meet nothing is missing", "保洁物业管理费", 80, 90, "保洁 物业管理费" },
	{ "what meets by chance inside others is not there", "心物", 0, 0, "" },
	{ "a word related to it is less than another wording", "保安", 60, 75, "物业管理" },
	{ "a pair that is all of a word is all of it", "绿化", 100, 100, "绿化" },
	{ "a number and the run behind it stand together", "12345热线", 100, 100, "12345热线" },
	{ "a lone character before it is nothing", "期12345热线", 40, 99, "12345热线" },
	{ "a run and a number behind it that stand apart", "热线12345", 85, 85, "热线 12345" },
	{ "a number cut in two is none", "2345", 0, 0, "" },
	{ "another wording is a little less", "物业服务费", 80, 95, "物业管理费" },
	{ "a run over the border of fields is none", "费保洁与", 80, 95, "保洁与" },
	{ "words of questions do not count", "哪个部门的物业管理费最多", 100, 100, "物业管理费" },
};

static void a_text_covers_part_of_a_query(void **state)
{
	const struct coverage_row *row = *state;
	g_autoptr(ys_loose) loose = loose_of(row->query, FALSE);
	g_autoptr(GPtrArray) needles = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) got = g_string_new(NULL);
	ys_region region = { 0 };
	double coverage;

	assert_non_null(loose);
	coverage = 100 * ys_loose_coverage(loose, TEXT, strlen(TEXT), &region, needles, NULL);
	for (guint i = 0; i < needles->len; i++)
		g_string_append_printf(got, "%s%s", i ? " " : "", (char *)g_ptr_array_index(needles, i));
	assert_string_equal(got->str, row->needles);
	if (coverage < row->low - 0.001 || coverage > row->high + 0.001)
		fail_msg("%.1f%% are covered", coverage);
}

/* ---- judging ---- */

static const struct verdict_row {
	const char *name, *query, *folded;
	const char *place, *department; /* NULL: unknown */
	gboolean matches;
} verdict_rows[] = {
	{ "half of a query is worth showing", "物业管理费审计", "物业管理费|保洁", NULL, NULL, TRUE },
	{ "a little of it is not", "绿化审计监督管理", "绿化|保洁", NULL, NULL, FALSE },
	{ "the name of its department alone is nothing", "数据局审计", "保洁|松溪市石蕖区数据局", "石蕖", "石蕖区数据局", FALSE },
	{ "nor that without its place", "数据局审计", "保洁|数据局", "石蕖", "石蕖区数据局", FALSE },
	{ "but where the query has more of the text", "数据局保洁绿化", "保洁绿化|数据局", "石蕖", "石蕖区数据局", TRUE },
};

static void a_text_with_part_of_a_query_is_judged(void **state)
{
	const struct verdict_row *row = *state;
	g_autoptr(ys_loose) loose = loose_of(row->query, FALSE);
	const ys_region none = { NULL, NULL, NULL, NULL };
	const ys_evidence evidence = { .folded = row->folded, .len = strlen(row->folded), .region = &none,
				       .place = row->place, .department = row->department };
	double score;

	assert_non_null(loose);
	assert_int_equal(ys_judge_part(loose, &evidence, &score, NULL), row->matches);
}

/* All of it in a title, all of it elsewhere, and its own department's name taken from that. */
static void more_of_a_query_in_a_better_place_scores_higher(void **state)
{
	static const ys_region none = { NULL, NULL, NULL, NULL };
	static const char *const texts[] = { "保洁绿化数据局|", "扩建|保洁绿化数据局", "扩建|保洁绿化" };
	g_autoptr(ys_loose) loose = loose_of("保洁绿化数据局", FALSE);
	double last = G_MAXDOUBLE;

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		const ys_evidence evidence = { .folded = texts[i], .len = strlen(texts[i]), .region = &none,
					       .department = i == 1 ? "数据局" : NULL };
		double score;

		assert_true(ys_judge_part(loose, &evidence, &score, NULL));
		assert_true(score < last);
		last = score;
	}
}

/* A place in the query is there by the region of the record, or by name. */
static void a_place_is_found_by_region(void **state)
{
	static const struct {
		const char *code, *text;
		gboolean covered;
	} cases[] = {
		{ "440106", "物业管理费|", TRUE },
		{ "440111", "物业管理费|", FALSE },
		{ NULL, "物业管理费|", FALSE },
		{ NULL, "天河区物业管理费|", TRUE },
	};
	g_autoptr(ys_loose) loose = loose_of("天河区物业管理费", FALSE);

	(void)state;
	assert_non_null(loose);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		ys_region region = { 0 };
		double coverage;

		if (cases[i].code)
			assert_true(ys_region_of_code(cases[i].code, &region));
		coverage = ys_loose_coverage(loose, cases[i].text, strlen(cases[i].text), &region, NULL, NULL);
		assert_int_equal(coverage > 0.999, cases[i].covered);
	}
}

/* However much is typed. */
static void coverage_stays_between_nothing_and_all(void **state)
{
	g_autoptr(GString) text = g_string_new(NULL), folded = g_string_new(NULL);
	g_autoptr(ys_loose) loose = NULL;
	ys_region region = { 0 };
	double coverage;

	(void)state;
	while (text->len < YS_QUERY_TEXT_MAX - 100)
		g_string_append_printf(text, "物业食堂%d审计%s", (int)text->len, text->len % 7 ? "" : " ");
	loose = loose_of(text->str, FALSE);
	assert_non_null(loose);
	ys_fold_append(folded, text->str, text->len);
	coverage = ys_loose_coverage(loose, folded->str, folded->len, &region, NULL, NULL);
	assert_true(coverage > 0.999 && coverage < 1.001);
	coverage = ys_loose_coverage(loose, TEXT, strlen(TEXT), &region, NULL, NULL);
	assert_true(coverage >= 0 && coverage < 0.5);
}

int main(void)
{
	GArray *tests = tests_new();
	int failed;

	ADD_ROWS(tests, fragments_rows, a_query_is_taken_apart);
	ADD_TEST(tests, exact_queries_are_not_taken_apart);
	ADD_ROWS(tests, coverage_rows, a_text_covers_part_of_a_query);
	ADD_ROWS(tests, verdict_rows, a_text_with_part_of_a_query_is_judged);
	ADD_TEST(tests, more_of_a_query_in_a_better_place_scores_higher);
	ADD_TEST(tests, a_place_is_found_by_region);
	ADD_TEST(tests, coverage_stays_between_nothing_and_all);
	open_reader();
	failed = run_all("loose", tests);
	close_reader();
	return failed;
}
