/* Near names for a query that nothing matches. */
#include "index/search/homophone.h"
#include "index/search/word_border.h"
#include "tests/unit/library_fixture.h"

#define DATA    "松溪市云岭区数据服务局"
#define OFFICE  "松溪市云岭区机关事务局"

static const budget_row data_2023[] = {
	{ "政务云租赁", "100.00", "租用政务云主机。" },
	{ "政务云运维", "90.00", "每月巡检。" },
	{ "政务网改造", "80.00", "政务网，政务网提速。" },
	{ "政务公开栏", "8.00", "信息公开，决算公开。" },
	{ "信息公开栏", "8.00", "决算公开。" },
	{ "预算公开系统", "8.00", "财务公开。" },
	{ "义务公示", "8.00", "财务开支公开。" },
	{ "党务公开栏", "8.00", "村务公开。" },
	{ "政务大厅叫号", "7.00", "取号不排队。" },
	{ "信息化建设", "70.00", "IPv6改造。" },
	{ "12345热线运作", "60.00", "12345热线坐席。" },
	{ "WiFi覆盖", "5.00", "免费上网。" },
	BUDGET_END
};
static const budget_row office_2024[] = {
	{ "机关食堂改造", "50.00", "更换灶具。" },
	{ "办公楼物业管理", "40.00", "保洁与绿化。" },
	{ "灭火器材", "4.00", "灭火行动演练。" },
	{ "行动不便者通道", "3.00", "灭火通道畅通。" },
	{ "南山公园", "2.00", "老社区步道，的社区牌，新社区牌，多社区牌。" },
	{ "高铁站接驳", "1.00", "接送代表。" },
	{ "A座扩建", "1.00", "A座维修。" },
	BUDGET_END
};

static library *shared;
static xc_reader *reader;

static void open_reader(void)
{
	g_autofree char *data = publication_text(DATA, 2023, data_2023, NULL);
	g_autofree char *office = publication_text(OFFICE, 2024, office_2024, "（一）管理幼林。\n\n");
	g_autofree char *live = NULL;
	g_autoptr(GError) error = NULL;

	shared = library_empty();
	library_write(shared, "a.txt", data);
	library_write(shared, "b.txt", office);
	library_index(shared);
	library_reopen(shared);
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

static char *joined(const GPtrArray *runs)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; runs && i < runs->len; i++)
		g_string_append_printf(text, "%s%s", i ? "; " : "", (char *)g_ptr_array_index(runs, i));
	return g_string_free(text, FALSE);
}

/* ---- what is corrected and suggested ---- */

static const struct suggestion_row {
	const char *name, *query;
	const char *suggestions;        /* what was searched at once in angles, then what is suggested */
} suggestion_rows[] = {
	/* by sound */
	{ "one of two characters that sounds the same", "食唐", "<食堂>" },
	{ "the first of them", "实堂", "<食堂>" },
	{ "both of two are another word", "实唐", "" },
	{ "one that only some mix up is too little for two characters", "老山", "" },
	{ "the first of three", "正务云", "<政务云>" },
	{ "the middle one", "政雾云", "<政务云>" },
	{ "the last", "信息话", "<信息化>" },
	{ "one that some mix up", "郑务晕", "" },
	{ "one of three that some mix up", "政木云", "" },
	{ "the ends of syllables that some mix up", "阵务云", "<政务云>" },
	{ "two neighbours of four", "物业馆里", "<物业管理>" },
	{ "two that are apart", "勿业馆理", "<物业管理>" },
	{ "three of four are another word", "勿夜馆理", "" },
	{ "a character before a number", "12345热先", "<12345热线>" },
	{ "what sounds right needs no other", "正务网", "<政务网>" },
	{ "a correct word that is absent has none", "火星", "" },
	{ "nor has a longer one", "火星移民", "" },
	{ "two ends of words are none", "火型", "" },
	{ "nor is the beginning of a longer word", "正务公", "" },
	/* two that changed places */
	{ "two figures", "12354热线", "12345热线" },
	{ "two characters", "务政云", "政务云" },
	{ "two letters", "wiif", "wifi" },
	{ "but no two characters alone", "堂食", "" },
	{ "nor two that are not neighbours", "云务政", "" },
	/* another character */
	{ "a character beside two that are right, the more frequent first", "政务虱", "政务云; 政务网" },
	{ "a figure in a name", "12344热线", "12345热线" },
	{ "no other number", "12344", "" },
	{ "no other word", "ipv4", "" },
	{ "not in the first place, where it is another of the kind", "地铁站", "" },
	{ "not where the typed one has its neighbours", "政务开", "" },
	{ "no particle", "老社的", "" },
	{ "nor any other where one alone is right", "a堂", "" },
	{ "a missing character is another query", "政务租赁", "" },
	/* by shape */
	{ "one that looks alike, of two", "食常", "<食堂>" },
	{ "of three", "政务去", "<政务云>" },
	{ "what looks alike makes no word that nobody knows", "政木", "" },
	{ "a part is corrected where the rest stands", "实堂物业", "<食堂物业>" },
	{ "at the end as well", "政务云食唐", "<政务云食堂>" },
	/* spelt */
	{ "a word by its syllables", "shitang", "食堂" },
	{ "by their first letters", "zwy", "政务云" },
	{ "letters that spell nothing here", "dianti", "" },
	/* filters and forms */
	{ "what a filter keeps out is there as typed", "政务云 year:1999", "" },
	{ "what a filter keeps out is not suggested", "正务云 year:2024", "" },
	{ "what it lets in is", "正务云 year:2023", "<政务云>" },
	{ "what stands in records of another type alone is there as typed", "幼林", "" },
	{ "and is not suggested", "右林", "" },
	{ "but is where they are asked for", "右林 type:section", "<幼林>" },
	{ "a single character has none", "唐", "" },
	{ "quoted runs have none", "\"食唐\"", "" },
	{ "a word that is found has none", "食堂", "" },
	{ "part of the query that is found takes nothing away", "物业馆里 year:2024", "<物业管理>" },
};

/* And each of them finds something with the same filters. */
static void near_names_are_suggested(void **state)
{
	const struct suggestion_row *row = *state;
	const char *filters = strchr(row->query, ' ');
	g_autoptr(ys_query) query = query_of(row->query);
	g_autoptr(ys_page) page = library_run(shared, query);
	g_autofree char *suggested = joined(page->suggestions);
	g_autofree char *got = page->corrected ? g_strdup_printf("<%s>%s%s", page->corrected, *suggested ? " " : "",
								 suggested) : g_strdup(suggested);

	assert_string_equal(got, row->suggestions);
	assert_int_equal(page->corrected != NULL, page->total_corrected + page->total_loose > 0 && *got == '<');
	for (guint i = 0; page->suggestions && i < page->suggestions->len; i++) {
		g_autofree char *text = g_strconcat(g_ptr_array_index(page->suggestions, i), filters, NULL);
		g_autoptr(ys_query) again = query_of(text);
		g_autoptr(ys_page) found = library_run(shared, again);

		assert_true(found->total > 0);
	}
}

static void what_is_found_loosely_is_corrected_too(void **state)
{
	g_autoptr(ys_query) query = query_of("政务云租令");
	g_autoptr(ys_page) page = library_run(shared, query);

	(void)state;
	assert_int_equal(page->total, 0);
	assert_true(page->total_corrected > 0 && page->total_loose > 0);
	assert_string_equal(page->corrected, "政务云租赁");
}

/* ---- whole words ---- */

static const struct standing_row {
	const char *name, *run;
	ys_standing standing;
} standing_rows[] = {
	{ "a run that is not there", "政务机", YS_STANDING_NOWHERE },
	{ "pairs that are, but not together", "务云岭", YS_STANDING_NOWHERE },
	{ "a word before several others", "政务云", YS_STANDING_WHOLE },
	{ "a word before an end", "政务网", YS_STANDING_WHOLE },
	{ "a word that is always followed by the same", "食堂", YS_STANDING_FOLLOWED },
	{ "the beginning of a word", "务公", YS_STANDING_PART },
	{ "the end of one and the beginning of another", "火行", YS_STANDING_PART },
	{ "a word of letters", "wifi", YS_STANDING_FOLLOWED },
	{ "a number and a word", "12345热线", YS_STANDING_WHOLE },
};

static void runs_are_whole_words_or_not(void **state)
{
	const struct standing_row *row = *state;
	const GPtrArray hidden = { 0 };
	g_autoptr(GError) error = NULL;
	ys_standing standing;

	assert_true(ys_word_border_of(reader, NULL, row->run, &hidden, &standing, &error));
	assert_int_equal(standing, row->standing);
}

/* ---- homophones ---- */

static const struct homophone_row {
	const char *name, *wanted, *runs;
} homophone_rows[] = {
	{ "pairs in the index make a run", "食唐", "食堂" },
	{ "two common sounds at the beginning leave lookups for the rest", "义务工是", "义务公示" },
	{ "what is as typed is none", "食堂", "" },
	{ "a run that stands nowhere as a whole may be among them", "正务公园", "政务公园" },
	{ "letters are as typed", "wifi", "" },
	{ "a character between letters is as typed", "a唐b", "" },
	{ "nothing has none", "", "" },
};

static void homophones_are_made_of_pairs(void **state)
{
	const struct homophone_row *row = *state;
	glong n;
	g_autofree gunichar *wanted = g_utf8_to_ucs4_fast(row->wanted, -1, &n);
	g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *got = NULL;
	g_autoptr(GError) error = NULL;

	assert_true(ys_homophone_runs(reader, wanted, n, runs, &error));
	got = joined(runs);
	assert_string_equal(got, row->runs);
}

int main(void)
{
	GArray *tests = tests_new();
	int failed;

	ADD_ROWS(tests, suggestion_rows, near_names_are_suggested);
	ADD_TEST(tests, what_is_found_loosely_is_corrected_too);
	ADD_ROWS(tests, standing_rows, runs_are_whole_words_or_not);
	ADD_ROWS(tests, homophone_rows, homophones_are_made_of_pairs);
	open_reader();
	failed = run_all("suggest", tests);
	close_reader();
	return failed;
}
