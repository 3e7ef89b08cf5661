/* Words are found by their first and by their last character; there are some thousands. */
#include "src/text/lexicon.h"

#include <string.h>

#include "src/text/fold.h"
#include "src/text/words_table.h"

#define LISTS 2048
/* A run of more characters has no borders. */
#define CHANCE_MAX 3

typedef struct {
	const char *text;
	gsize len;
	ys_word_sort sort;
	guint next;             /* of those that begin alike: number + 1, 0 at the end */
	guint next_ending;      /* of those that end alike */
} entry;

static GArray *entries;
static guint beginning[LISTS], ending[LISTS];   /* number + 1 */

/* ---- loading ---- */

static gsize char_len(const char *p)
{
	return g_utf8_next_char(p) - p;
}

static guint list_of(const char *c)
{
	guint h = 0;

	for (gsize i = 0; i < char_len(c); i++)
		h = h * 31u + (guint8)c[i];
	return h % LISTS;
}

static const char *last_char(const char *text, gsize len)
{
	return g_utf8_find_prev_char(text, text + len);
}

static const entry *find(const char *text, gsize len)
{
	for (guint i = beginning[list_of(text)]; i; i = g_array_index(entries, entry, i - 1).next) {
		const entry *e = &g_array_index(entries, entry, i - 1);

		if (e->len == len && !memcmp(e->text, text, len))
			return e;
	}
	return NULL;
}

static void add(const char *text, gsize len, ys_word_sort sort)
{
	guint *first = &beginning[list_of(text)], *last = &ending[list_of(last_char(text, len))];
	entry e = { text, len, sort, *first, *last };

	if (find(text, len))
		return;
	g_array_append_val(entries, e);
	*first = *last = entries->len;
}

static void add_all(const char *const *words, ys_word_sort sort)
{
	for (gsize i = 0; words[i]; i++)
		add(words[i], strlen(words[i]), sort);
}

static void add_known(const char *word, gsize len, void *data)
{
	(void)data;
	add(word, len, YS_WORD_PLAIN);
}

static void load(void)
{
	static gsize loaded;

	if (!g_once_init_enter(&loaded))
		return;
	entries = g_array_new(FALSE, FALSE, sizeof(entry));
	add_all(words_generic, YS_WORD_GENERIC);
	add_all(words_weak, YS_WORD_WEAK);
	add_all(words_plain, YS_WORD_PLAIN);
	ys_synonyms_each_word(add_known, NULL);
	g_once_init_leave(&loaded, 1);
}

/* ---- words ---- */

ys_word_sort ys_lexicon_sort(const char *run, gsize len)
{
	const entry *e;

	load();
	e = len ? find(run, len) : NULL;
	return e ? e->sort : YS_WORD_UNKNOWN;
}

gboolean ys_lexicon_makes(const char *run, gsize len)
{
	g_autofree gboolean *reached = g_new0(gboolean, len + 1);

	load();
	*reached = TRUE;
	for (gsize at = 0; at < len; at += char_len(run + at)) {
		if (!reached[at])
			continue;
		for (guint i = beginning[list_of(run + at)]; i; i = g_array_index(entries, entry, i - 1).next) {
			const entry *e = &g_array_index(entries, entry, i - 1);

			if (e->len <= len - at && !memcmp(run + at, e->text, e->len))
				reached[at + e->len] = TRUE;
		}
	}
	return reached[len];
}

/* The length without the longest generic word at the end. */
static gsize without_tail(const char *run, gsize len)
{
	gsize shortest = len;

	for (guint i = ending[list_of(last_char(run, len))]; i; i = g_array_index(entries, entry, i - 1).next_ending) {
		const entry *e = &g_array_index(entries, entry, i - 1);

		if (e->sort == YS_WORD_GENERIC && e->len < len && !memcmp(run + len - e->len, e->text, e->len))
			shortest = MIN(shortest, len - e->len);
	}
	return shortest;
}

gsize ys_lexicon_stem(const char *run, gsize len)
{
	gsize stem = len, shorter;

	load();
	while (stem && (shorter = without_tail(run, stem)) < stem)
		stem = shorter;
	return g_utf8_strlen(run, stem) < 2 || ys_lexicon_sort(run, stem) == YS_WORD_GENERIC ? len : stem;
}

void ys_lexicon_each(ys_known_word_fn fn, void *data)
{
	load();
	for (guint i = 0; i < entries->len; i++) {
		const entry *e = &g_array_index(entries, entry, i);

		fn(e->text, e->len, data);
	}
}

/* ---- chance meetings ---- */

static gboolean is_among(const GPtrArray *words, const entry *e)
{
	for (guint i = 0; i < words->len; i++) {
		const char *word = g_ptr_array_index(words, i);

		if (strlen(word) == e->len && !memcmp(word, e->text, e->len))
			return TRUE;
	}
	return FALSE;
}

/* What would be left outside is no word itself: 政务云租赁 is 政务云 and 租赁, though 云租赁 is a word. */
static void add_once(GPtrArray *to, const char *text, gsize len)
{
	char *copy = g_strndup(text, len);

	if (find(text, len) || g_ptr_array_find_with_equal_func(to, copy, g_str_equal, NULL))
		g_free(copy);
	else
		g_ptr_array_add(to, copy);
}

/* Words that end in the first n bytes of the run and begin before it. */
static void add_before(const char *run, gsize n, const GPtrArray *meant, GPtrArray *before)
{
	for (guint i = ending[list_of(last_char(run, n))]; i; i = g_array_index(entries, entry, i - 1).next_ending) {
		const entry *e = &g_array_index(entries, entry, i - 1);

		if (e->len > n && !memcmp(e->text + e->len - n, run, n) && !is_among(meant, e))
			add_once(before, e->text, e->len - n);
	}
}

/* Words that begin with the end of the run, from byte at on, and go on behind it. */
static void add_behind(const char *run, gsize len, gsize at, const GPtrArray *meant, GPtrArray *behind)
{
	const gsize n = len - at;

	for (guint i = beginning[list_of(run + at)]; i; i = g_array_index(entries, entry, i - 1).next) {
		const entry *e = &g_array_index(entries, entry, i - 1);

		if (e->len > n && !memcmp(e->text, run + at, n) && !is_among(meant, e))
			add_once(behind, e->text + n, e->len - n);
	}
}

static gboolean is_short_han(const char *run)
{
	guint n = 0;

	for (const char *p = run; *p; p = g_utf8_next_char(p), n++)
		if (ys_char_class_of(g_utf8_get_char(p)) != YS_CHAR_HAN)
			return FALSE;
	return n >= 2 && n <= CHANCE_MAX;
}

void ys_lexicon_borders(const char *run, GPtrArray *before, GPtrArray *behind)
{
	const gsize len = strlen(run);
	g_autoptr(GPtrArray) meant = NULL;

	if (!is_short_han(run))
		return;
	load();
	meant = g_ptr_array_new_with_free_func(g_free);
	ys_synonyms_of(run, meant);
	ys_related_of(run, meant);
	for (gsize at = char_len(run); at < len; at += char_len(run + at)) {
		add_before(run, at, meant, before);
		add_behind(run, len, at, meant, behind);
	}
}

gboolean ys_lexicon_is_chance(const char *hay, gsize hay_len, gsize at, gsize run_len, const GPtrArray *before,
			      const GPtrArray *behind)
{
	const gsize end = at + run_len;

	for (guint i = 0; i < before->len; i++) {
		const char *word = g_ptr_array_index(before, i);
		const gsize n = strlen(word);

		if (n <= at && !memcmp(hay + at - n, word, n))
			return TRUE;
	}
	for (guint i = 0; i < behind->len; i++) {
		const char *word = g_ptr_array_index(behind, i);
		const gsize n = strlen(word);

		if (n <= hay_len - end && !memcmp(hay + end, word, n))
			return TRUE;
	}
	return FALSE;
}
