/* All here works on folded text.  A run is found where its bytes stand and neither of its ends cuts a
 * word or number; where letters or digits are concerned the byte search goes on to the next place.  A
 * snippet is the passage of a given width that has the most of what was found, with edges moved to
 * where sentences, clauses or at least words end, and is cut into pieces of the original text by the
 * way back that folding keeps. */
#include "src/text/match.h"

#include <string.h>
#include <unistr.h>

static gboolean is_tail(const char *s)
{
	return ((guint8)*s & 0xC0) == 0x80;
}

/* In folded text a point stands only inside numbers: it is part of the word. */
static gboolean is_word(const char *s, gsize len, gsize at)
{
	ucs4_t code;

	if ((guint8)s[at] < 0x80)
		return s[at] == '.' || g_ascii_isalnum(s[at]);
	u8_mbtouc(&code, (const guint8 *)s + at, len - at);
	return ys_char_class_of(code) == YS_CHAR_WORD;
}

static gsize char_before(const char *s, gsize at)
{
	while (at > 0 && is_tail(s + --at))
		;
	return at;
}

/* Whether a word of s goes on from the character before at to the one at at. */
static gboolean inside_word(const char *s, gsize len, gsize at)
{
	return at > 0 && at < len && is_word(s, len, at) && is_word(s, len, char_before(s, at));
}

static gboolean cuts_no_word(const char *hay, gsize hay_len, gsize at, gsize n)
{
	return !inside_word(hay, hay_len, at) && !inside_word(hay, hay_len, at + n);
}

/* Knuth, Morris and Pratt: every occurrence, also overlapping ones, in one pass.  Calling
 * memmem() again after each would read the needle each time: quadratic in a long
 * text of one letter. */
typedef struct {
	const char *hay, *needle;
	gsize hay_len, n;
	gsize at;               /* next byte of hay to read */
	gsize matched;          /* bytes of needle that end there */
	gsize *border;          /* for each prefix of needle: its longest border */
} scan;

static void scan_init(scan *s, const char *hay, gsize hay_len, const char *needle, gsize n, gsize from)
{
	*s = (scan){ .hay = hay, .needle = needle, .hay_len = hay_len, .n = n, .at = from };
	s->border = g_new(gsize, n + 1);
	s->border[0] = s->border[1] = 0;
	for (gsize i = 1, k = 0; i < n; i++) {
		while (k && needle[i] != needle[k])
			k = s->border[k];
		if (needle[i] == needle[k])
			k++;
		s->border[i + 1] = k;
	}
}

static gssize scan_next(scan *s)
{
	while (s->at < s->hay_len) {
		char c = s->hay[s->at++];

		while (s->matched && s->needle[s->matched] != c)
			s->matched = s->border[s->matched];
		if (s->needle[s->matched] == c)
			s->matched++;
		if (s->matched == s->n) {
			gsize hit = s->at - s->n;

			s->matched = s->border[s->n];
			if (cuts_no_word(s->hay, s->hay_len, hit, s->n))
				return hit;
		}
	}
	return -1;
}

static void scan_clear(scan *s)
{
	g_free(s->border);
}

/* The first place where the bytes of needle stand, whatever is around them. */
static gssize find_bytes(const char *hay, gsize hay_len, const char *needle, gsize n, gsize from)
{
	const char *hit = NULL;

	if (n && from <= hay_len)
		hit = memmem(hay + from, hay_len - from, needle, n);
	return hit ? hit - hay : -1;
}

gssize ys_match_find(const char *hay, gsize hay_len, const char *needle, gsize needle_len, gsize from)
{
	gssize hit = find_bytes(hay, hay_len, needle, needle_len, from);
	scan s;

	if (hit < 0 || cuts_no_word(hay, hay_len, hit, needle_len))
		return hit;
	scan_init(&s, hay, hay_len, needle, needle_len, hit + 1);
	hit = scan_next(&s);
	scan_clear(&s);
	return hit;
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	const ys_range *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

static void sort_and_merge(GArray *ranges)
{
	guint n = 0;

	g_array_sort(ranges, by_start);
	for (guint i = 0; i < ranges->len; i++) {
		ys_range next = g_array_index(ranges, ys_range, i);
		ys_range *last = n ? &g_array_index(ranges, ys_range, n - 1) : NULL;

		if (last && next.start <= last->end)
			last->end = MAX(last->end, next.end);
		else
			g_array_index(ranges, ys_range, n++) = next;
	}
	g_array_set_size(ranges, n);
}

static void add_matches(GArray *ranges, const ys_folded *folded, const char *needle)
{
	gsize n = strlen(needle);
	gssize hit = find_bytes(folded->text, folded->len, needle, n, 0);
	scan s;

	if (hit < 0)
		return;
	scan_init(&s, folded->text, folded->len, needle, n, hit);
	while ((hit = scan_next(&s)) >= 0) {
		ys_range r = { folded->start[hit], folded->end[hit + n - 1] };

		g_array_append_val(ranges, r);
	}
	scan_clear(&s);
}

GArray *ys_match_ranges(const ys_folded *folded, const char *const *needles)
{
	GArray *ranges = g_array_new(FALSE, FALSE, sizeof(ys_range));

	for (gsize i = 0; needles[i]; i++)
		add_matches(ranges, folded, needles[i]);
	sort_and_merge(ranges);
	return ranges;
}

/* The text of a snippet and what of it is chosen: bytes [begin, end). */
typedef struct {
	const char *text;
	gsize len;
	GArray *ranges;         /* whole characters, sorted, apart from each other */
	gsize begin, end;
} passage;

/* At most n characters on or back from byte at. */
static gsize forward(const passage *p, gsize at, gsize n)
{
	for (; n && at < p->len; n--)
		do
			at++;
		while (at < p->len && is_tail(p->text + at));
	return at;
}

static gsize back(const passage *p, gsize at, gsize n)
{
	for (; n && at > 0; n--)
		at = char_before(p->text, at);
	return at;
}

static gsize count_chars(const passage *p, gsize from, gsize to)
{
	gsize n = 0;

	for (; from < to; from++)
		n += !is_tail(p->text + from);
	return n;
}

static gunichar char_at(const passage *p, gsize at)
{
	ucs4_t c = 0;

	if (at < p->len)
		u8_mbtouc(&c, (const guint8 *)p->text + at, p->len - at);
	return c;
}

static gboolean is_one_of(gunichar c, const char *set)
{
	return c && g_utf8_strchr(set, -1, c);
}

static gboolean is_blank(gunichar c)
{
	return is_one_of(c, " \t\n\v\f\r\u00A0\u3000");
}

/* How well a passage begins or ends at a character: 2 after a sentence, 1 after a
 * clause, 0 in the middle. */
static guint joint(const passage *p, gsize at)
{
	gsize before = char_before(p->text, at);
	gunichar c = char_at(p, before), next = char_at(p, at);

	if (at == 0 || at == p->len)
		return 2;
	if (is_one_of(next, "。！？；，、：!?;,:”’」』）)》】〕"))
		return 0;
	if (is_one_of(c, ",，") && g_unichar_isdigit(next))
		return 0;
	if (is_one_of(c, "”’」』") && before)
		c = char_at(p, char_before(p->text, before));
	else if (is_one_of(c, "，、：,:"))
		return 1;
	return is_one_of(c, "。！？；!?;\n\t") ? 2 : 0;
}

/* 1,156.36 cut to 56.36 would be another amount: a cut goes between words and numbers. */
static gboolean cuts_word(const passage *p, gsize at)
{
	gsize before = at ? char_before(p->text, at) : 0;
	gunichar c = char_at(p, before), next = char_at(p, at);

	if (at == 0 || at >= p->len)
		return FALSE;
	if (is_one_of(c, ".,，") || is_one_of(next, ".,，"))
		return g_unichar_isdigit(c) || g_unichar_isdigit(next);
	return inside_word(p->text, p->len, at);
}

/* The best place in [low, high] for an edge of the passage, near to ideal; step leads
 * away from the match, to where a word may be finished. */
static gsize edge_near(const passage *p, gsize low, gsize high, gsize ideal, gint step)
{
	gsize best = ideal, cost = G_MAXSIZE, slack = count_chars(p, low, high);
	gsize distance = count_chars(p, low, ideal);

	for (gsize at = low, i = 0; at <= high; at = forward(p, at, 1), i++) {
		gsize away = i > distance ? i - distance : distance - i;
		guint how = joint(p, at);

		if (how && away + (how == 1 ? slack / 2 : 0) < cost) {
			best = at;
			cost = away + (how == 1 ? slack / 2 : 0);
		}
		if (at == p->len)
			break;
	}
	/* No word is longer than this but by malice. */
	for (guint i = 0; i < 64 && cuts_word(p, best); i++)
		best = step < 0 ? back(p, best, 1) : forward(p, best, 1);
	return best;
}

/* The ranges that make the richest passage of width characters: first to last. */
static void richest(const passage *p, guint width, ys_range *core)
{
	const ys_range *r = (const ys_range *)(void *)p->ranges->data;
	guint best = 0;

	/* chars: from the beginning of range i to the end of range j */
	for (gsize i = 0, j = 0, chars = 0; i < p->ranges->len; i++) {
		if (j == i) {
			chars = count_chars(p, r[i].start, r[i].end);
			j = i + 1;
		}
		while (j < p->ranges->len) {
			gsize more = count_chars(p, r[j - 1].end, r[j].end);

			if (chars + more > width)
				break;
			chars += more;
			j++;
		}
		if (j - i > best) {
			best = j - i;
			*core = (ys_range){ r[i].start, r[j - 1].end };
		}
		if (j > i + 1)
			chars -= count_chars(p, r[i].start, r[i + 1].start);
	}
}

/* A match is shown whole or not at all. */
static void widen_to_matches(passage *p)
{
	for (guint i = 0; i < p->ranges->len; i++) {
		const ys_range *r = &g_array_index(p->ranges, ys_range, i);

		if (r->start < p->begin && p->begin < r->end)
			p->begin = r->start;
		if (r->start < p->end && p->end < r->end)
			p->end = r->end;
	}
}

static void choose(passage *p, guint width)
{
	gsize slack = width / 6, used, before, edge;
	ys_range core = { 0, 0 };

	richest(p, width, &core);
	used = count_chars(p, core.start, core.end);
	/* A third of what is left goes before the match, more at the end of the text. */
	before = used < width ? (width - used) / 3 : 0;
	edge = forward(p, core.end, width - MIN(used, width));
	if (edge == p->len)
		before = MAX(before, width - MIN(width, used + count_chars(p, core.end, p->len)));
	edge = back(p, core.start, before);
	p->begin = edge_near(p, back(p, edge, slack), MIN(core.start, forward(p, edge, slack)), edge, -1);
	used = count_chars(p, p->begin, core.end);
	edge = forward(p, core.end, width - MIN(used, width));
	p->end = edge_near(p, MAX(core.end, back(p, edge, slack)), forward(p, edge, slack), edge, 1);
	while (p->begin < core.start && is_blank(char_at(p, p->begin)))
		p->begin = forward(p, p->begin, 1);
	while (p->end > core.end && p->end > p->begin && is_blank(char_at(p, back(p, p->end, 1))))
		p->end = back(p, p->end, 1);
	widen_to_matches(p);
}

static void piece_free(gpointer data)
{
	ys_piece *piece = data;

	g_free(piece->text);
	g_free(piece);
}

static void add_piece(GPtrArray *pieces, const char *text, gsize n, gboolean hit)
{
	ys_piece *piece;

	if (!n)
		return;
	piece = g_new(ys_piece, 1);
	piece->text = g_strndup(text, n);
	piece->hit = hit;
	g_strdelimit(piece->text, "\t\n\v\f\r", ' ');
	g_ptr_array_add(pieces, piece);
}

static gboolean all_blank(const passage *p, gsize from, gsize to)
{
	while (from < to && is_blank(char_at(p, from)))
		from = forward(p, from, 1);
	return from >= to;
}

static GPtrArray *cut(const passage *p)
{
	GPtrArray *pieces = g_ptr_array_new_with_free_func(piece_free);
	gsize at = p->begin;

	if (!all_blank(p, 0, p->begin))
		add_piece(pieces, "…", strlen("…"), FALSE);
	for (guint i = 0; i < p->ranges->len; i++) {
		const ys_range *r = &g_array_index(p->ranges, ys_range, i);

		if (r->start < at || r->end > p->end)
			continue;
		add_piece(pieces, p->text + at, r->start - at, FALSE);
		add_piece(pieces, p->text + r->start, r->end - r->start, TRUE);
		at = r->end;
	}
	add_piece(pieces, p->text + at, p->end - at, FALSE);
	if (!all_blank(p, p->end, p->len))
		add_piece(pieces, "…", strlen("…"), FALSE);
	return pieces;
}

/* Whole characters inside text only, so that no range can make a cut go wrong. */
static GArray *sound_ranges(const char *text, gsize len, const GArray *ranges)
{
	GArray *sound = g_array_new(FALSE, FALSE, sizeof(ys_range));

	for (guint i = 0; ranges && i < ranges->len; i++) {
		ys_range r = g_array_index(ranges, ys_range, i);

		r.end = MIN(r.end, len);
		if (r.start >= r.end)
			continue;
		while (r.start > 0 && is_tail(text + r.start))
			r.start--;
		while (r.end < len && is_tail(text + r.end))
			r.end++;
		g_array_append_val(sound, r);
	}
	sort_and_merge(sound);
	return sound;
}

gboolean ys_piece_is_hit_of(const ys_piece *piece, const GPtrArray *runs)
{
	g_autoptr(GString) folded = g_string_new(NULL);

	if (!piece->hit || !runs || !runs->len)
		return FALSE;
	ys_fold_append(folded, piece->text, -1);
	return g_ptr_array_find_with_equal_func((GPtrArray *)runs, folded->str, g_str_equal, NULL);
}

GPtrArray *ys_snippet_new(const char *text, const GArray *ranges, guint width)
{
	passage p = { .text = text, .len = strlen(text) };
	GPtrArray *pieces;

	p.end = p.len;
	p.ranges = sound_ranges(text, p.len, ranges);
	if (width && forward(&p, 0, width) < p.len)
		choose(&p, width);
	pieces = cut(&p);
	g_array_unref(p.ranges);
	return pieces;
}
