#include "src/publication/tables/shift.h"

#include <string.h>

#include "src/publication/words/clean.h"

/* The columns of text right of the amounts: content, goal and indicators side by side. */
typedef struct {
	guint first, last;
} texts;

static gboolean is_text(ys_column_meaning meaning)
{
	return meaning == YS_COLUMN_CONTENT || meaning == YS_COLUMN_GOAL || meaning == YS_COLUMN_INDICATORS;
}

/* FALSE if the table has not at least two such columns, or indicators are not the last. */
static gboolean find_texts(const ys_table *table, texts *t)
{
	t->last = table->columns->len;
	if (t->last > YS_COLUMNS_MAX)
		return FALSE;
	for (guint i = 0; i < table->columns->len; i++)
		if (ys_table_head(table, i)->meaning == YS_COLUMN_INDICATORS)
			t->last = i;
	if (t->last == table->columns->len)
		return FALSE;
	t->first = t->last;
	while (t->first > 0 && is_text(ys_table_head(table, t->first - 1)->meaning))
		t->first--;
	return t->first < t->last;
}

char *ys_clean_paragraphs(const char *s, gsize len)
{
	static const char close[] = "</p>", open[] = "<p>";
	const char *end = s + len, *first = memchr(s, '<', len), *second;
	g_autofree char *left = NULL, *right = NULL;

	first = first ? g_strstr_len(first, end - first, close) : NULL;
	if (!first || !(second = g_strstr_len(first, end - first, open)) ||
	    g_strstr_len(second + 1, end - second - 1, open))
		return ys_clean(s, len);
	left = ys_clean(s, second - s);
	right = ys_clean(second, end - second);
	if (!*left || !*right)
		return g_strconcat(left, right, NULL);
	return g_strdup_printf("%s%c%s", left, YS_PARAGRAPH_MARK, right);
}

/* Move the cells [from, to) one to the right; the one at to is overwritten. */
static void move_right(ys_row *row, guint from, guint to)
{
	for (guint i = to; i > from; i--)
		ys_row_set_cell(row, i, g_strdup(ys_row_cell(row, i - 1)));
	ys_row_set_cell(row, from, g_strdup(""));
}

/* The row goes on with the one above: it is on the next page and has nothing left of the texts. */
static gboolean goes_on(const ys_row *row, const texts *t)
{
	for (guint i = 0; i < t->first; i++)
		if (*ys_row_cell(row, i))
			return FALSE;
	return row->after_break;
}

/* What reads as indicators stands one column left of them, or the row below goes on under indicators and not there. */
static gboolean belongs_last(const ys_row *row, const ys_row *below, const texts *t)
{
	return ys_wording_has_indicators(ys_row_cell(row, t->last - 1)) ||
	       (below && goes_on(below, t) && *ys_row_cell(below, t->last) && !*ys_row_cell(below, t->last - 1));
}

/* The first empty cell right of i that the second paragraph, or what stands between, can
 * move into.  Over other cells only when what then stands under indicators belongs there, and did not before. */
static gboolean find_gap(const ys_row *row, const ys_row *below, const texts *t, guint i, guint *gap)
{
	for (*gap = i + 1; *gap <= t->last && *ys_row_cell(row, *gap); ++*gap)
		;
	if (*gap > t->last)
		return FALSE;
	return *gap == i + 1 || (*gap == t->last && belongs_last(row, below, t));
}

static void split_glued(ys_row *row, const ys_row *below, const texts *t)
{
	for (guint i = t->first; i < t->last; i++) {
		char *mark = strchr(ys_row_cell(row, i), YS_PARAGRAPH_MARK);
		guint gap;

		if (!mark || !find_gap(row, below, t, i, &gap))
			continue;
		move_right(row, i + 1, gap);
		ys_row_set_cell(row, i + 1, g_strdup(mark + 1));
		*mark = '\0';
		return;
	}
}

static void drop_marks(ys_row *row, G_GNUC_UNUSED gpointer data)
{
	for (guint i = 0; i < row->cells->len; i++) {
		char *to = strchr(g_ptr_array_index(row->cells, i), YS_PARAGRAPH_MARK);

		if (!to)
			continue;
		for (const char *p = to; *p; p++)
			if (*p != YS_PARAGRAPH_MARK)
				*to++ = *p;
		*to = '\0';
	}
}

void ys_shift_drop_marks(GPtrArray *rows)
{
	g_ptr_array_foreach(rows, (GFunc)drop_marks, NULL);
}

void ys_shift_glued(ys_table *table)
{
	texts t;

	if (find_texts(table, &t))
		for (guint i = 0; i < table->rows->len; i++)
			split_glued(g_ptr_array_index(table->rows, i),
				    i + 1 < table->rows->len ? g_ptr_array_index(table->rows, i + 1) : NULL, &t);
	ys_shift_drop_marks(table->rows);
}

/* The texts of the row fill the columns from, from + 1 ... of the texts, and no other. */
static gboolean fills(const ys_row *row, const texts *t, guint from, guint to)
{
	for (guint i = t->first; i <= t->last; i++)
		if ((*ys_row_cell(row, i) != '\0') != (i >= from && i <= to))
			return FALSE;
	return TRUE;
}

void ys_shift_to(const ys_table *table, ys_row *above, const ys_row *row)
{
	texts t;

	if (!row->after_break || !find_texts(table, &t) || !fills(above, &t, t.first, t.last - 1) ||
	    !fills(row, &t, t.first + 1, t.last) ||
	    !ys_wording_has_indicators(ys_row_cell(above, t.last - 1)))
		return;
	move_right(above, t.first, t.last);
}
