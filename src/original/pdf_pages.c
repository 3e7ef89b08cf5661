#include "src/original/pdf_pages.h"

/* The element that may go on: a paragraph or a table, never both. */
typedef struct {
	ys_original *original;
	GString *paragraph;
	ys_pdf_place last;      /* its last line */
	ys_pdf_numbers numbers; /* of the paragraphs so far */
	ys_spot spot;
	ys_pdf_joined joined;   /* joined.table: NULL, there is none */
	GArray *ends;           /* of guint: pages that ended since the open element began */
} writer;

static void write_ends(writer *w)
{
	for (guint i = 0; i < w->ends->len; i++) {
		ys_spot spot = { .page = (int)g_array_index(w->ends, guint, i) };

		ys_original_add_page_end(w->original, spot);
	}
	g_array_set_size(w->ends, 0);
}

/* Write the open element, and behind it the page ends that it runs over. */
static void finish(writer *w)
{
	if (w->paragraph->len)
		ys_original_add_text(w->original, w->spot, w->paragraph->str, 0);
	g_string_truncate(w->paragraph, 0);
	w->last.line = NULL;
	if (w->joined.table)
		ys_original_add_table(w->original, w->joined.spot, ys_pdf_joined_end(&w->joined));
	write_ends(w);
}

static void write_line(writer *w, const ys_pdf_line *line, guint page, ys_pdf_margins margins)
{
	ys_pdf_place next = { line, margins, page };
	gboolean entry;
	g_autofree char *text = ys_pdf_without_leaders(line->text, &entry);

	if (entry || !w->last.line || !ys_pdf_goes_on(w->paragraph->str, &w->numbers, &w->last, &next)) {
		finish(w);
		ys_pdf_numbers_take(&w->numbers, line->text);
		w->spot = (ys_spot) { .page = (int)page };
	}
	ys_pdf_text_append(w->paragraph, text);
	w->last = next;
	if (entry)
		w->last.line = NULL;
}

/* A table goes on if nothing but one page end is between: a page without text may have had a part of it. */
static void write_grid(writer *w, const ys_pdf_grid *grid, guint page)
{
	if (w->joined.table && w->ends->len == 1 && ys_pdf_joined_go_on(&w->joined, grid, page)) {
		g_array_set_size(w->ends, 0);
		return;
	}
	finish(w);
	ys_pdf_joined_begin(&w->joined, grid, page);
}

static void write_page(writer *w, const ys_pdf_layout *page, ys_pdf_margins margins)
{
	for (guint i = 0; i < page->items->len; i++) {
		const ys_pdf_item *item = g_ptr_array_index(page->items, i);

		if (item->grid)
			write_grid(w, item->grid, page->number);
		else if (!item->furniture)
			write_line(w, item->line, page->number, margins);
	}
}

void ys_pdf_pages_write(const GPtrArray *pages, ys_original *original)
{
	g_autoptr(GArray) margins = NULL;
	writer w = { .original = original };

	ys_pdf_mark_furniture(pages);
	margins = ys_pdf_margins_of(pages);
	w.paragraph = g_string_new(NULL);
	w.ends = g_array_new(FALSE, FALSE, sizeof(guint));
	for (guint i = 0; i < pages->len; i++) {
		const ys_pdf_layout *page = g_ptr_array_index(pages, i);

		write_page(&w, page, g_array_index(margins, ys_pdf_margins, i));
		if (i + 1 < pages->len)
			g_array_append_val(w.ends, page->number);
	}
	finish(&w);
	g_string_free(w.paragraph, TRUE);
	g_array_unref(w.ends);
}
