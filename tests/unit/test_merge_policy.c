#include "index/write/merge_policy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Segments as records:live:hidden versions, and what becomes of them: Keep, Drop, Join, reWrite. */
static const struct {
	const char *name;
	const char *segments;
	guint64 adding;
	const char *fates;
} rows[] = {
	{ "nothing to decide", "", 1, "" },
	{ "a segment without hidden records stays", "100:100:0", 1, "K" },
	{ "a fifth of hidden records is borne", "100:80:1", 1, "K" },
	{ "more than a fifth is not", "100:79:1", 1, "W" },
	{ "nothing valid in it", "100:0:1", 1, "D" },
	{ "nothing at all in it", "0:0:0", 1, "D" },
	{ "with eight segments and nothing new all stay", "9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0", 0,
	  "KKKKKKKK" },
	{ "seven and a new one stay", "9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0", 9, "KKKKKKK" },
	{ "a ninth is joined with all of its size", "900:900:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0", 9,
	  "KJJJJJJJ" },
	{ "but not with much larger ones", "900:900:0 4:4:0 800:800:0 6:6:0 5:5:0 400:400:0 300:300:0 200:200:0", 3,
	  "KJKJJKKK" },
	{ "it is joined with one at least",
	  "65000:65000:0 21000:21000:0 7000:7000:0 2100:2100:0 700:700:0 210:210:0 70:70:0 20:20:0",
	  1, "KKKKKKKJ" },
	{ "one that is dropped makes room", "9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:9:0 9:0:1 9:9:0", 9, "KKKKKKDK" },
	{ "one that is rewritten makes a new one",
	  "900:900:0 90:90:0 90:90:0 90:90:0 90:90:0 90:90:0 90:90:0 10:5:1 2:2:0", 0, "KKKKKKKWJ" },
	{ "500 hidden versions are borne", "100000:99000:500", 1, "K" },
	{ "more are not", "100000:99000:501", 1, "W" },
	{ "the segment goes first that gets rid of most for its size", "100000:99000:300 1000:990:250", 1, "WW" },
	{ "and others stay if that is enough", "100000:99000:200 1000:990:350", 1, "KW" },
};

static GArray *parse(const char *text)
{
	GArray *states = g_array_new(FALSE, TRUE, sizeof(ys_segment_state));
	g_auto(GStrv) words = g_strsplit(text, " ", -1);

	for (char **word = words; *word && **word; word++) {
		g_auto(GStrv) parts = g_strsplit(*word, ":", 3);
		ys_segment_state state = { .records = g_ascii_strtoull(parts[0], NULL, 10),
					   .live = g_ascii_strtoull(parts[1], NULL, 10),
					   .hidden = g_ascii_strtoull(parts[2], NULL, 10) };

		g_array_append_val(states, state);
	}
	return states;
}

static void each_segment_has_its_fate(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GArray) states = parse(rows[i].segments);
		g_autoptr(GString) fates = g_string_new(NULL);

		ys_merge_decide(states, rows[i].adding);
		for (guint k = 0; k < states->len; k++)
			g_string_append_c(fates, "KDJW"[g_array_index(states, ys_segment_state, k).fate]);
		if (strcmp(fates->str, rows[i].fates))
			fail_msg("%s: %s instead of %s", rows[i].name, fates->str, rows[i].fates);
	}
}

/* One publication a day for years: how often is a record moved? */
static void a_record_is_moved_a_few_times_in_its_life(void **state)
{
	g_autoptr(GArray) states = g_array_new(FALSE, TRUE, sizeof(ys_segment_state));
	guint64 moved = 0;
	const guint days = 2000;

	(void)state;
	for (guint day = 0; day < days; day++) {
		ys_segment_state new = { .records = 60, .live = 60 };

		ys_merge_decide(states, new.records);
		for (guint i = states->len; i-- > 0;) {
			const ys_segment_state *old = &g_array_index(states, ys_segment_state, i);

			if (old->fate != YS_SEGMENT_JOIN)
				continue;
			new.records += old->records;
			moved += old->records;
			g_array_remove_index(states, i);
		}
		new.live = new.records;
		g_array_append_val(states, new);
		assert_true(states->len <= 8);
	}
	assert_true(moved < 6 * 60 * days);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_segment_has_its_fate),
		cmocka_unit_test(a_record_is_moved_a_few_times_in_its_life),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
