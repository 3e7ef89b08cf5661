#include "src/publication/tables/page_labels.h"

#include <string.h>

#include "src/publication/title/title_table.h"
#include "src/word_list.h"

/* Fewer may be of anything: 名称, 日期. */
#define LABELS_MIN 3
/* Characters of a label that is of pages alone. */
#define SURE_CHARS 3

typedef enum { VALUE, LABEL, LABEL_WITH_VALUE } what;

typedef struct {
	guint labels, sure, values;
} counts;

static const char *label_at(const char *text)
{
	const char *const *const lists[] = { title_label_title, title_label_publisher, title_label_other };
	const char *longest = NULL;

	for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
		const char *word = ys_word_at_start(text, lists[i]);

		if (word && (!longest || strlen(word) > strlen(longest)))
			longest = word;
	}
	return longest;
}

/* [索引号] and 索引号： are labels, 索引号：001 is one with its value; 名称和期限 is none. */
static what what_is(const char *cell, gboolean *sure)
{
	static const char *const openings[] = { "[", "【", NULL }, *const closings[] = { "]", "】", NULL };
	static const char *const colons[] = { ":", "：", NULL };
	const char *text = ys_behind_word(cell, openings), *label = label_at(text ? text : cell), *end, *behind;

	if (!label)
		return VALUE;
	*sure = g_utf8_strlen(label, -1) >= SURE_CHARS;
	end = (text ? text : cell) + strlen(label);
	behind = ys_behind_word(end, closings);
	end = behind ? behind : end;
	behind = ys_behind_word(end, colons);
	if (behind && *behind)
		return LABEL_WITH_VALUE;
	return behind || !*end ? LABEL : VALUE;
}

/* FALSE: something in the row is neither a label nor the value of one. */
static gboolean count(const ys_row *row, counts *counts)
{
	gboolean may_be_value = FALSE;

	for (guint i = 0; i < row->cells->len; i++) {
		gboolean sure = FALSE;
		what is = what_is(ys_row_cell(row, i), &sure);

		if (!*ys_row_cell(row, i))
			continue;
		if (is == VALUE && !may_be_value)
			return FALSE;
		counts->labels += is != VALUE;
		counts->sure += is != VALUE && sure;
		counts->values += is != LABEL;
		may_be_value = is == LABEL;
	}
	return TRUE;
}

gboolean ys_rows_are_page_labels(const GPtrArray *rows)
{
	counts n = { 0, 0, 0 };

	for (guint r = 0; r < rows->len; r++)
		if (!count(g_ptr_array_index(rows, r), &n))
			return FALSE;
	return n.labels >= LABELS_MIN && n.sure && 2 * n.values >= n.labels;
}
