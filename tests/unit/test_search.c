#include "tests/unit/library_fixture.h"

/* ---- an index of publications ---- */

/* Three publications of two departments of an invented district. */
static const budget_row data_2023[] = {
	{ "政务云租赁经费", "50.00", "租用云主机。" },
	{ "机房维护", "30.00", "政务云机房全年不停机。" },
	{ "政务云", "100.00", "保障区级业务系统上云。" },
	{ "“一网通办”平台 2期", "20.50", "政务事项全程网办，IPv6改造，云上备份。" },
	BUDGET_END
};
static const budget_row data_2024[] = {
	{ "政务云扩容", "200.00", "新增存储。" },
	BUDGET_END
};
static const budget_row school_2024[] = {
	{ "校园网", "40.00", "学校接入政务云。" },
	BUDGET_END
};

#define DATA_SERVICE "松溪市云岭区数据服务局"
#define EDUCATION "松溪市云岭区教育局"

static void write_budget(const library *l, const char *name, const char *department, int year, const budget_row *rows)
{
	g_autofree char *text = publication_text(department, year, rows, NULL);

	library_write(l, name, text);
}

static library *library_new(void)
{
	library *l = library_empty();

	write_budget(l, "a.txt", DATA_SERVICE, 2023, data_2023);
	write_budget(l, "b.txt", DATA_SERVICE, 2024, data_2024);
	write_budget(l, "c.txt", EDUCATION, 2024, school_2024);
	library_index(l);
	library_reopen(l);
	return l;
}

/* The one that the tests that only read share. */
static library *shared;

/* ---- asking ---- */

static const struct question {
	const char *name, *text, *hits;
} questions[] = {
	{ "the name that is the query is first, then the more of a name the query is, then other text", "政务云",
	  "政务云 exact; 政务云扩容 exact; 政务云租赁经费 exact; 校园网 exact; 机房维护 exact" },
	{ "a blank inside a run of Chinese changes nothing", "政务 云",
	  "政务云 exact; 政务云扩容 exact; 政务云租赁经费 exact; 校园网 exact; 机房维护 exact; “一网通办”平台2期 all" },
	{ "words may stand anywhere in the record", "机房 政务云",
	  "机房维护 all; 政务云扩容 loose; 政务云 loose; 政务云租赁经费 loose; 校园网 loose" },
	{ "words may stand in different fields", "新增 扩容", "政务云扩容 all" },
	{ "the query as typed in a text is above one of its words in a name", "云 上",
	  "“一网通办”平台2期 exact; 政务云 all" },
	{ "a quoted run stands contiguously", "\"云机房\"", "机房维护 exact" },
	{ "bigrams that meet by chance are no match", "\"云主机房\"", "" },
	{ "at best a loose one", "云主机房", "政务云租赁经费 loose; 政务云扩容 loose; 政务云 loose; 校园网 loose; 机房维护 loose" },
	{ "one character is found at the end of a run", "容", "政务云扩容 exact" },
	{ "one character is found inside a run", "租", "政务云租赁经费 exact" },
	{ "letters are found in either case", "ipV6", "“一网通办”平台2期 exact" },
	{ "a word is not found in a part of it", "IPv", "" },
	{ "a number stands next to Chinese over a blank", "平台2期", "“一网通办”平台2期 exact" },
	{ "quotation marks inside a name do not matter", "一网通办平台", "“一网通办”平台2期 exact" },
	{ "traditional characters are found", "政務雲擴容", "政务云扩容 exact" },
	{ "the department is found by its projects' text", "教育局", "校园网 exact" },
	{ "and by its short name", "云岭教委", "校园网 all" },
	{ "which goes with words", "松溪云岭教委 政务云",
	  "校园网 all; 政务云扩容 loose; 政务云 loose; 政务云租赁经费 loose; 机房维护 loose" },
	{ "but not to other departments", "松溪教委", "" },
	{ "or is a filter", "政务云 department:松溪云岭教委", "校园网 exact" },
	{ "or leaves out", "政务云 -云岭教委", "政务云 exact; 政务云扩容 exact; 政务云租赁经费 exact; 机房维护 exact" },
	{ "what stands in two fields is no run", "\"校园网学校\"", "" },
	{ "what stands nowhere is not found", "火星", "" },
};

static void question_is_answered(void **state)
{
	const struct question *q = *state;
	g_autofree char *hits = library_ask(shared, q->text);

	assert_string_equal(hits, q->hits);
}

/* Every window of some characters of what is printed finds it. */
static void every_window_finds_its_record(void **state)
{
	static const int widths[] = { 1, 2, 3, 4, 8 };
	static const char *const lines[] = { "政务云租赁经费", "“一网通办”平台2期", "政务事项全程网办，IPv6改造，云上备份。" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		const char *wanted = strstr(lines[i], "政务云") ? "政务云租赁经费" : "“一网通办”平台2期";
		int length = (int)g_utf8_strlen(lines[i], -1);

		for (gsize w = 0; w < G_N_ELEMENTS(widths); w++)
			for (int at = 0; at + widths[w] <= length; at++) {
				g_autofree char *window = g_utf8_substring(lines[i], at, at + widths[w]);
				g_autoptr(ys_query) query = ys_query_new();
				g_autoptr(ys_page) page = NULL;
				g_autofree char *hits = NULL;

				/* half a quotation, a mark alone and half a word are other questions */
				if (!ys_query_set_text(query, window, NULL) || strpbrk(window, "IPv6"))
					continue;
				page = library_run(shared, query);
				hits = hits_text(page);
				if (!strstr(hits, wanted))
					fail_msg("'%s' finds only: %s", window, hits);
			}
	}
}

static void exact_leaves_out_what_matches_otherwise(void **state)
{
	g_autoptr(ys_query) query = query_of("政务 云");
	g_autoptr(ys_page) page = NULL;
	g_autofree char *hits = NULL;

	(void)state;
	query->exact = TRUE;
	page = library_run(shared, query);
	hits = hits_text(page);
	assert_int_equal(page->total, 5);
	assert_null(strstr(hits, " all"));
}

static void ranks_go_on_over_pages(void **state)
{
	g_autoptr(ys_query) query = query_of("政务云");
	g_autoptr(ys_page) page = NULL;
	g_autofree char *hits = NULL;

	(void)state;
	query->limit = 2;
	query->offset = 3;
	page = library_run(shared, query);
	hits = hits_text(page);
	assert_string_equal(hits, "校园网 exact; 机房维护 exact");
	assert_int_equal(((ys_hit *)g_ptr_array_index(page->hits, 0))->rank, 4);
	assert_int_equal(page->total, 5);
}

static void an_offset_beyond_the_end_has_a_total_and_no_hits(void **state)
{
	g_autoptr(ys_query) query = query_of("政务云");
	g_autoptr(ys_page) page = NULL;

	(void)state;
	query->offset = YS_QUERY_OFFSET_MAX;
	page = library_run(shared, query);
	assert_int_equal(page->total, 5);
	assert_int_equal(page->hits->len, 0);
	assert_int_equal(page->departments->len, 2);
}

static const struct order {
	const char *name;
	ys_sort sort;
	const char *hits;
} orders[] = {
	{ "by amount the largest is first", YS_SORT_AMOUNT,
	  "政务云扩容 exact; 政务云 exact; 政务云租赁经费 exact; 校园网 exact; 机房维护 exact" },
	{ "by year the newest is first, the better match among those of a year", YS_SORT_YEAR,
	  "政务云扩容 exact; 校园网 exact; 政务云 exact; 政务云租赁经费 exact; 机房维护 exact" },
};

static void hits_are_sorted(void **state)
{
	const struct order *o = *state;
	g_autoptr(ys_query) query = query_of("政务云");
	g_autoptr(ys_page) page = NULL;
	g_autofree char *hits = NULL;

	query->sort = o->sort;
	page = library_run(shared, query);
	hits = hits_text(page);
	assert_string_equal(hits, o->hits);
}

/* ---- a department and what it buys in one run ---- */

static const struct split_row {
	const char *name, *text;
	gboolean exact, split;
	const char *hits;
} split_rows[] = {
	{ "nothing has the run, so the department is split off", "云岭教委校园网", FALSE, TRUE, "校园网 all" },
	{ "not for who wants what was typed", "云岭教委校园网", TRUE, FALSE, "" },
	{ "nor where that has nothing either", "云岭教委政务云扩容", FALSE, FALSE,
	  "政务云扩容 loose" },
	{ "nor where the run stands somewhere", "数据服务局", FALSE, FALSE,
	  "政务云扩容 exact; 政务云 exact; 政务云租赁经费 exact; 机房维护 exact; “一网通办”平台2期 exact" },
};

static void a_body_is_split_off_the_run_it_begins(void **state)
{
	const struct split_row *row = *state;
	g_autoptr(ys_query) query = query_of(row->text);
	g_autoptr(ys_page) page = NULL;
	g_autofree char *hits = NULL;

	query->exact = row->exact;
	page = library_run(shared, query);
	hits = hits_text(page);
	assert_string_equal(hits, row->hits);
	assert_int_equal(page->split_body, row->split);
}

/* ---- departments and facets ---- */

static void departments_sum_all_matches_not_only_those_shown(void **state)
{
	g_autoptr(ys_query) query = query_of("政务云");
	g_autoptr(ys_page) page = NULL;
	const ys_department_hit *first, *second;

	(void)state;
	query->limit = 1;
	page = library_run(shared, query);
	assert_int_equal(page->departments->len, 2);
	first = g_ptr_array_index(page->departments, 0);
	assert_string_equal(first->department, DATA_SERVICE);
	assert_int_equal(first->projects, 4);
	assert_int_equal(first->amount, 380 * YS_WAN);
	assert_int_equal(first->match, YS_MATCH_EXACT);
	assert_int_equal(first->years->len, 2);
	assert_int_equal(g_array_index(first->years, int, 0), 2023);
	assert_int_equal(g_array_index(first->years, int, 1), 2024);
	assert_string_equal(first->top_title, "政务云");
	assert_string_equal(first->top_id, ((ys_hit *)g_ptr_array_index(page->hits, 0))->record->id);
	second = g_ptr_array_index(page->departments, 1);
	assert_string_equal(second->department, EDUCATION);
	assert_int_equal(second->projects, 1);
	assert_int_equal(second->amount, 40 * YS_WAN);
}

/* "value count amount; ...", amounts in fen */
static char *facet_text(const ys_page *page, ys_facet facet)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < page->facets[facet]->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(page->facets[facet], i);

		g_string_append_printf(text, "%s%s %u %" G_GINT64_FORMAT, i ? "; " : "", value->value,
				       value->count, (gint64)value->amount);
	}
	return g_string_free(text, FALSE);
}

static void facets_count_and_sum_the_most_frequent_first(void **state)
{
	static const char *const expected[YS_N_FACETS] = {
		[YS_FACET_REGION] = "地区不详 5 420000000",
		[YS_FACET_YEAR] = "2023 3 180000000; 2024 2 240000000",
		[YS_FACET_KIND] = "预算 5 420000000",
		[YS_FACET_DEPARTMENT] = DATA_SERVICE " 4 380000000; " EDUCATION " 1 40000000",
		[YS_FACET_YEAR_KIND] = "2023年预算 3 180000000; 2024年预算 2 240000000",
	};
	g_autoptr(ys_query) query = query_of("政务云");
	g_autoptr(ys_page) page = NULL;

	(void)state;
	query->facets = TRUE;
	query->limit = 0;
	page = library_run(shared, query);
	for (int facet = 0; facet < YS_N_FACETS; facet++) {
		g_autofree char *text = facet_text(page, facet);

		assert_string_equal(text, expected[facet]);
	}
}

static void facets_are_not_there_unless_asked(void **state)
{
	g_autoptr(ys_query) query = query_of("政务云");
	g_autoptr(ys_page) page = library_run(shared, query);

	(void)state;
	for (int facet = 0; facet < YS_N_FACETS; facet++)
		assert_null(page->facets[facet]);
}

static void a_department_of_two_publications_is_one_hit(void **state)
{
	g_autoptr(ys_query) query = query_of("数据服务局");
	g_autoptr(ys_page) page = NULL;

	(void)state;
	assert_true(ys_query_set(query, "type", "department", NULL));
	page = library_run(shared, query);
	assert_int_equal(page->total, 1);
	assert_int_equal(page->hits->len, 1);
}

/* ---- snippets ---- */

static void a_hit_marks_exactly_what_was_asked(void **state)
{
	g_autoptr(ys_query) query = query_of("云机房");
	g_autoptr(ys_page) page = library_run(shared, query);
	const ys_hit *hit = g_ptr_array_index(page->hits, 0);
	const ys_piece *piece = g_ptr_array_index(hit->snippet, 1);

	(void)state;
	assert_string_equal(hit->field, "goal");
	assert_int_equal(hit->snippet->len, 3);
	assert_string_equal(piece->text, "云机房");
	assert_true(piece->hit);
	/* nothing of the query stands in the name */
	assert_int_equal(hit->title->len, 1);
	assert_false(((ys_piece *)g_ptr_array_index(hit->title, 0))->hit);
}

static void a_hit_in_the_name_marks_the_name(void **state)
{
	g_autoptr(ys_query) query = query_of("扩容");
	g_autoptr(ys_page) page = library_run(shared, query);
	const ys_hit *hit = g_ptr_array_index(page->hits, 0);

	(void)state;
	assert_string_equal(hit->field, "title");
	assert_int_equal(hit->title->len, 2);
	assert_string_equal(((ys_piece *)g_ptr_array_index(hit->title, 0))->text, "政务云");
	assert_string_equal(((ys_piece *)g_ptr_array_index(hit->title, 1))->text, "扩容");
	assert_true(((ys_piece *)g_ptr_array_index(hit->title, 1))->hit);
}

/* ---- single records and all of them ---- */

static void a_record_is_found_by_its_id(void **state)
{
	g_autoptr(ys_query) query = query_of("政务云扩容");
	g_autoptr(ys_page) page = library_run(shared, query);
	const char *id = ((ys_hit *)g_ptr_array_index(page->hits, 0))->record->id;
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_record) record = ys_search_record(shared->search, id, &error);

	(void)state;
	assert_null(error);
	assert_non_null(record);
	assert_string_equal(record->title, "政务云扩容");
}

/* What a stream gives, by title. */
static char *streamed(const char *text, guint limit, guint offset)
{
	g_autoptr(ys_query) query = query_of(text);
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_stream) stream = NULL;
	GString *titles = g_string_new(NULL);
	ys_record *record;

	query->limit = limit;
	query->offset = offset;
	stream = ys_stream_new(shared->search, query, &error);
	assert_null(error);
	while ((record = ys_stream_next(stream, &error))) {
		g_string_append_printf(titles, "%s%s", titles->len ? "; " : "", record->title);
		ys_record_free(record);
	}
	assert_null(error);
	return g_string_free(titles, FALSE);
}

static void a_stream_has_every_hit_as_ranked_and_nothing_loose(void **state)
{
	static const struct {
		const char *text, *titles;
	} rows[] = {
		{ "政务云", "政务云; 政务云扩容; 政务云租赁经费; 校园网; 机房维护" },
		{ "机房 政务云", "机房维护" },
		{ "云主机房", "" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *first = streamed(rows[i].text, 1, 0), *later = streamed(rows[i].text, 10, 3);

		assert_string_equal(first, rows[i].titles);
		assert_string_equal(later, rows[i].titles);
	}
}

static void a_publication_gives_its_records_in_their_order(void **state)
{
	g_autoptr(ys_query) query = query_of("校园网");
	g_autoptr(ys_page) page = library_run(shared, query);
	const char *id = ((ys_hit *)g_ptr_array_index(page->hits, 0))->record->publication;
	const guint types = 1u << YS_PUBLICATION | 1u << YS_PROJECT;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) both = ys_search_publication(shared->search, id, types, 10, &error);
	g_autoptr(GPtrArray) one = ys_search_publication(shared->search, id, types, 1, &error);
	g_autoptr(GPtrArray) none = ys_search_publication(shared->search, "bnosuchpublication", types, 10, &error);

	(void)state;
	assert_null(error);
	assert_int_equal(both->len, 2);
	assert_string_equal(((ys_record *)both->pdata[0])->id, id);
	assert_null(((ys_record *)both->pdata[0])->publication);
	assert_string_equal(((ys_record *)both->pdata[1])->title, "校园网");
	assert_string_equal(((ys_record *)both->pdata[1])->publication, id);
	assert_int_equal(one->len, 1);
	assert_int_equal(none->len, 0);
}

static void an_unknown_id_is_no_error(void **state)
{
	g_autofree char *too_long = g_strnfill(300, 'p');
	const char *const ids[] = { "", "p", "pnosuchrecordhere", too_long };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
		g_autoptr(GError) error = NULL;

		assert_null(ys_search_record(shared->search, ids[i], &error));
		assert_null(error);
	}
}

typedef struct {
	GString *titles;
	guint n, max;
} collector;

static gboolean collect_title(const ys_record *record, void *data)
{
	collector *c = data;

	g_string_append_printf(c->titles, "%s%s", c->n ? "; " : "", record->title);
	return ++c->n < c->max;
}

static const struct listing {
	const char *name, *types;
	guint max;
	const char *titles;
} listings[] = {
	{ "all projects are listed in the order they are printed", "project", 100,
	  "政务云租赁经费; 机房维护; 政务云; “一网通办”平台2期; 政务云扩容; 校园网" },
	{ "a department is listed once", "department", 100, DATA_SERVICE "; " EDUCATION },
	{ "listing ends when told to", "project", 2, "政务云租赁经费; 机房维护" },
	{ "a type that nothing is has an empty list", "item", 100, "" },
};

static void records_are_listed(void **state)
{
	const struct listing *row = *state;
	g_autoptr(ys_query) query = ys_query_new();
	collector c = { g_string_new(NULL), 0, row->max };

	assert_true(ys_query_set(query, "type", row->types, NULL));
	assert_true(ys_search_each(shared->search, query->types, collect_title, &c, NULL));
	assert_string_equal(c.titles->str, row->titles);
	g_string_free(c.titles, TRUE);
}

/* ---- divisions ---- */

static void what_is_a_city_s_own_leaves_its_districts_out(void **state)
{
	static const budget_row city[] = { { "热线", "1.00", "" }, BUDGET_END };
	static const budget_row district[] = { { "路面", "1.00", "" }, BUDGET_END };
	g_autoptr(library) l = library_empty();
	g_autofree char *all = NULL, *own = NULL;

	(void)state;
	write_budget(l, "city.txt", "广州市政务服务数据管理局", 2024, city);
	write_budget(l, "district.txt", "广州市白云区政务服务数据管理局", 2024, district);
	library_index(l);
	library_reopen(l);
	all = library_ask(l, "region:广州市");
	own = library_ask(l, "region:广州市本级");
	assert_string_equal(all, "热线 exact; 路面 exact");
	assert_string_equal(own, "热线 exact");
}

/* ---- while the index changes ---- */

static const budget_row data_2023_corrected[] = {
	{ "政务云", "110.00", "保障区级业务系统上云。" },
	{ "机房维修", "30.00", "全年不停机。" },
	BUDGET_END
};

static void a_replaced_version_is_never_shown(void **state)
{
	g_autoptr(library) l = library_new();
	g_autoptr(ys_query) query = query_of("机房");
	g_autoptr(ys_page) page = library_run(l, query);
	g_autofree char *old_id = g_strdup(((ys_hit *)g_ptr_array_index(page->hits, 0))->record->id);
	g_autofree char *hits = NULL, *old = NULL;
	const ys_department_hit *department;
	collector c = { g_string_new(NULL), 0, 100 };

	(void)state;
	write_budget(l, "a.txt", DATA_SERVICE, 2023, data_2023_corrected);
	library_index(l);
	library_reopen(l);
	old = library_ask(l, "\"机房维护\"");
	assert_string_equal(old, "");
	hits = library_ask(l, "政务云");
	assert_string_equal(hits, "政务云 exact; 政务云扩容 exact; 校园网 exact");
	ys_page_free(g_steal_pointer(&page));
	page = library_run(l, query);
	department = g_ptr_array_index(page->departments, 0);
	assert_int_equal(department->projects, 1);
	assert_int_equal(department->amount, 30 * YS_WAN);
	assert_null(ys_search_record(l->search, old_id, NULL));
	assert_true(ys_search_each(l->search, 1u << YS_PROJECT, collect_title, &c, NULL));
	assert_null(strstr(c.titles->str, "机房维护"));
	assert_int_equal(c.n, 4);
	g_string_free(c.titles, TRUE);
}

static void a_publication_corrected_and_set_right_again_is_there_once(void **state)
{
	g_autoptr(library) l = library_new();
	g_autofree char *hits = NULL;

	(void)state;
	write_budget(l, "a.txt", DATA_SERVICE, 2023, data_2023_corrected);
	library_index(l);
	write_budget(l, "a.txt", DATA_SERVICE, 2023, data_2023);
	library_index(l);
	library_reopen(l);
	hits = library_ask(l, "机房");
	assert_string_equal(hits, "机房维护 exact");
}

static void a_reader_opened_before_publishing_finishes_undisturbed(void **state)
{
	g_autoptr(library) l = library_new();
	budget_row rows[] = { { "机房维修", "30.00", "第1版。" }, BUDGET_END };
	static const char *const goals[] = { "第1版。", "第2版。", "第3版。" };

	(void)state;
	/* the third publication removes the generation that the reader has open */
	for (gsize i = 0; i < G_N_ELEMENTS(goals); i++) {
		g_autofree char *hits = NULL;

		rows[0].goal = goals[i];
		write_budget(l, "a.txt", DATA_SERVICE, 2023, rows);
		library_index(l);
		hits = library_ask(l, "机房");
		assert_string_equal(hits, "机房维护 exact");
	}
	library_reopen(l);
	{
		g_autofree char *hits = library_ask(l, "机房");

		assert_string_equal(hits, "机房维修 exact");
	}
}

static void without_an_index_there_is_no_reader(void **state)
{
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_null(ys_search_open("/nonexistent/yusou", &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_NO_INDEX));
}

static void an_index_whose_list_of_segments_is_gone_is_damaged_not_absent(void **state)
{
	g_autoptr(library) l = library_new();
	g_autofree char *live = ys_store_current(l->index, NULL);
	g_autofree char *path = g_build_filename(live, "XAPIANDB", NULL);
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_int_equal(g_remove(path), 0);
	assert_null(ys_search_open(l->index, &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_IO));
}

static void an_index_of_another_schema_is_refused(void **state)
{
	g_autoptr(library) l = library_new();
	g_autofree char *live = ys_store_current(l->index, NULL);
	g_autofree char *path = g_build_filename(live, YS_MANIFEST_FILE, NULL);
	g_autoptr(ys_manifest) manifest = ys_manifest_load(live, YS_MANIFEST_WHOLE, NULL);
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;

	(void)state;
	manifest->schema++;
	text = ys_manifest_to_text(manifest);
	assert_true(g_file_set_contents(path, text, -1, NULL));
	assert_null(ys_search_open(l->index, &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_SCHEMA));
}

int main(void)
{
	GArray *tests = tests_new();
	int failed;

	ADD_ROWS(tests, questions, question_is_answered);
	ADD_TEST(tests, every_window_finds_its_record);
	ADD_TEST(tests, exact_leaves_out_what_matches_otherwise);
	ADD_TEST(tests, ranks_go_on_over_pages);
	ADD_TEST(tests, an_offset_beyond_the_end_has_a_total_and_no_hits);
	ADD_ROWS(tests, orders, hits_are_sorted);
	ADD_ROWS(tests, split_rows, a_body_is_split_off_the_run_it_begins);
	ADD_TEST(tests, departments_sum_all_matches_not_only_those_shown);
	ADD_TEST(tests, facets_count_and_sum_the_most_frequent_first);
	ADD_TEST(tests, facets_are_not_there_unless_asked);
	ADD_TEST(tests, a_department_of_two_publications_is_one_hit);
	ADD_TEST(tests, a_hit_marks_exactly_what_was_asked);
	ADD_TEST(tests, a_hit_in_the_name_marks_the_name);
	ADD_TEST(tests, a_record_is_found_by_its_id);
	ADD_TEST(tests, an_unknown_id_is_no_error);
	ADD_TEST(tests, a_stream_has_every_hit_as_ranked_and_nothing_loose);
	ADD_TEST(tests, a_publication_gives_its_records_in_their_order);
	ADD_ROWS(tests, listings, records_are_listed);
	ADD_TEST(tests, what_is_a_city_s_own_leaves_its_districts_out);
	ADD_TEST(tests, a_replaced_version_is_never_shown);
	ADD_TEST(tests, a_publication_corrected_and_set_right_again_is_there_once);
	ADD_TEST(tests, a_reader_opened_before_publishing_finishes_undisturbed);
	ADD_TEST(tests, without_an_index_there_is_no_reader);
	ADD_TEST(tests, an_index_whose_list_of_segments_is_gone_is_damaged_not_absent);
	ADD_TEST(tests, an_index_of_another_schema_is_refused);
	shared = library_new();
	failed = run_all("search", tests);
	library_free(shared);
	return failed;
}
