/* Two loops over one table.  copy_plain() takes characters that fold to themselves or to one other and
 * need no look at their neighbours, which is most of any text.  Whatever else comes, a mark, a
 * separator, a digit behind a comma, is pending, and take() goes on one character at a time until
 * nothing is: only the next character tells whether a gap vanishes, separates or belongs to a number. */
#include "src/text/fold.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "src/text/fold_table.h"

/* What stands between the last character kept and the next one, as far as it
 * matters, and what else is unfinished.  Nothing pending: the fast path. */
enum {
	GAP_IGNORED     = 1,
	GAP_BLANK       = 2,            /* blanks and quotation marks */
	GAP_SEPARATOR   = 4,
	GAP_POINT       = 8,            /* exactly one '.' and nothing else */
	GAP_COMMA       = 16,           /* exactly one ',' and nothing else */
	GAP_SEEN        = GAP_BLANK | GAP_SEPARATOR | GAP_POINT | GAP_COMMA,
	GAP_ANY         = GAP_SEEN | GAP_IGNORED,
	MARKS           = 32,           /* marks since cluster: not yet composed */
	GROUP           = 64            /* only digits since comma: a group of thousands? */
};

/* More than one kept character and a ' ' before it can need. */
#define SLACK 16
G_STATIC_ASSERT(YS_FOLD_ROOM > SLACK);

typedef struct {
	GString *out;
	gsize base;                     /* where this folding begins in out */
	char *text;                     /* out->str + base; offsets below count from here */
	gsize len, cap;                 /* cap - len > left always, see reserve() */
	guint32 *start, *end;           /* NULL without a map */
	gsize left;                     /* bytes of the original not yet looked at */
	guint pending;
	ys_char_class last;             /* of the last character kept */
	guint32 gap_start, gap_end;
	gsize cluster;                  /* the last character kept that starts a cluster */
	gsize comma;                    /* the ' ' written for the comma, while GROUP */
} folder;

static inline guint rule_of(guint32 c)
{
	guint block = fold_stage1[c >> FOLD_BLOCK_BITS];

	return fold_stage2[(block << FOLD_BLOCK_BITS) | (c & ((1u << FOLD_BLOCK_BITS) - 1))];
}

ys_char_class ys_char_class_of(gunichar c)
{
	guint rule = c <= 0x10FFFF ? rule_of(c) : YS_CHAR_SEPARATOR;

	if (rule >= FOLD_SELF)
		rule = fold_pool[rule - FOLD_SELF] >> FOLD_WHAT_SHIFT;
	return (ys_char_class)(rule & 7);
}

gboolean ys_folds_to_itself(gunichar c)
{
	guint rule = c <= 0x10FFFF ? rule_of(c) : YS_CHAR_SEPARATOR;

	return rule == YS_CHAR_WORD || rule == YS_CHAR_HAN;
}

static inline gboolean is_tail(guint8 byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Strict UTF-8: the length of the character at p, or 0 where there is none. */
static inline guint decode(const guint8 *p, gsize left, guint32 *c)
{
	guint32 lead = p[0];

	if (lead < 0x80) {
		*c = lead;
		return 1;
	}
	if (lead >= 0xE0 && lead < 0xF0) {
		if (left < 3 || !is_tail(p[1]) || !is_tail(p[2]))
			return 0;
		*c = (lead & 0x0F) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
		return *c >= 0x800 && (*c < 0xD800 || *c > 0xDFFF) ? 3 : 0;
	}
	if (lead >= 0xC2 && lead < 0xE0) {
		if (left < 2 || !is_tail(p[1]))
			return 0;
		*c = (lead & 0x1F) << 6 | (p[1] & 0x3Fu);
		return 2;
	}
	if (lead >= 0xF0 && lead < 0xF5) {
		if (left < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3]))
			return 0;
		*c = (lead & 0x07) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
		return *c >= 0x10000 && *c <= 0x10FFFF ? 4 : 0;
	}
	return 0;
}

/* Every byte not yet looked at can be copied as it is without asking for room again. */
static void reserve(folder *f, gsize extra)
{
	gsize need = f->left + extra + SLACK;

	if (f->cap - f->len >= need)
		return;
	g_string_set_size(f->out, f->base + f->len + need);
	f->text = f->out->str + f->base;
	f->cap = f->out->allocated_len - 1 - f->base;
	if (f->start) {
		f->start = g_renew(guint32, f->start, f->cap);
		f->end = g_renew(guint32, f->end, f->cap);
	}
}

static inline void set_map(folder *f, gsize at, gsize n, guint32 from, guint32 to)
{
	for (gsize i = at; i < at + n; i++) {
		f->start[i] = from;
		f->end[i] = to;
	}
}

static void put(folder *f, guint32 c, guint32 from, guint32 to)
{
	gsize n = g_unichar_to_utf8(c, f->text + f->len);

	if (f->start)
		set_map(f, f->len, n, from, to);
	f->len += n;
}

static void gap_add(folder *f, guint what, guint32 from, guint32 to)
{
	if (!(f->pending & GAP_ANY))
		f->gap_start = from;
	f->gap_end = to;
	if ((what & (GAP_POINT | GAP_COMMA)) && (f->pending & GAP_SEEN))
		what = GAP_SEPARATOR;
	f->pending |= what;
}

/* The character that the gap leaves before a kept one, 0 for none. */
static char gap_char(const folder *f, ys_char_class next, gboolean digit)
{
	guint gap = f->pending & GAP_SEEN;

	if (!gap || !f->len)
		return 0;
	if (gap == GAP_POINT && digit && g_ascii_isdigit(f->text[f->len - 1]))
		return '.';
	if (gap != GAP_BLANK || (f->last == YS_CHAR_WORD && next == YS_CHAR_WORD))
		return ' ';
	return 0;
}

/* The digits after a comma have come to an end: take back its ' ' if they are three. */
static void end_group(folder *f)
{
	gsize after = f->comma + 1, n = f->len - after;

	f->pending &= ~GROUP;
	if (n != 3)
		return;
	memmove(f->text + f->comma, f->text + after, n);
	if (f->start) {
		memmove(f->start + f->comma, f->start + after, n * sizeof *f->start);
		memmove(f->end + f->comma, f->end + after, n * sizeof *f->end);
	}
	f->len--;
	f->cluster--;
}

/* Composition needs the marks of a character together and, as gaps vanish, can only
 * be done on what is kept: e, zero-width joiner, acute is é. */
static void compose(folder *f)
{
	guint8 room[128], *composed;
	size_t n = sizeof room;
	guint32 from = 0, to = 0;

	f->pending &= ~MARKS;
	composed = u8_normalize(UNINORM_NFC, (const guint8 *)f->text + f->cluster, f->len - f->cluster,
				room, &n);
	if (!composed)
		g_error("no memory to compose %" G_GSIZE_FORMAT " bytes", f->len - f->cluster);
	if (f->start) {
		from = f->start[f->cluster];
		to = f->end[f->len - 1];
	}
	f->len = f->cluster;
	reserve(f, n);
	memcpy(f->text + f->len, composed, n);
	if (f->start)
		set_map(f, f->len, n, from, to);
	f->len += n;
	if (composed != room)
		free(composed);
}

static void keep(folder *f, guint32 c, guint what, guint32 from, guint32 to)
{
	ys_char_class class = what & 7;
	gboolean digit = c >= '0' && c <= '9';
	char gap;

	/* A mark over a blank or a bracket belongs to the gap: words begin with letters. */
	if ((what & FOLD_MARK) && (!f->len || (f->pending & GAP_SEEN))) {
		gap_add(f, GAP_IGNORED, from, to);
		return;
	}
	if (f->pending & GROUP) {
		if (!digit || (f->pending & GAP_SEEN))
			end_group(f);
		else if (f->len - f->comma > 3)
			f->pending &= ~GROUP;
	}
	gap = gap_char(f, class, digit);
	if ((what & FOLD_JOINS) && f->len && !gap) {
		f->pending |= MARKS;
	} else {
		if (f->pending & MARKS)
			compose(f);
		reserve(f, 0);
		if (gap) {
			if ((f->pending & GAP_SEEN) == GAP_COMMA && digit &&
			    g_ascii_isdigit(f->text[f->len - 1])) {
				f->comma = f->len;
				f->pending |= GROUP;
			}
			put(f, gap, f->gap_start, f->gap_end);
		}
		f->cluster = f->len;
	}
	reserve(f, 0);
	put(f, c, from, to);
	f->last = class;
	f->pending &= ~GAP_ANY;
}

static void take(folder *f, guint32 c, guint what, guint32 from, guint32 to)
{
	switch ((ys_char_class)(what & 7)) {
	case YS_CHAR_WORD:
	case YS_CHAR_HAN:
		keep(f, c, what, from, to);
		break;
	case YS_CHAR_IGNORED:
		gap_add(f, GAP_IGNORED, from, to);
		break;
	case YS_CHAR_BLANK:
	case YS_CHAR_QUOTE:
		gap_add(f, GAP_BLANK, from, to);
		break;
	case YS_CHAR_SEPARATOR:
		gap_add(f, c == '.' ? GAP_POINT : c == ',' ? GAP_COMMA : GAP_SEPARATOR, from, to);
		break;
	}
}

/* What c folds to if that is one character, kept without a look at its neighbours, and no
 * longer than the k bytes of c; else 0.  Two-byte results are left to take(). */
static inline guint32 plain_fold(guint32 c, guint k, guint *class)
{
	guint rule = rule_of(c);

	if (rule >= FOLD_SELF) {
		guint32 folded = fold_pool[rule - FOLD_SELF];

		rule = folded >> FOLD_WHAT_SHIFT & 31;
		c = folded & 0x1FFFFF;
		if (!(folded & FOLD_LAST) || (c >= 0x80 && (c < 0x800 || c > 0xFFFF || k < 3)))
			return 0;
	}
	*class = rule;
	return rule == YS_CHAR_HAN || rule == YS_CHAR_WORD ? c : 0;
}

/* Fold the characters from s + i on that need nothing but themselves, which is most of
 * any text, while nothing is pending; return where that ends.  Locals only: a store
 * through a char pointer would make the compiler fetch the folder's fields anew. */
static inline __attribute__((always_inline)) gsize copy_plain(folder *f, const guint8 *s, gsize i, gsize n,
							      gboolean mapped)
{
	char *text = f->text;
	gsize len = f->len, cluster = f->cluster;
	guint last = f->last;

	while (i < n) {
		guint32 c, folded;
		guint k = decode(s + i, n - i, &c), class;

		folded = k ? plain_fold(c, k, &class) : 0;
		if (!folded)
			break;
		last = class;
		cluster = len;
		if (folded == c) {
			for (guint j = 0; j < k; j++)
				text[len++] = (char)s[i + j];
		} else if (folded < 0x80) {
			text[len++] = (char)folded;
		} else {
			text[len++] = (char)(0xE0 | folded >> 12);
			text[len++] = (char)(0x80 | (folded >> 6 & 0x3F));
			text[len++] = (char)(0x80 | (folded & 0x3F));
		}
		if (mapped)
			set_map(f, cluster, len - cluster, i, i + k);
		i += k;
	}
	f->len = len;
	f->cluster = cluster;
	f->last = last;
	return i;
}

static inline __attribute__((always_inline)) void run(folder *f, const guint8 *s, gsize n, gboolean mapped)
{
	gsize i = 0;

	f->left = n;
	reserve(f, 0);
	while (TRUE) {
		guint32 c;
		guint k, rule;

		if (!f->pending)
			i = copy_plain(f, s, i, n, mapped);
		if (i >= n)
			break;
		k = decode(s + i, n - i, &c);
		f->left = n - i - MAX(k, 1);
		if (!k) {
			gap_add(f, GAP_SEPARATOR, i, i + 1);
			i++;
			continue;
		}
		rule = rule_of(c);
		if (rule < FOLD_SELF) {
			take(f, c, rule, i, i + k);
		} else {
			const guint32 *folded = &fold_pool[rule - FOLD_SELF];

			do {
				take(f, *folded & 0x1FFFFF, *folded >> FOLD_WHAT_SHIFT & 31, i, i + k);
			} while (!(*folded++ & FOLD_LAST));
		}
		i += k;
	}
	f->left = 0;
	if (f->pending & GROUP)
		end_group(f);
	if (f->pending & MARKS)
		compose(f);
	g_string_set_size(f->out, f->base + f->len);
}

void ys_fold_append(GString *out, const char *s, gssize n)
{
	folder f = { .out = out, .base = out->len };

	run(&f, (const guint8 *)s, n < 0 ? strlen(s) : (gsize)n, FALSE);
}

ys_folded *ys_fold(const char *s, gssize n)
{
	ys_folded *folded = g_new(ys_folded, 1);
	folder f = { .out = g_string_new(NULL), .start = g_new(guint32, 1), .end = g_new(guint32, 1) };

	run(&f, (const guint8 *)s, n < 0 ? strlen(s) : (gsize)n, TRUE);
	folded->text = g_string_free(f.out, FALSE);
	folded->len = f.len;
	folded->start = f.start;
	folded->end = f.end;
	return folded;
}

void ys_folded_free(ys_folded *folded)
{
	if (!folded)
		return;
	g_free(folded->text);
	g_free(folded->start);
	g_free(folded->end);
	g_free(folded);
}
