#include "src/text/segment.h"

#include <unistr.h>

#include "src/text/fold.h"

/* A character of folded text, as segmentation sees it. */
typedef struct {
	gsize at, len;
	ys_char_class class;
} unit;

/* A run of one class: [from, to); last is where its last character begins. */
typedef struct {
	gsize from, to, last;
	ys_char_class class;
} run;

static unit unit_at(const char *folded, gsize len, gsize at)
{
	guint8 c = (guint8)folded[at];
	ucs4_t code;
	int n;

	/* The point stands only inside numbers here, and is part of the word. */
	if (c < 0x80)
		return (unit){ at, 1, c == '.' || g_ascii_isalnum(c) ? YS_CHAR_WORD : YS_CHAR_SEPARATOR };
	n = u8_mbtouc(&code, (const guint8 *)folded + at, len - at);
	return (unit){ at, n, ys_char_class_of(code) };
}

/* The first run at or after byte at; FALSE if there is none. */
static gboolean next_run(const char *folded, gsize len, gsize at, run *r)
{
	for (*r = (run){ 0 }; at < len;) {
		unit u = unit_at(folded, len, at);

		if (r->to && u.class != r->class)
			break;
		at = u.at + u.len;
		if (u.class != YS_CHAR_WORD && u.class != YS_CHAR_HAN)
			continue;
		if (!r->to)
			r->from = u.at;
		r->to = at;
		r->last = u.at;
		r->class = u.class;
	}
	return r->to != 0;
}

/* Words share a length limit with their prefix; cut at a character. */
static gsize word_term_len(const char *word, gsize len)
{
	if (len <= YS_WORD_MAX)
		return len;
	len = YS_WORD_MAX;
	while (len && ((guint8)word[len] & 0xC0) == 0x80)
		len--;
	return len;
}

/* A word as long as what is left of a longer one stands for both. */
static gboolean word_is_its_term(gsize len)
{
	return len <= YS_WORD_MAX - 4;
}

static gsize char_len(const char *folded, gsize len, gsize at)
{
	return unit_at(folded, len, at).len;
}

void ys_segment(const char *folded, gsize len, ys_term_fn fn, void *data)
{
	run r;

	for (gsize at = 0; next_run(folded, len, at, &r); at = r.to) {
		if (r.class == YS_CHAR_WORD) {
			fn(folded + r.from, word_term_len(folded + r.from, r.to - r.from), data);
			continue;
		}
		for (gsize i = r.from, n = char_len(folded, len, i); i < r.last;) {
			gsize next = i + n, next_n = char_len(folded, len, next);

			fn(folded + i, n + next_n, data);
			i = next;
			n = next_n;
		}
		fn(folded + r.last, r.to - r.last, data);
	}
}

/* The run's last character is a term of its own where the query says what follows:
 * then the run ends in the document too.  At the end of the query it may go on. */
static guint query_han(const char *folded, gsize len, const run *r, ys_query_term_fn fn, void *data)
{
	gboolean final = r->to == len;
	guint terms = 0;

	for (gsize i = r->from, n = char_len(folded, len, i); i < r->last; terms++) {
		gsize next = i + n, next_n = char_len(folded, len, next);

		fn(folded + i, n + next_n, YS_TERM_WHOLE, data);
		i = next;
		n = next_n;
	}
	if (final && terms)
		return terms;
	fn(folded + r->last, r->to - r->last, final ? YS_TERM_PREFIX : YS_TERM_WHOLE, data);
	return terms + 1;
}

gboolean ys_segment_query(const char *folded, gsize len, ys_query_term_fn fn, void *data)
{
	gboolean enough = TRUE;
	guint terms = 0;
	run r;

	for (gsize at = 0; next_run(folded, len, at, &r); at = r.to) {
		gsize n = r.to - r.from;

		if (r.class == YS_CHAR_HAN) {
			terms += query_han(folded, len, &r, fn, data);
			continue;
		}
		fn(folded + r.from, word_term_len(folded + r.from, n), YS_TERM_WHOLE, data);
		enough = enough && word_is_its_term(n);
		terms++;
	}
	return enough && terms <= 1;
}
