#include "src/output/place.h"

#include <string.h>

/* What stands around a number, or numbers; NULL: the same. */
typedef struct {
	const char *chinese, *english, *english_plural;
} words;

static const words page_words = { "第%s页", "page %s", "pages %s" };
static const words line_words = { "第%s行", "line %s", "lines %s" };
static const words row_words = { "第%s行", "row %s", "rows %s" };
static const words table_words = { "表%s", "table %s", NULL };
static const words sheet_words = { "工作表“%s”", "sheet “%s”", NULL };

static void append(GString *out, const words *words, const char *what, gboolean several, gboolean chinese)
{
	const char *around = chinese ? words->chinese : several ? words->english_plural : words->english;
	g_auto(GStrv) halves = g_strsplit(around, "%s", 2);

	if (out->len)
		g_string_append(out, chinese ? " " : ", ");
	g_string_append_printf(out, "%s%s%s", halves[0], what, halves[1]);
}

static void append_range(GString *out, int first, int last)
{
	g_string_append_printf(out, "%s%d", out->len ? ", " : "", first);
	if (last != first)
		g_string_append_printf(out, "–%d", last);
}

static gboolean is_several(const char *ranges)
{
	return ranges[strspn(ranges, "0123456789")] != '\0';
}

/* 12, 13 and 14 are 12–14. */
static void append_pages(GString *out, const GArray *pages, gboolean chinese)
{
	g_autoptr(GString) ranges = g_string_new(NULL);

	for (guint i = 0; i < pages->len;) {
		guint k = i + 1;

		while (k < pages->len && g_array_index(pages, int, k) == g_array_index(pages, int, k - 1) + 1)
			k++;
		append_range(ranges, g_array_index(pages, int, i), g_array_index(pages, int, k - 1));
		i = k;
	}
	if (ranges->len)
		append(out, &page_words, ranges->str, is_several(ranges->str), chinese);
}

static void append_lines(GString *out, const GArray *lines, gboolean chinese)
{
	g_autoptr(GString) ranges = g_string_new(NULL);

	for (guint i = 0; i < lines->len; i++) {
		const ys_lines *range = &g_array_index(lines, ys_lines, i);

		append_range(ranges, range->first, range->last);
	}
	if (ranges->len)
		append(out, &line_words, ranges->str, is_several(ranges->str), chinese);
}

/* In a workbook the row of the sheet, elsewhere that of the table. */
static void append_rows(GString *out, const ys_source *source, gboolean chinese)
{
	g_autoptr(GString) rows = g_string_new(NULL);

	if (source->sheet_row)
		append_range(rows, source->sheet_row, source->sheet_row);
	else if (source->rows.first)
		append_range(rows, source->rows.first, source->rows.last);
	if (rows->len)
		append(out, &row_words, rows->str, is_several(rows->str), chinese);
}

char *ys_place_text(const ys_source *source, gboolean chinese)
{
	GString *out = g_string_new(NULL);
	g_autofree char *table = g_strdup_printf("%d", source->table_no);

	if (!g_strcmp0(source->format, "text") && !source->part) {
		append_lines(out, source->lines, chinese);
		return g_string_free(out, FALSE);
	}
	if (source->part)
		g_string_append(out, source->part);
	if (source->sheet)
		append(out, &sheet_words, source->sheet, FALSE, chinese);
	append_pages(out, source->pages, chinese);
	if (source->table_no && !source->sheet)
		append(out, &table_words, table, FALSE, chinese);
	append_rows(out, source, chinese);
	return g_string_free(out, FALSE);
}

char *ys_place_url(const ys_source *source)
{
	int page = source->pages->len ? g_array_index(source->pages, int, 0) : 0;

	if (!source->url || !ys_url_is_web(source->url))
		return NULL;
	/* a page of what lies in an archive is none of the archive */
	if (!page || g_strcmp0(source->format, "pdf") || source->part || strstr(source->path, "!/") || strchr(source->url, '#'))
		return g_strdup(source->url);
	return g_strdup_printf("%s#page=%d", source->url, page);
}
