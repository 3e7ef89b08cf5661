/* Folding, segmentation and matching agree: whatever stands in a text is found in it, by its terms
 * and by its bytes, and what is found can be shown. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "src/text/match.h"
#include "src/text/segment.h"

static void check_folded(const ys_folded *folded, gsize size)
{
	const char *text = folded->text;

	g_assert_cmpuint(strlen(text), ==, folded->len);
	g_assert_true(g_utf8_validate(text, -1, NULL));
	g_assert_true(!folded->len || (text[0] != ' ' && text[folded->len - 1] != ' '));
	g_assert_null(strstr(text, "  "));
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		ys_char_class class = ys_char_class_of(g_utf8_get_char(p));

		if (*p == '.')
			g_assert_true(p > text && g_ascii_isdigit(p[-1]) && g_ascii_isdigit(p[1]));
		else
			g_assert_true(*p == ' ' || class == YS_CHAR_WORD || class == YS_CHAR_HAN);
	}
	for (gsize i = 0; i < folded->len; i++) {
		g_assert_cmpuint(folded->start[i], <, folded->end[i]);
		g_assert_cmpuint(folded->end[i], <=, size);
		g_assert_true(!i || folded->start[i] >= folded->start[i - 1]);
	}
}

static void add_term(const char *term, gsize len, void *data)
{
	g_assert_true(len && g_utf8_validate(term, len, NULL));
	g_assert_cmpuint(len, <=, YS_WORD_MAX);
	g_hash_table_add(data, g_strndup(term, len));
}

static void need_term(const char *term, gsize len, ys_query_term_kind kind, void *data)
{
	g_autofree char *wanted = g_strndup(term, len);
	GHashTableIter iter;
	gpointer known;

	if (kind == YS_TERM_WHOLE) {
		g_assert_true(g_hash_table_contains(data, wanted));
		return;
	}
	g_hash_table_iter_init(&iter, data);
	while (g_hash_table_iter_next(&iter, &known, NULL))
		if (g_str_has_prefix(known, wanted))
			return;
	g_assert_not_reached();
}

static gboolean is_tail(const char *p)
{
	return (*p & 0xc0) == 0x80;
}

/* A piece of the folded text that the first bytes of the input choose: [*from, *to), whole
 * characters, and words where it begins and ends. */
static gboolean choose_piece(const ys_folded *folded, const uint8_t *data, size_t size, gsize *from, gsize *to)
{
	const char *text = folded->text;

	if (size < 2 || !folded->len)
		return FALSE;
	*from = data[0] * folded->len / 256;
	*to = *from + 1 + data[1] * (folded->len - *from) / 256;
	*to = MIN(*to, folded->len);
	while (*from && is_tail(text + *from))
		--*from;
	while (*to < folded->len && is_tail(text + *to))
		++*to;
	while (*from < *to && text[*from] == ' ')
		++*from;
	while (*to > *from && text[*to - 1] == ' ')
		--*to;
	return *from < *to;
}

static void check_snippet(const char *text, const GArray *ranges, guint width)
{
	g_autoptr(GPtrArray) pieces = ys_snippet_new(text, ranges, width);
	g_autoptr(GString) shown = g_string_new(NULL);
	g_autofree char *plain = g_strdup(text);

	for (guint i = 0; i < pieces->len; i++) {
		const ys_piece *piece = g_ptr_array_index(pieces, i);

		g_assert_true(*piece->text && g_utf8_validate(piece->text, -1, NULL));
		/* at the ends, "…" may say that something is left out */
		if (!width || piece->hit || strcmp(piece->text, "…") || (i && i + 1 < pieces->len))
			g_string_append(shown, piece->text);
	}
	g_strdelimit(plain, "\t\n\v\f\r", ' ');
	g_assert_nonnull(strstr(plain, shown->str));
	if (!width)
		g_assert_cmpstr(plain, ==, shown->str);
}

/* A match begins and ends where words do, so a piece that cuts one is not found. */
static void check_match(const ys_folded *folded, const char *text, const char *piece, gsize from)
{
	const char *needles[] = { piece, NULL };
	gssize at = ys_match_find(folded->text, folded->len, piece, strlen(piece), 0);
	g_autoptr(GArray) ranges = ys_match_ranges(folded, needles);
	guint32 after = 0;

	g_assert_true(at < 0 || !strncmp(folded->text + at, piece, strlen(piece)));
	g_assert_true((at < 0) == !ranges->len);
	if (ys_match_find(folded->text, folded->len, piece, strlen(piece), from) == (gssize)from)
		g_assert_true(at >= 0 && at <= (gssize)from);
	for (guint i = 0; i < ranges->len; i++) {
		const ys_range *r = &g_array_index(ranges, ys_range, i);

		g_assert_true(r->start < r->end && (!i || r->start > after));
		after = r->end;
	}
	g_assert_cmpuint(after, <=, strlen(text));
	check_snippet(text, ranges, 0);
	check_snippet(text, ranges, 20);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(ys_folded) folded = ys_fold((const char *)data, size);
	g_autoptr(GString) plain = g_string_new(NULL), again = g_string_new(NULL);
	g_autoptr(GHashTable) terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree char *piece = NULL, *text = g_utf8_make_valid((const char *)data, size);
	g_autoptr(ys_folded) valid = ys_fold(text, -1);
	gsize from, to;

	check_folded(folded, size);
	ys_fold_append(plain, (const char *)data, size);
	g_assert_cmpstr(plain->str, ==, folded->text);
	/* what separates folds to a blank, which by itself separates less */
	g_strdelimit(plain->str, " ", '|');
	ys_fold_append(again, plain->str, plain->len);
	g_assert_cmpstr(again->str, ==, folded->text);
	ys_segment(folded->text, folded->len, add_term, terms);
	if (!choose_piece(valid, data, size, &from, &to))
		return 0;
	piece = g_strndup(valid->text + from, to - from);
	if (ys_match_find(valid->text, valid->len, piece, to - from, from) == (gssize)from &&
	    !strcmp(valid->text, folded->text))
		ys_segment_query(piece, to - from, need_term, terms);
	check_match(valid, text, piece, from);
	return 0;
}
