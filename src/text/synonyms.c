#include "src/text/synonyms.h"

#include <string.h>

#include "src/text/fold.h"
#include "src/text/match.h"
#include "src/text/related_table.h"
#include "src/text/synonyms_table.h"

/* A word of a table, folded. */
typedef struct {
	const char *text;
	gsize len;
	guint group;            /* number of its row */
	gboolean typed;         /* it finds the others of its group */
	gboolean looked_for;    /* it is found by them */
	guint next;             /* in the list of those typed that begin alike: number + 1, 0 at the end */
} known_word;

typedef struct {
	GArray *words;          /* of known_word, group by group */
	guint lists[1024];      /* by the first character: number + 1 */
} thesaurus;

static thesaurus same, kinds;

static guint list_of(const char *s)
{
	const guint8 *p = (const guint8 *)s;
	guint h = p[0];

	/* two bytes of a character tell little */
	for (guint i = 1; i < 3 && p[0] >= 0x80 && p[i]; i++)
		h = h * 31u + p[i];
	return h % G_N_ELEMENTS(same.lists);
}

/* Nearly all words stand in the tables as they fold; a test watches the others. */
static gboolean is_folded(const char *word, gsize len)
{
	for (gsize i = 0; i < len; i++)
		if ((guint8)word[i] < 0x80 && !g_ascii_islower(word[i]) && !g_ascii_isdigit(word[i]))
			return FALSE;
	return TRUE;
}

static void load_word(thesaurus *t, const char *word, gsize len, guint group, gboolean typed, gboolean looked_for)
{
	known_word known = { word, len, group, typed, looked_for, 0 };

	if (!is_folded(known.text, known.len)) {
		GString *folded = g_string_new(NULL);

		ys_fold_append(folded, known.text, known.len);
		known.len = folded->len;
		known.text = g_string_free(folded, FALSE);
	}
	if (typed) {
		guint *list = &t->lists[list_of(known.text)];

		known.next = *list;
		*list = t->words->len + 1;
	}
	g_array_append_val(t->words, known);
}

/* Words separated by blanks; one behind < is only typed. */
static void load_words(thesaurus *t, const char *p, guint group, gboolean typed, gboolean looked_for)
{
	while (*p) {
		gsize len = strcspn(p, " "), mark = *p == '<';

		load_word(t, p + mark, len - mark, group, typed, looked_for && !mark);
		p += len + (p[len] == ' ');
	}
}

/* Once, on first use: a short search should not wait for more than it needs. */
static const thesaurus *same_words(void)
{
	static gsize loaded;

	if (g_once_init_enter(&loaded)) {
		same.words = g_array_new(FALSE, FALSE, sizeof(known_word));
		for (gsize i = 0; i < synonyms_table_count; i++)
			load_words(&same, synonyms_table[i].field[0], i, TRUE, TRUE);
		g_once_init_leave(&loaded, 1);
	}
	return &same;
}

static const thesaurus *related_words(void)
{
	static gsize loaded;

	if (g_once_init_enter(&loaded)) {
		kinds.words = g_array_new(FALSE, FALSE, sizeof(known_word));
		for (gsize i = 0; i < related_table_count; i++) {
			load_words(&kinds, related_table[i].field[0], i, TRUE, FALSE);
			load_words(&kinds, related_table[i].field[1], i, FALSE, TRUE);
		}
		g_once_init_leave(&loaded, 1);
	}
	return &kinds;
}

/* What has the typed run in it is found with that. */
static void add(GPtrArray *others, const char *typed, char *other)
{
	gboolean known = others->len >= YS_SYNONYMS_MAX ||
			 ys_match_find(other, strlen(other), typed, strlen(typed), 0) >= 0;

	for (guint i = 0; i < others->len && !known; i++)
		known = !strcmp(g_ptr_array_index(others, i), other);
	if (known)
		g_free(other);
	else
		g_ptr_array_add(others, other);
}

static gboolean ends_in_word(const char *run, const char *end)
{
	return end > run && ys_char_class_of(g_utf8_get_char(g_utf8_prev_char(end))) == YS_CHAR_WORD;
}

static gboolean begins_with_word(const char *s)
{
	return ys_char_class_of(g_utf8_get_char(s)) == YS_CHAR_WORD;
}

/* Two words that meet are kept apart, as folding keeps them. */
static void replace(const thesaurus *t, const char *run, const char *at, const known_word *known, GPtrArray *others)
{
	const char *behind = at + known->len;
	guint i = known - (const known_word *)(void *)t->words->data;

	while (i > 0 && g_array_index(t->words, known_word, i - 1).group == known->group)
		i--;
	for (; i < t->words->len && g_array_index(t->words, known_word, i).group == known->group; i++) {
		const known_word *word = &g_array_index(t->words, known_word, i);
		gboolean before = ends_in_word(run, at) && begins_with_word(word->text);
		gboolean after = ends_in_word(word->text, word->text + word->len) && begins_with_word(behind);

		if (word->looked_for)
			add(others, run, g_strdup_printf("%.*s%s%.*s%s%s", (int)(at - run), run, before ? " " : "",
							 (int)word->len, word->text, after ? " " : "", behind));
	}
}

/* A known word may stand anywhere in a Han run, but it does not cut a Latin word or number. */
static gboolean stands_alone(const char *run, const char *at, gsize len)
{
	return ys_match_find(run, strlen(run), at, len, at - run) == at - run;
}

/* The longest known word at p: of 电子政务外网 and 政务外网 the longer is meant.  NULL if there is
 * none. */
static const known_word *known_at(const thesaurus *t, const char *run, const char *p)
{
	const known_word *best = NULL;

	for (guint i = t->lists[list_of(p)]; i;) {
		const known_word *word = &g_array_index(t->words, known_word, i - 1);

		if ((!best || word->len > best->len) && !strncmp(p, word->text, word->len) &&
		    stands_alone(run, p, word->len))
			best = word;
		i = word->next;
	}
	return best;
}

/* What begins inside a known word and ends there is a part of it and not meant by itself. */
static void look_up(const thesaurus *t, const char *folded, GPtrArray *others)
{
	const char *meant = folded;

	for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
		const known_word *known = known_at(t, folded, p);

		if (!known || p + known->len <= meant)
			continue;
		replace(t, folded, p, known, others);
		meant = p + known->len;
	}
}

void ys_synonyms_of(const char *folded, GPtrArray *others)
{
	look_up(same_words(), folded, others);
}

void ys_related_of(const char *folded, GPtrArray *others)
{
	look_up(related_words(), folded, others);
}

static void each_word(const thesaurus *t, ys_known_word_fn fn, void *data)
{
	for (guint i = 0; i < t->words->len; i++) {
		const known_word *word = &g_array_index(t->words, known_word, i);

		fn(word->text, word->len, data);
	}
}

void ys_synonyms_each_word(ys_known_word_fn fn, void *data)
{
	each_word(same_words(), fn, data);
	each_word(related_words(), fn, data);
}
