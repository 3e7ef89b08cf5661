/* A query is read word by word, a word from its beginning: at each place the readers are asked in their order, and
 * what none of them knows is left as text.  What stands between a reading and the text beside it, and what only says
 * that something is looked for, goes with the reading. */
#include "src/query/understand/understand.h"

#include <string.h>

#include "src/query/understand/asking_table.h"
#include "src/query/understand/scan.h"
#include "src/text/fold.h"
#include "src/word_list.h"

/* ---- plain text ---- */

/* A word with simplified characters, small letters and signs of half width, and where each byte of it was typed. */
typedef struct {
	GString *text;
	GArray *at;             /* of gsize: in the word; one more for its end */
} plain;

static gunichar half_width(gunichar c)
{
	return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

static void add_bytes(plain *out, const char *bytes, gsize n, gsize at)
{
	g_string_append_len(out->text, bytes, n);
	for (gsize i = 0; i < n; i++)
		g_array_append_val(out->at, at);
}

/* Folding leaves out what separates; the signs of numbers are among it. */
static plain plain_of(const char *word)
{
	plain out = { g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)) };
	g_autoptr(ys_folded) folded = ys_fold(word, -1);
	const gsize len = strlen(word);
	gsize k = 0;

	for (const char *p = word; *p; p = g_utf8_next_char(p)) {
		const gsize at = p - word;
		gsize n = 0;
		char sign[6];

		while (k < folded->len && (folded->start[k] < at || folded->text[k] == ' '))
			k++;
		while (k + n < folded->len && folded->start[k + n] == at && folded->text[k + n] != ' ')
			n++;
		if (n)
			add_bytes(&out, folded->text + k, n, at);
		else
			add_bytes(&out, sign, g_unichar_to_utf8(half_width(g_utf8_get_char(p)), sign), at);
		k += n;
	}
	g_array_append_val(out.at, len);
	return out;
}

static void plain_clear(plain *p)
{
	g_string_free(p->text, TRUE);
	g_array_unref(p->at);
}

/* ---- one word ---- */

typedef struct {
	const char *query;      /* the text of all of it */
	GPtrArray *readings;
	int newest;
	gboolean compares;
} reader;

/* shown: the bytes in front of here that are part of what it says; others go with it unsaid. */
static void add_reading(reader *r, const ys_scan *s, const plain *word, const char *typed, gsize len, gsize shown)
{
	const gsize *at = (const gsize *)(void *)word->at->data;
	const gsize first = at[s->p - s->start - s->before], word_first = at[s->p - s->start - shown], end = at[s->p - s->start + len];
	ys_reading *reading = g_new0(ys_reading, 1);

	reading->as = s->as;
	reading->value = s->value;
	reading->text = g_strndup(typed + word_first, end - word_first);
	reading->start = typed + first - r->query;
	reading->len = end - first;
	reading->taken = TRUE;
	g_ptr_array_add(r->readings, reading);
	r->compares |= s->as >= YS_READ_ORDER && s->as <= YS_READ_BY;
}

/* 和 between two years, or two regions, which are alternatives; the bytes it takes, 0 for nothing of the kind. */
static gsize and_behind(const ys_scan *s, ys_reading_kind as)
{
	const char *word = ys_word_at_start(s->p, asking_and);
	ys_scan next = *s;
	gsize len = 0;

	if (!word || (as != YS_READ_YEAR && as != YS_READ_REGION))
		return 0;
	next.p = next.unread = s->p + strlen(word);
	next.value = NULL;
	len = as == YS_READ_YEAR ? ys_scan_year(&next) : ys_scan_place(&next);
	if (len)
		g_free(next.value);
	return len && next.as == as ? strlen(word) : 0;
}

/* What joins a reading to the text behind it goes with the reading. */
static gsize join_behind(reader *r, const ys_scan *s, const plain *word, const char *typed)
{
	const char *joint = ys_word_at_start(s->p, asking_joint);
	ys_reading *last = r->readings->pdata[r->readings->len - 1];
	gsize len = joint ? strlen(joint) : and_behind(s, last->as);

	if (!len || last->as == YS_READ_DEPARTMENT)
		return last->as == YS_READ_DEPARTMENT ? 0 : len;
	last->len = typed + g_array_index(word->at, gsize, s->p - s->start + len) - r->query - last->start;
	return len;
}

/* And what joins the text before it, or says that things are looked for. */
static void join_before(ys_scan *s)
{
	gsize n;
	const char *word;

	while ((n = s->p - s->unread - s->before) > 0 &&
	       ((word = ys_word_at_end(s->unread, n, asking_joint)) || (word = ys_word_at_end(s->unread, n, asking_things))))
		s->before += strlen(word);
}

/* 在 belongs to the 上 that the reading begins with: 在政务云上花了多少钱. */
static void join_inside(reader *r, ys_scan *s, const plain *word, const char *typed)
{
	ys_reading *last = r->readings->len ? r->readings->pdata[r->readings->len - 1] : NULL;
	const gsize begin = typed - r->query + g_array_index(word->at, gsize, s->unread - s->start);

	if (!g_str_has_prefix(s->p, "上") || !g_str_has_prefix(s->unread, "在") || !last ||
	    last->start + last->len != begin)
		return;
	last->len += strlen("在");
	s->unread += strlen("在");
}

static gsize read_here(ys_scan *s)
{
	static gsize (*const readers[])(ys_scan *) = { ys_scan_year, ys_scan_amount, ys_scan_by, ys_scan_question,
						       ys_scan_change, ys_scan_order, ys_scan_kind, ys_scan_place };

	s->before = 0;
	for (gsize i = 0; i < G_N_ELEMENTS(readers); i++) {
		gsize len = readers[i](s);

		if (len)
			return len;
	}
	return 0;
}

/* One Chinese character that is left over tells that a name was cut. */
static gboolean is_remnant(const char *from, const char *to)
{
	return to > from && g_utf8_next_char(from) == to && ys_char_class_of(g_utf8_get_char(from)) == YS_CHAR_HAN;
}

static void add_things(reader *r, ys_scan *s, const plain *word, const char *typed)
{
	const char *last = ys_word_at_end(s->unread, strlen(s->unread), asking_things);

	/* the largest 支出 */
	if (!last && r->compares && s->unread > s->start) {
		last = ys_word_at_start(s->unread, asking_spending_alone);
		last = last && !s->unread[strlen(last)] ? last : NULL;
	}
	if (!last)
		return;
	s->p += strlen(s->p) - strlen(last);
	s->as = YS_READ_QUESTION;
	s->value = NULL;
	s->before = 0;
	add_reading(r, s, word, typed, strlen(last), 0);
	s->p += strlen(last);
}

/* typed: the word, in the query's text. */
static void read_word(reader *r, const char *typed, const char *text)
{
	plain word = plain_of(text);
	ys_scan s = { .p = word.text->str, .start = word.text->str, .unread = word.text->str, .newest = r->newest };
	const guint known = r->readings->len;
	gboolean cut = FALSE;

	/* what is a name of a body to its end is no more than that */
	while (*s.p && !(ys_scan_at_border(&s) && ys_scan_names_body(s.p))) {
		gsize len, shown;

		s.compares = r->compares;
		len = read_here(&s);
		if (!len) {
			s.p = g_utf8_next_char(s.p);
			continue;
		}
		shown = s.before;
		join_before(&s);
		join_inside(r, &s, &word, typed);
		cut |= is_remnant(s.unread, s.p - s.before);
		add_reading(r, &s, &word, typed, len, shown);
		s.p += len;
		s.p += join_behind(r, &s, &word, typed);
		s.unread = s.p;
	}
	cut |= r->readings->len > known && is_remnant(s.unread, s.unread + strlen(s.unread));
	s.p = s.unread;
	if (cut)
		g_ptr_array_set_size(r->readings, known);
	else
		add_things(r, &s, &word, typed);
	plain_clear(&word);
}

static void read_words(reader *r, const ys_node *node)
{
	const char *at = node->kind == YS_NODE_WORD ? g_utf8_offset_to_pointer(r->query, node->at - 1) : NULL;

	/* words whose characters were typed apart stand nowhere as one */
	if (at && !node->word->quoted && g_str_has_prefix(at, node->word->text))
		read_word(r, at, node->word->text);
	for (guint i = 0; i < node->children->len; i++)
		read_words(r, g_ptr_array_index(node->children, i));
}

/* 没有 and 增加 compare departments only where these are asked for, or the most is. */
static void drop_idle(GPtrArray *readings)
{
	gboolean by = FALSE;

	for (guint i = 0; i < readings->len; i++)
		by |= ((const ys_reading *)g_ptr_array_index(readings, i))->as == YS_READ_BY;
	for (guint i = readings->len; i-- > 0 && !by;) {
		const ys_reading *reading = g_ptr_array_index(readings, i);

		if (reading->as == YS_READ_NONE ||
		    (reading->as == YS_READ_CHANGE && !g_str_has_prefix(reading->value, "most")))
			g_ptr_array_remove_index(readings, i);
	}
}

GPtrArray *ys_understand(const char *text, const ys_node *tree, int newest)
{
	GPtrArray *readings = g_ptr_array_new_with_free_func((GDestroyNotify)ys_reading_free);
	reader r = { text, readings, newest, FALSE };
	guint questions = 0;

	if (!tree)
		return readings;
	read_words(&r, tree);
	drop_idle(readings);
	for (guint i = 0; i < readings->len; i++)
		questions += ((const ys_reading *)g_ptr_array_index(readings, i))->as == YS_READ_QUESTION &&
			     ys_word_at_start(((const ys_reading *)g_ptr_array_index(readings, i))->text, asking_things);
	/* 项目 says nothing only beside what does */
	if (questions == readings->len)
		g_ptr_array_set_size(readings, 0);
	return readings;
}
