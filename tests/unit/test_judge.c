/* The judge of a text: what matches, as what, and what is worth more than what. */
#include "index/search/judge.h"
#include "tests/unit/publication_fixture.h"

typedef struct {
	gboolean matches;
	ys_verdict verdict;
	ys_grounds grounds;
} judgement;

static void judgement_clear(judgement *j)
{
	ys_grounds_clear(&j->grounds);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(judgement, judgement_clear)

static judgement judge(const char *text, gboolean exact, const ys_evidence *evidence)
{
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;
	judgement j = { 0 };

	query->exact = exact;
	if (!ys_query_set_text(query, text, &error))
		fail_msg("%s", error->message);
	ys_grounds_init(&j.grounds);
	j.matches = ys_judge(query, evidence, &j.verdict, &j.grounds);
	return j;
}

static ys_evidence evidence_of(const char *folded)
{
	return (ys_evidence){ .folded = folded, .len = strlen(folded), .amount = YS_AMOUNT_NONE };
}

/* ---- what matches, and as what ---- */

static const struct match_row {
	const char *name, *query, *folded;
	const char *match;      /* "": none */
} match_rows[] = {
	{ "a run that stands there is exact", "云租赁", "政务云租赁|主机", "exact" },
	{ "a run across fields is none", "租赁主机", "政务云租赁|主机", "" },
	{ "bigrams that meet by chance are none", "云主机房", "云主机|机房|主机房", "" },
	{ "words next to each other are exact", "政务云 租赁", "政务云租赁|", "exact" },
	{ "words apart are all there", "租赁 政务云", "政务云租赁|", "all" },
	{ "words in two fields are all there", "政务云 主机", "政务云|主机", "all" },
	{ "one word of two is not enough", "政务云 光纤", "政务云租赁|主机", "" },
	{ "a word is never cut", "345", "12345热线|", "" },
	{ "a quoted run stands together", "\"政务云 租赁\"", "政务云|租赁", "" },
	/* excluding */
	{ "an excluded word keeps a record out", "政务云 -租赁", "政务云租赁|", "" },
	{ "what lacks it is in", "政务云 -光纤", "政务云租赁|", "exact" },
	{ "an excluded run is no chance meeting of bigrams", "机房 -云主机房", "机房|云主机|主机房", "exact" },
	{ "an excluded run that stands there keeps out", "机房 -云主机房", "机房|云主机房", "" },
	{ "an excluded word stays out though all stands as typed", "政务云 租赁 -主机", "政务云租赁|主机", "" },
	{ "of what is excluded together both must be there", "政务云 -(租赁 光纤)", "政务云租赁|", "exact" },
	{ "of alternatives that are excluded one is enough", "政务云 -(租赁 OR 光纤)", "政务云租赁|", "" },
	{ "excluding twice is asking", "政务云 --光纤", "政务云租赁|", "" },
	/* alternatives */
	{ "one alternative is enough", "光纤 OR 租赁", "政务云租赁|", "exact" },
	{ "none is not", "光纤 OR 专线", "政务云租赁|", "" },
	{ "alternatives among words", "政务云 (光纤 OR 租赁)", "政务云租赁|", "exact" },
	{ "an alternative that excludes", "光纤 OR -专线", "政务云租赁|", "exact" },
	/* other wordings */
	{ "another wording is not as typed", "食堂", "饭堂改造|", "all" },
	{ "the typed one counts first", "食堂", "饭堂改造|食堂", "exact" },
	{ "an excluded word has no other wordings", "改造 -食堂", "饭堂改造|", "exact" },
	{ "an alternative that was typed is as typed", "食堂 OR 饭堂", "饭堂改造|", "exact" },
	{ "one that is there otherwise is not", "食堂 OR 光纤", "饭堂改造|", "all" },
	{ "one that fails leaves no trace", "(食堂 光纤) OR 改造", "饭堂改造|", "exact" },
	{ "two words of a group need two words", "食堂 饭堂", "饭堂改造|", "" },
	{ "but a third one does for either", "食堂 饭堂", "饭堂改造|配餐", "all" },
};

static void a_text_is_judged(void **state)
{
	const struct match_row *row = *state;
	ys_evidence evidence = evidence_of(row->folded);
	g_auto(judgement) j = judge(row->query, FALSE, &evidence), strict = judge(row->query, TRUE, &evidence);
	const char *match = j.matches ? ys_match_name(j.verdict.match) : "";

	assert_string_equal(match, row->match);
	/* who wants exact matches gets just those */
	assert_int_equal(strict.matches, !strcmp(row->match, "exact"));
}

/* ---- departments ---- */

static const struct body_row {
	const char *name, *query, *folded;
	ys_record_type type;
	const char *match;
} body_rows[] = {
	{ "a department answers to its short name", "石蕖教育局", "岩汀市石蕖县教育局|", YS_DEPARTMENT, "exact" },
	{ "and its other short name", "石蕖县教委", "岩汀市石蕖县教育局|", YS_DEPARTMENT, "all" },
	{ "not to another's", "松岚教育局", "岩汀市石蕖县教育局|", YS_DEPARTMENT, "" },
	{ "a project is found by its department, not as typed", "石蕖教育局", "校园网", YS_PROJECT, "all" },
	{ "with other words", "石蕖教育局 校园", "校园网", YS_PROJECT, "all" },
	{ "all of which must be there", "石蕖教育局 食堂", "校园网", YS_PROJECT, "" },
	{ "what stands there is as typed", "石蕖教育局", "石蕖教育局宿舍", YS_PROJECT, "exact" },
	{ "in quotation marks only that counts", "\"石蕖教育局\"", "校园网", YS_PROJECT, "" },
	{ "excluded, it keeps out what is the department's", "校园网 -石蕖教育局", "校园网", YS_PROJECT, "" },
	{ "but nobody else's", "校园网 -松岚教育局", "校园网", YS_PROJECT, "exact" },
	{ "as an alternative", "食堂 OR 石蕖教育局", "校园网", YS_PROJECT, "all" },
};

static void a_department_is_judged_by_its_name(void **state)
{
	const struct body_row *row = *state;
	const ys_region none = { NULL, NULL, NULL, NULL };
	ys_evidence evidence = evidence_of(row->folded);
	g_auto(judgement) j = { 0 }, strict = { 0 };

	evidence.type = row->type;
	evidence.body = "岩汀市石蕖县教育局";
	evidence.region = &none;
	j = judge(row->query, FALSE, &evidence);
	strict = judge(row->query, TRUE, &evidence);
	assert_string_equal(j.matches ? ys_match_name(j.verdict.match) : "", row->match);
	assert_int_equal(strict.matches, !strcmp(row->match, "exact"));
}

/* ---- amounts, codes and years ---- */

static const struct other_row {
	const char *name, *query, *rows;
	ys_amount amount;
	const char *match;
} other_rows[] = {
	{ "the amount of the row is found in any unit", "11563600元", NULL, 115636 * YS_WAN / 100, "exact" },
	{ "it goes with words", "政务云 1,156.36", NULL, 115636 * YS_WAN / 100, "all" },
	{ "an amount off by a fen is another", "1156.360001万元", NULL, 115636 * YS_WAN / 100, "" },
	{ "an unknown amount is none", "1,156.36", NULL, YS_AMOUNT_NONE, "" },
	{ "nothing is no unknown amount", "0.00万元", NULL, YS_AMOUNT_NONE, "" },
	{ "the year of the record is another wording", "2023 政务云", NULL, YS_AMOUNT_NONE, "all" },
	{ "with its sign, and alone", "2023年", NULL, YS_AMOUNT_NONE, "all" },
	{ "another year is not", "2022 政务云", NULL, YS_AMOUNT_NONE, "" },
	{ "a quoted year is text", "\"2023\" 政务云", NULL, YS_AMOUNT_NONE, "" },
	{ "an excluded year keeps its records out", "政务云 -2023年度", NULL, YS_AMOUNT_NONE, "" },
	{ "and no others", "政务云 -2022", NULL, YS_AMOUNT_NONE, "exact" },
	{ "a cell that is the code", "2010302", "{\"rows\":[[\"2010302\",\"x\"]]}", YS_AMOUNT_NONE, "exact" },
	{ "a cell that begins with it in brackets", "30201", "{\"rows\":[[\"[30201]x\"]]}", YS_AMOUNT_NONE, "exact" },
	{ "a cell that only has its digits", "20103", "{\"rows\":[[\"2010302\"]]}", YS_AMOUNT_NONE, "" },
};

static void amounts_codes_and_years_are_found(void **state)
{
	const struct other_row *row = *state;
	ys_evidence evidence = evidence_of("政务云租赁|主机");
	g_auto(judgement) j = { 0 };

	evidence.amount = row->amount;
	evidence.year = 2023;
	evidence.rows = row->rows;
	evidence.rows_len = row->rows ? strlen(row->rows) : 0;
	j = judge(row->query, FALSE, &evidence);
	assert_string_equal(j.matches ? ys_match_name(j.verdict.match) : "", row->match);
}

/* ---- what is worth more ---- */

static const struct worth_row {
	const char *name, *query;
	const char *better, *worse;     /* folded */
	const char *place, *department;
} worth_rows[] = {
	{ "a name is worth more than other text", "政务云", "区级政务云扩容|", "扩容|政务云", NULL, NULL },
	{ "the more of a name the better", "政务云", "政务云扩容|", "区级政务云扩容|", NULL, NULL },
	{ "the name itself is the best", "政务云", "政务云|", "政务云扩容|", NULL, NULL },
	{ "a typed word is worth more than another wording", "食堂", "食堂改造|", "饭堂改造|", NULL, NULL },
	{ "another wording in the name is worth more than the typed word elsewhere", "食堂", "饭堂改造|", "改造|食堂", NULL,
	  NULL },
	{ "the name of the place is worth little", "云", "政务云|", "云岭路灯|", "云岭", NULL },
	{ "unless it stands there once more", "云", "云岭政务云|", "云岭路灯|", "云岭", NULL },
	{ "nor is that of another place", "云", "机房|政务云", "白云区路灯|密云", "云岭", NULL },
	{ "and it is worth more than naming places only", "云", "机房|政务云", "机房|白云区", NULL, NULL },
	{ "the name of the department is worth little", "数据", "数据共享|", "云岭区数据局食堂|", NULL, "云岭区数据局" },
	{ "both words in the name are worth more than one", "政务云 租赁", "租赁政务云主机|", "政务云主机|租赁", NULL, NULL },
};

static void some_matches_are_worth_more(void **state)
{
	const struct worth_row *row = *state;
	ys_evidence better = evidence_of(row->better), worse = evidence_of(row->worse);
	g_auto(judgement) first = { 0 }, second = { 0 };

	better.place = worse.place = row->place;
	better.department = worse.department = row->department;
	first = judge(row->query, FALSE, &better);
	second = judge(row->query, FALSE, &worse);
	assert_true(first.matches && second.matches);
	if (first.verdict.bonus <= second.verdict.bonus)
		fail_msg("%f <= %f", first.verdict.bonus, second.verdict.bonus);
}

/* ---- explanations ---- */

static const struct explain_row {
	const char *name, *query, *folded, *explanation;
} explain_rows[] = {
	{ "the whole query is one line", "政务云 租赁", "政务云租赁|", "title has 政务云租赁: +60.0\n" },
	{ "words apart are a line each", "政务云 主机", "政务云|主机", "title has 政务云: +60.0\ntext has 主机: +9.0\n" },
	{ "another wording is told", "食堂", "扩建|饭堂", "text has 饭堂: +9.0\nanother wording of 食堂: -12.0\n" },
	{ "an alternative that fails is not", "(政务云 光纤) OR 主机", "政务云|主机", "text has 主机: +9.0\n" },
	{ "what is excluded is not", "政务云 -光纤", "扩建|政务云", "text has 政务云: +9.0\n" },
};

static void a_judgement_is_explained(void **state)
{
	const struct explain_row *row = *state;
	ys_evidence evidence = evidence_of(row->folded);
	g_auto(judgement) j = judge(row->query, FALSE, &evidence);

	assert_true(j.matches);
	assert_string_equal(j.grounds.lines->str, row->explanation);
}

/* ---- what was found ---- */

#define BUREAU "岩汀市石蕖县人力资源和社会保障局"

static const struct found_row {
	const char *name, *query, *folded;
	ys_record_type type;
	const char *runs, *wordings;
} found_rows[] = {
	{ "all of the query is one run", "政务云 租赁", "政务云租赁|", YS_PROJECT, "政务云租赁", "" },
	{ "also where something is excluded", "政务云 租赁 -光纤", "政务云租赁|", YS_PROJECT, "政务云租赁", "" },
	{ "words apart are runs of their own", "租赁 政务云", "政务云租赁|", YS_PROJECT, "租赁 政务云", "" },
	{ "another wording is the run that stands there", "食堂 改造", "饭堂改造|", YS_PROJECT, "饭堂 改造", "饭堂" },
	{ "two words found as one are named once", "食堂 饭堂", "配餐|", YS_PROJECT, "配餐 配餐", "配餐" },
	{ "alternatives are those that match", "政务云 OR 租赁 OR 光纤", "政务云租赁|", YS_PROJECT, "政务云 租赁", "" },
	{ "of one that fails nothing is found", "(政务云 光纤) OR 主机", "政务云|主机", YS_PROJECT, "主机", "" },
	{ "nor in another wording", "(食堂 光纤) OR 主机", "饭堂|主机", YS_PROJECT, "主机", "" },
	{ "what is excluded is not found", "主机 -光纤", "扩建|主机", YS_PROJECT, "主机", "" },
	{ "a year stands nowhere", "2023 主机", "主机", YS_PROJECT, "主机", "" },
	{ "an amount stands nowhere", "1,156.36 主机", "主机", YS_PROJECT, "主机", "" },
	{ "the department is found by its name", "石蕖人社局", "校园网", YS_PROJECT, BUREAU, BUREAU },
	{ "but not where another wording stands there", "人社局", "人力资源和社会保障局宿舍|", YS_PROJECT,
	  "人力资源和社会保障局", "人力资源和社会保障局" },
	{ "nor where the word stands there", "石蕖人社局", "石蕖人社局宿舍", YS_PROJECT, "石蕖人社局", "" },
	{ "its own record has what stands there of its name", "石蕖县人力资源和社会保障局", BUREAU "|", YS_DEPARTMENT,
	  "石蕖县人力资源和社会保障局", "" },
	{ "and else its name", "石蕖人社局", BUREAU "|", YS_DEPARTMENT, BUREAU, BUREAU },
};

static char *joined(const GPtrArray *runs)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < runs->len; i++)
		g_string_append_printf(text, "%s%s", i ? " " : "", (char *)g_ptr_array_index(runs, i));
	return g_string_free(text, FALSE);
}

static void a_verdict_carries_what_was_found(void **state)
{
	const struct found_row *row = *state;
	const ys_region none = { NULL, NULL, NULL, NULL };
	ys_evidence evidence = evidence_of(row->folded);
	g_auto(judgement) j = { 0 };
	g_autofree char *runs = NULL, *wordings = NULL;

	evidence.type = row->type;
	evidence.body = BUREAU;
	evidence.region = &none;
	evidence.year = 2023;
	evidence.amount = 115636 * YS_WAN / 100;
	j = judge(row->query, FALSE, &evidence);
	assert_true(j.matches);
	runs = joined(j.grounds.runs);
	wordings = joined(j.grounds.wordings);
	assert_string_equal(runs, row->runs);
	assert_string_equal(wordings, row->wordings);
}

/* As its text it would be worth less than a name that is the query. */
static void a_department_is_judged_by_its_name_before_its_text(void **state)
{
	const ys_region none = { NULL, NULL, NULL, NULL };
	ys_evidence evidence = evidence_of(BUREAU "|");
	g_auto(judgement) j = { 0 };

	(void)state;
	evidence.type = YS_DEPARTMENT;
	evidence.body = BUREAU;
	evidence.region = &none;
	j = judge("石蕖县人力资源和社会保障局", FALSE, &evidence);
	assert_string_equal(j.grounds.lines->str, "department is 石蕖县人力资源和社会保障局: +60.0\n");
}

static void filters_alone_leave_nothing_to_judge(void **state)
{
	ys_evidence evidence = evidence_of("政务云|");
	g_auto(judgement) j = judge("year:2023", FALSE, &evidence);

	(void)state;
	assert_true(j.matches);
	assert_int_equal(j.verdict.match, YS_MATCH_EXACT);
	assert_true(j.verdict.bonus == 0);
}

static void excluded_words_alone_give_no_bonus(void **state)
{
	ys_evidence evidence = evidence_of("政务云|");
	g_auto(judgement) in = judge("year:2023 -光纤", FALSE, &evidence);
	g_auto(judgement) out = judge("year:2023 -政务云", FALSE, &evidence);

	(void)state;
	assert_true(in.matches);
	assert_true(in.verdict.bonus == 0);
	assert_false(out.matches);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, match_rows, a_text_is_judged);
	ADD_ROWS(tests, body_rows, a_department_is_judged_by_its_name);
	ADD_ROWS(tests, other_rows, amounts_codes_and_years_are_found);
	ADD_ROWS(tests, worth_rows, some_matches_are_worth_more);
	ADD_ROWS(tests, explain_rows, a_judgement_is_explained);
	ADD_ROWS(tests, found_rows, a_verdict_carries_what_was_found);
	ADD_TEST(tests, a_department_is_judged_by_its_name_before_its_text);
	ADD_TEST(tests, filters_alone_leave_nothing_to_judge);
	ADD_TEST(tests, excluded_words_alone_give_no_bonus);
	return run_all("judge", tests);
}
