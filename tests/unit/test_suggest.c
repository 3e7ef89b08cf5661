/* Near names for a query that nothing matches. */
#include "index/suggest.h"
#include "tests/unit/publication_fixture.h"

static const struct near_row {
	const char *name, *wanted;
	const char *texts[4];
	const char *suggestions;
} near_rows[] = {
	{ "one character that differs is near", "政务去", { "政务云租赁" }, "政务云" },
	{ "the first may differ", "正务云", { "政务云租赁" }, "政务云" },
	{ "two neighbours that changed places are near", "12354热线", { "12345热线运作" }, "12345热线" },
	{ "two that are not neighbours are not", "云务政", { "政务云租赁" }, "" },
	{ "two that differ are not", "正午云", { "政务云租赁" }, "" },
	{ "a missing character is not", "政务租赁", { "政务云租赁" }, "" },
	{ "the most frequent is first", "政务X", { "政务云", "政务网 政务网", "政务云", "政务云" }, "政务云; 政务网" },
	{ "of equally frequent ones the order is always the same", "政务X", { "政务网", "政务云" }, "政务云; 政务网" },
	{ "no more than asked for", "政务X", { "政务云", "政务网", "政务厅", "政务区" }, "政务云; 政务区; 政务厅" },
	{ "what is always followed by the same is part of a name", "政务去",
	  { "政务服务", "政务服务厅 政务服务网" }, "政务服务" },
	{ "and comes behind what stands by itself", "政务去",
	  { "政务服务", "政务服务厅 政务服务网", "政务云 政务云" }, "政务云; 政务服务" },
	{ "a run over the border of fields is none", "政务去", { "政务|云" }, "" },
	{ "nor one over a blank", "政务去", { "政务 云" }, "" },
	{ "a part of a number is none", "1234", { "12355 123456" }, "" },
	{ "a number of the same length is", "12346", { "12345热线" }, "12345" },
	{ "a part of a Latin word is none", "ipv4", { "ipv65 xipv6" }, "" },
	{ "a Latin word is", "ipv4", { "ipv6改造" }, "ipv6" },
	{ "a particle before a name is none", "村社区", { "的社区 在社区 老社区" }, "老社区" },
	{ "what is there as typed is none", "政务云", { "政务云租赁" }, "" },
	{ "an empty text has none", "政务去", { "" }, "" },
	{ "a text shorter than the query has none", "政务去", { "政务" }, "" },
};

static void near_runs_are_found(void **state)
{
	const struct near_row *row = *state;
	g_autoptr(ys_suggest) suggest = ys_suggest_new(row->wanted);
	g_autoptr(GPtrArray) best = NULL;
	g_autoptr(GString) got = g_string_new(NULL);

	assert_non_null(suggest);
	for (gsize i = 0; i < G_N_ELEMENTS(row->texts) && row->texts[i]; i++)
		ys_suggest_add(suggest, row->texts[i], strlen(row->texts[i]));
	best = ys_suggest_finish(suggest, 3);
	for (guint i = 0; i < best->len; i++)
		g_string_append_printf(got, "%s%s", i ? "; " : "", (char *)g_ptr_array_index(best, i));
	assert_string_equal(got->str, row->suggestions);
}

static const struct refused_row {
	const char *name, *wanted;
	gboolean guessed;
} refused_rows[] = {
	{ "nothing is near to nothing", "", FALSE },
	{ "two characters are near to everything", "政务", FALSE },
	{ "three can be guessed at", "政务云", TRUE },
	{ "sixteen can", "一二三四五六七八九十一二三四五六", TRUE },
	{ "seventeen are a sentence", "一二三四五六七八九十一二三四五六七", FALSE },
	{ "words apart are not guessed at", "smart city", FALSE },
};

static void some_queries_are_not_guessed_at(void **state)
{
	const struct refused_row *row = *state;
	g_autoptr(ys_suggest) suggest = ys_suggest_new(row->wanted);

	assert_int_equal(suggest != NULL, row->guessed);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, near_rows, near_runs_are_found);
	ADD_ROWS(tests, refused_rows, some_queries_are_not_guessed_at);
	return run_all("suggest", tests);
}
