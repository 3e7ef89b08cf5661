/* Tiers, operators, filters and their order on an index of an invented district. */
#include "tests/unit/library_fixture.h"

#define OFFICE  "松溪市云岭区机关事务局"
#define POLICE  "松溪市云岭区公安局"
#define SCHOOLS "松溪市云岭区教育局"
#define HEALTH  "松溪市云岭区卫生健康局"

static const budget_row office_2023[] = {
	{ "机关食堂配餐", "120.00", "按国办发〔2019〕54号文件供餐。" },
	{ "办公楼物业管理费", "300.00", "保洁与绿化。" },
	{ "云岭区机关事务局车位", "15.00", "租用停车位。" },
	{ "公务用车运行维护费", "98.14", "共保留一百辆车。" },
	{ "档案库房租赁", "1,156.36", "租用库房。" },
	BUDGET_END
};
static const budget_row police_2024[] = {
	{ "派出所饭堂补助", "80.00", "民警就餐。" },
	{ "看守所物业管理", "60.00", "含安全保卫。" },
	{ "道路云视频监控", "500.00", "云主机扩容，机房搬迁，主机房断电演练。" },
	{ "视频会议系统", "20.00", "每月巡检。" },
	BUDGET_END
};
static const budget_row schools_2024[] = {
	{ "学校食堂设备", "45.00", "更换灶具。" },
	{ "营养改善计划", "600.00", "每生每天一餐。" },
	BUDGET_END
};

static const char codes_table[] =
	"一般公共预算支出情况表（按功能分类科目）\n\n单位：万元\n\n"
	"功能分类科目\t\t合计\n科目编码\t科目名称\t\n\t合计\t1,689.50\n"
	"201\t一般公共服务支出\t1,689.50\n20103\t机关事务\t1,689.50\n2010302\t一般行政管理事务\t1,689.50\n\n";

static const char health_duties[] = "（一）负责血吸虫病防治，组织钉螺调查。\n\n"
				    "二、名词解释\n\n钉螺：传播血吸虫病。\n\n钉螺调查：查找钉螺。\n\n";

static library *shared;

static void write_budget(const char *name, const char *department, int year, const budget_row *rows, const char *more)
{
	g_autofree char *text = publication_text(department, year, rows, more);

	library_write(shared, name, text);
}

static library *library_filled(void)
{
	static const budget_row health_2024[] = { { "卫生站改造", "10.00", "改造两所。" }, BUDGET_END };

	shared = library_empty();
	write_budget("a.txt", OFFICE, 2023, office_2023, codes_table);
	write_budget("b.txt", POLICE, 2024, police_2024, NULL);
	write_budget("c.txt", SCHOOLS, 2024, schools_2024, NULL);
	write_budget("d.txt", HEALTH, 2024, health_2024, health_duties);
	library_index(shared);
	library_reopen(shared);
	return shared;
}

/* ---- what is found, in order ---- */

static const struct answer_row {
	const char *name, *query, *hits;
} answer_rows[] = {
	/* tiers */
	{ "the typed word is above another wording", "食堂",
	  "机关食堂配餐 exact; 学校食堂设备 exact; 派出所饭堂补助 all" },
	{ "a quoted word has no other wordings", "\"食堂\"", "机关食堂配餐 exact; 学校食堂设备 exact" },
	{ "as typed is above every word", "视频 会议", "视频会议系统 exact; 道路云视频监控 loose" },
	{ "the name of a department is worth little in that of its project", "机关",
	  "机关食堂配餐 exact; 云岭区机关事务局车位 exact; 档案库房租赁 exact; 办公楼物业管理费 exact; "
	  "公务用车运行维护费 exact" },
	/* operators */
	{ "an excluded word keeps out", "物业管理 -看守所", "办公楼物业管理费 exact" },
	{ "a long excluded run keeps out what has it", "物业管理 -办公楼物业管理费", "看守所物业管理 exact" },
	{ "but not what only has its pairs", "道路 -云主机房", "道路云视频监控 exact" },
	{ "NOT is a dash", "物业管理 NOT 看守所", "办公楼物业管理费 exact" },
	{ "alternatives", "灶具 OR 巡检", "学校食堂设备 exact; 视频会议系统 exact" },
	{ "alternatives among words", "物业管理 (保洁 OR 搬迁)", "办公楼物业管理费 exact" },
	{ "alternatives and excluding", "(灶具 OR 巡检) -食堂", "视频会议系统 exact" },
	{ "AND is a blank that nothing is loose with", "视频 AND 会议", "视频会议系统 exact" },
	/* fields */
	{ "a year", "食堂 year:2024", "学校食堂设备 exact; 派出所饭堂补助 all" },
	{ "fields of one name are alternatives", "食堂 year:2023 year:2024",
	  "机关食堂配餐 exact; 学校食堂设备 exact; 派出所饭堂补助 all" },
	{ "also without words", "department:卫生健康局 department:公安局 amount<=50",
	  "视频会议系统 exact; 卫生站改造 exact" },
	{ "fields of two names must both hold", "食堂 年:2024 部门:公安局", "派出所饭堂补助 all" },
	{ "an excluded field", "食堂 -year:2024", "机关食堂配餐 exact" },
	{ "fields as alternatives", "(department:教育局 OR amount>=500) -食堂",
	  "档案库房租赁 exact; 营养改善计划 exact; 道路云视频监控 exact" },
	{ "more than an amount is not that amount", "amount>500", "档案库房租赁 exact; 营养改善计划 exact" },
	{ "at least an amount is also that amount", "amount>=600", "档案库房租赁 exact; 营养改善计划 exact" },
	{ "an excluded word with fields only", "year:2023 -租用 -车", "办公楼物业管理费 exact; 机关食堂配餐 exact" },
	{ "a document number in other brackets", "policy:国办发[2019]54号", "机关食堂配餐 exact" },
	{ "another document number", "policy:国办发[2019]5号", "" },
	{ "a glossary is last, however often it has the word", "type:section 钉螺", "一、主要职责 exact; 二、名词解释 exact" },
	/* amounts */
	{ "the amount of a row as printed", "1,156.36", "档案库房租赁 exact" },
	{ "in 万元", "1156.36万元", "档案库房租赁 exact" },
	{ "in 元", "11563600元", "档案库房租赁 exact" },
	{ "with a word", "公务用车 98.14", "公务用车运行维护费 all" },
	{ "an amount that is none of a row is not near one", "1,156.37", "" },
	/* codes */
	{ "a code is found in tables", "code:2010302", "一般公共预算支出情况表（按功能分类科目） exact" },
	{ "a code rolls up", "科目:201*", "一般公共预算支出情况表（按功能分类科目） exact" },
	{ "without its star it does not", "code:20", "" },
	{ "a code is a word where tables are looked for", "type:table 2010302",
	  "一般公共预算支出情况表（按功能分类科目） exact" },
	{ "a part of a code is not", "type:table 20103020", "" },
	/* the loose tier */
	{ "part of a query is better than nothing", "看守所管理外包", "看守所物业管理 loose" },
	{ "words of questions do not count", "为什么营养改善计划", "营养改善计划 loose" },
	{ "an order is understood, and is not as typed", "哪个部门的营养改善计划最多", "营养改善计划 all" },
	{ "words of questions alone are no question", "哪个部门最多", "" },
	{ "what is quoted is never loose", "\"看守所管理外包\"", "" },
	{ "nor a query with operators", "看守所管理外包 -食堂", "" },
	{ "more of the query comes first", "物业管理费审计", "办公楼物业管理费 loose; 看守所物业管理 loose" },
	{ "the name of the department alone is none", "机关调研", "" },
	{ "another wording covers its part of the query", "饭堂设备更新",
	  "学校食堂设备 loose; 派出所饭堂补助 loose; 机关食堂配餐 loose" },
};

/* 云 stands in the names of all departments, and by itself in one project. */
static void what_only_names_a_place_is_last(void **state)
{
	g_autoptr(ys_query) query = query_of("云");
	g_autoptr(ys_page) page = NULL;
	const ys_hit *first, *last;

	(void)state;
	query->limit = 100;
	page = library_run(shared, query);
	first = g_ptr_array_index(page->hits, 0);
	last = g_ptr_array_index(page->hits, page->hits->len - 1);
	assert_int_equal(page->hits->len, page->total);
	assert_string_equal(first->record->title, "道路云视频监控");
	assert_true(first->score > 0);
	assert_true(last->score < 0);
	for (guint i = 0; i < page->departments->len; i++)
		assert_true(((const ys_department_hit *)g_ptr_array_index(page->departments, i))->score >= 0);
}

static void a_query_is_answered(void **state)
{
	const struct answer_row *row = *state;
	g_autofree char *hits = library_ask(shared, row->query);

	assert_string_equal(hits, row->hits);
}

/* ---- when the loose tier is asked ---- */

static const struct loose_row {
	const char *name;
	guint offset, limit;
	gboolean exact;
	guint total_loose;      /* of which are shown */
	guint loose;
} loose_rows[] = {
	{ "a page that is full needs none", 0, 1, FALSE, 0, 0 },
	{ "a short page is filled up", 0, 10, FALSE, 1, 1 },
	{ "a later page holds what comes then", 1, 10, FALSE, 1, 1 },
	{ "who only counts gets none", 0, 0, FALSE, 0, 0 },
	{ "who wants exact matches gets none", 0, 10, TRUE, 0, 0 },
};

static void loose_matches_fill_a_short_page(void **state)
{
	const struct loose_row *row = *state;
	g_autoptr(ys_query) query = query_of("物业管理费");
	g_autoptr(ys_page) page = NULL;
	guint loose = 0;

	query->offset = row->offset;
	query->limit = row->limit;
	query->exact = row->exact;
	page = library_run(shared, query);
	for (guint i = 0; i < page->hits->len; i++)
		loose += ((ys_hit *)g_ptr_array_index(page->hits, i))->match > YS_MATCH_ALL;
	assert_int_equal(page->total, 1);
	assert_int_equal(page->total_related + page->total_loose, row->total_loose);
	assert_int_equal(loose, row->loose);
}

/* However sorted, what has all of the query comes first. */
static void sorting_does_not_mix_other_matches_in(void **state)
{
	g_autoptr(ys_query) query = query_of("物业管理费");
	g_autoptr(ys_page) page = NULL;
	g_autofree char *hits = NULL;

	(void)state;
	query->sort = YS_SORT_AMOUNT;
	page = library_run(shared, query);
	hits = hits_text(page);
	assert_string_equal(hits, "办公楼物业管理费 exact; 看守所物业管理 related");
}

static void loose_matches_count_nothing_for_their_department(void **state)
{
	g_autoptr(ys_query) query = query_of("看守所管理外包");
	g_autoptr(ys_page) page = NULL;
	const ys_department_hit *department;

	(void)state;
	query->facets = TRUE;
	page = library_run(shared, query);
	department = g_ptr_array_index(page->departments, 0);
	assert_string_equal(department->department, POLICE);
	assert_int_equal(department->match, YS_MATCH_LOOSE);
	assert_int_equal(department->projects, 0);
	assert_int_equal(department->amount, 0);
	assert_int_equal(page->facets[YS_FACET_YEAR]->len, 0);
}

/* ---- other wordings ---- */

static void another_wording_is_told(void **state)
{
	g_autoptr(ys_query) query = query_of("食堂");
	g_autoptr(ys_page) page = library_run(shared, query);
	const ys_hit *typed = g_ptr_array_index(page->hits, 0), *other = g_ptr_array_index(page->hits, 2);

	(void)state;
	assert_int_equal(typed->synonyms->len, 0);
	assert_int_equal(other->synonyms->len, 1);
	assert_string_equal(g_ptr_array_index(other->synonyms, 0), "饭堂");
	assert_string_equal(((ys_piece *)g_ptr_array_index(other->title, 1))->text, "饭堂");
	assert_true(((ys_piece *)g_ptr_array_index(other->title, 1))->hit);
}

/* Its title has 食堂 for 饭堂, but not the other word of that alternative. */
static void an_alternative_that_fails_is_neither_marked_nor_told(void **state)
{
	g_autoptr(ys_query) query = query_of("(饭堂 火星) OR 灶具");
	g_autoptr(ys_page) page = library_run(shared, query);
	const ys_hit *hit = g_ptr_array_index(page->hits, 0);

	(void)state;
	assert_string_equal(hit->record->title, "学校食堂设备");
	assert_int_equal(hit->synonyms->len, 0);
	assert_int_equal(hit->title->len, 1);
	assert_string_equal(((ys_piece *)g_ptr_array_index(hit->snippet, 1))->text, "灶具");
}

static void other_wordings_can_be_switched_off(void **state)
{
	/* in the tiers above, and in the loose one */
	static const char *const queries[] = { "食堂", "食堂补贴" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(queries); i++) {
		g_autoptr(ys_query) query = ys_query_new();
		g_autoptr(ys_page) page = NULL;
		g_autofree char *with = library_ask(shared, queries[i]), *hits = NULL;

		query->no_synonyms = TRUE;
		assert_true(ys_query_set_text(query, queries[i], NULL));
		page = library_run(shared, query);
		hits = hits_text(page);
		assert_non_null(strstr(with, "饭堂"));
		assert_null(strstr(hits, "饭堂"));
	}
}

static void exact_matches_have_no_other_wordings(void **state)
{
	g_autoptr(ys_query) query = query_of("食堂");
	g_autoptr(ys_page) page = NULL;

	(void)state;
	query->exact = TRUE;
	page = library_run(shared, query);
	assert_int_equal(page->total, 2);
}

/* ---- amounts and order ---- */

static void of_two_equal_matches_the_larger_project_is_first(void **state)
{
	g_autoptr(ys_query) query = query_of("租用");
	g_autoptr(ys_page) with = library_run(shared, query), without = NULL;
	g_autofree char *hits = hits_text(with);
	double gap, level;

	(void)state;
	assert_string_equal(hits, "档案库房租赁 exact; 云岭区机关事务局车位 exact");
	query->no_amount_factor = TRUE;
	without = library_run(shared, query);
	gap = ((ys_hit *)with->hits->pdata[0])->score - ((ys_hit *)with->hits->pdata[1])->score;
	level = ((ys_hit *)without->hits->pdata[0])->score - ((ys_hit *)without->hits->pdata[1])->score;
	assert_true(gap > level);
}

static void an_explanation_adds_up_to_the_score(void **state)
{
	static const char *const queries[] = { "食堂", "公务用车 98.14", "物业管理 -看守所", "灶具 OR 巡检", "year:2023" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(queries); i++) {
		g_autoptr(ys_query) query = query_of(queries[i]);
		g_autoptr(ys_page) page = NULL;

		query->explain = TRUE;
		page = library_run(shared, query);
		for (guint k = 0; k < page->hits->len; k++) {
			const ys_hit *hit = g_ptr_array_index(page->hits, k);
			g_auto(GStrv) lines = g_strsplit(hit->explanation, "\n", -1);
			double sum = 0;

			for (char **line = lines; **line; line++)
				/* what the words gave is shared among them */
				sum += g_ascii_strtod(strrchr(*line, ':') + 1, NULL) /
				       (g_str_has_prefix(*line, "amount:") || g_str_has_prefix(*line, "weight of") ?
						1 :
						MAX(query->words->len, 1));
			if (ABS(sum - hit->score) > 0.3)
				fail_msg("%s: %s: %f, not %f", queries[i], hit->explanation, sum, hit->score);
		}
	}
}

/* ---- departments ---- */

static void a_department_is_known_from_what_it_writes(void **state)
{
	g_autoptr(ys_query) query = query_of("钉螺调查");
	g_autoptr(ys_page) page = library_run(shared, query);
	const ys_department_hit *department;

	(void)state;
	assert_int_equal(page->total, 0);
	assert_int_equal(page->departments->len, 1);
	department = g_ptr_array_index(page->departments, 0);
	assert_string_equal(department->department, HEALTH);
	assert_int_equal(department->projects, 0);
	assert_int_equal(department->match, YS_MATCH_EXACT);
	assert_int_equal(g_array_index(department->years, int, 0), 2024);
}

static void a_department_is_found_loosely_once(void **state)
{
	g_autoptr(ys_query) query = query_of("type:department 云岭区卫生健康站");
	g_autoptr(ys_page) page = library_run(shared, query);
	const ys_hit *hit = g_ptr_array_index(page->hits, 0);

	(void)state;
	assert_string_equal(hit->record->department, HEALTH);
	assert_int_equal(hit->match, YS_MATCH_LOOSE);
	for (guint i = 1; i < page->hits->len; i++)
		assert_string_not_equal(((ys_hit *)g_ptr_array_index(page->hits, i))->record->id, hit->record->id);
}

/* ---- suggestions ---- */

static const struct suggestion_row {
	const char *name, *query, *suggestions;
} suggestion_rows[] = {
	{ "one character that is wrong", "营养改善计戈", "营养改善计划" },
	{ "two that changed places", "物管业理", "物业管理" },
	{ "also at the end of what was typed", "视频会系议", "视频会议系" },
	{ "neighbours that changed places", "营养善改计划", "营养改善计划" },
	{ "nothing near", "火星探测器", "" },
	{ "one of two characters that sounds right", "食唐", "<食堂>" },
	{ "not one that does not", "食室", "" },
	{ "the middle one of three", "派楚所", "<派出所>" },
	{ "nothing near two", "火星", "" },
	{ "what is there as typed, but for a field", "食堂 year:1999", "" },
};

static void near_names_are_suggested(void **state)
{
	const struct suggestion_row *row = *state;
	g_autoptr(ys_query) query = query_of(row->query);
	g_autoptr(ys_page) page = library_run(shared, query);
	g_autoptr(GString) got = g_string_new(NULL);

	if (page->corrected)
		g_string_append_printf(got, "<%s>", page->corrected);
	for (guint i = 0; page->suggestions && i < page->suggestions->len; i++)
		g_string_append_printf(got, "%s%s", i ? "; " : "", (char *)g_ptr_array_index(page->suggestions, i));
	assert_string_equal(got->str, row->suggestions);
}

static void what_is_found_needs_no_suggestion(void **state)
{
	g_autoptr(ys_query) query = query_of("营养改善计划");
	g_autoptr(ys_page) page = library_run(shared, query);

	(void)state;
	assert_null(page->suggestions);
}

/* ---- more than are looked at for their rank ---- */

#define MANY 320

static library *large;

/* Many projects, and a small publication that was replaced: the large segment keeps both. */
static void large_fill(void)
{
	static const budget_row before[] = { { "旧校徽", "1.00", "" }, BUDGET_END };
	static const budget_row after[] = { { "新奖章", "1.00", "" }, BUDGET_END };
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	budget_row many[MANY + 1] = { 0 };
	library *filled = shared;

	for (int i = 0; i < MANY; i++) {
		g_ptr_array_add(names, g_strdup_printf("第%d号校徽", i));
		many[i] = (budget_row){ g_ptr_array_index(names, i), "1.00", "" };
	}
	shared = large = library_empty();
	write_budget("many.txt", OFFICE, 2023, many, NULL);
	write_budget("small.txt", POLICE, 2024, before, NULL);
	library_index(large);
	write_budget("small.txt", POLICE, 2024, after, NULL);
	library_index(large);
	library_reopen(large);
	shared = filled;
}

static const struct many_row {
	const char *name, *query;
	guint total, total_loose;
	ys_match match;
} many_rows[] = {
	{ "what its terms prove", "校徽", MANY, 0, YS_MATCH_EXACT },
	{ "what belongs to a department is looked at", "云岭机关事务局", MANY, 0, YS_MATCH_ALL },
	{ "what is of a year is, though one term might prove the word", "2023", MANY, 0, YS_MATCH_ALL },
	{ "what has part of the query is", "号校徽制", 0, MANY, YS_MATCH_LOOSE },
	{ "a version that was replaced is in the index, and not found", "type:project 旧校徽 year:2024", 0, 0,
	  YS_MATCH_EXACT },
};

static void many_are_told_apart(void **state)
{
	const struct many_row *row = *state;
	g_autoptr(ys_query) query = query_of(row->query);
	g_autoptr(ys_page) page = NULL;

	query->limit = YS_QUERY_LIMIT_MAX;
	page = library_run(large, query);
	assert_int_equal(ys_search_manifest(large->search)->hidden->len, 1);
	assert_int_equal(page->total, row->total);
	assert_int_equal(page->total_loose, row->total_loose);
	for (guint i = 0; i < page->hits->len; i++)
		assert_int_equal(((ys_hit *)g_ptr_array_index(page->hits, i))->match, row->match);
}

/* What the index proves is looked at as far as ranks need it; the rest is shown all the same. */
static void what_was_not_looked_at_is_marked_and_counts_its_terms(void **state)
{
	g_autoptr(ys_query) query = query_of("校徽");
	g_autoptr(ys_page) page = NULL;
	const ys_hit *hit;

	(void)state;
	query->offset = MANY - 1;
	query->explain = TRUE;
	page = library_run(large, query);
	hit = g_ptr_array_index(page->hits, 0);
	assert_true(g_str_has_prefix(hit->explanation, "weight of the terms: "));
	assert_string_equal(((ys_piece *)g_ptr_array_index(hit->title, 1))->text, "校徽");
}

/* All of them do. */
static void of_single_characters_more_are_looked_at_for_places(void **state)
{
	g_autoptr(ys_query) query = query_of("云");
	g_autoptr(ys_page) page = library_run(large, query);

	(void)state;
	assert_true(page->total >= MANY);
	assert_true(((ys_hit *)g_ptr_array_index(page->hits, 0))->score < 0);
}

int main(void)
{
	GArray *tests = tests_new();
	int failed;

	ADD_ROWS(tests, answer_rows, a_query_is_answered);
	ADD_TEST(tests, what_only_names_a_place_is_last);
	ADD_ROWS(tests, loose_rows, loose_matches_fill_a_short_page);
	ADD_TEST(tests, sorting_does_not_mix_other_matches_in);
	ADD_TEST(tests, loose_matches_count_nothing_for_their_department);
	ADD_TEST(tests, another_wording_is_told);
	ADD_TEST(tests, an_alternative_that_fails_is_neither_marked_nor_told);
	ADD_TEST(tests, other_wordings_can_be_switched_off);
	ADD_TEST(tests, exact_matches_have_no_other_wordings);
	ADD_TEST(tests, of_two_equal_matches_the_larger_project_is_first);
	ADD_TEST(tests, an_explanation_adds_up_to_the_score);
	ADD_TEST(tests, a_department_is_known_from_what_it_writes);
	ADD_TEST(tests, a_department_is_found_loosely_once);
	ADD_ROWS(tests, suggestion_rows, near_names_are_suggested);
	ADD_TEST(tests, what_is_found_needs_no_suggestion);
	ADD_ROWS(tests, many_rows, many_are_told_apart);
	ADD_TEST(tests, what_was_not_looked_at_is_marked_and_counts_its_terms);
	ADD_TEST(tests, of_single_characters_more_are_looked_at_for_places);
	library_filled();
	large_fill();
	failed = run_all("rank", tests);
	library_free(large);
	library_free(shared);
	return failed;
}
