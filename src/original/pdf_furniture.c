/* What stands on pages and is no part of the text: headers, footers, page numbers. */
#include "src/original/pdf_pages.h"

#include <math.h>

#define MARGIN_SHARE 0.12       /* of the height of a page, at its top and its bottom */
#define SAME_HEIGHT 6.0         /* pt */
#define REPEATED_MIN 3          /* pages, */
#define REPEATED_SHARE 3        /* and at least one in so many of all */

/* How far a line stands from the upper edge of the page, or below 0 from the lower; 0: in neither margin. */
static int height_of(const ys_pdf_layout *page, const ys_pdf_item *item)
{
	double margin = page->height * MARGIN_SHARE;

	if (item->y0 >= 0 && item->y1 <= margin)
		return 1 + (int)(item->y0 / SAME_HEIGHT);
	if (item->y1 <= page->height && item->y0 >= page->height - margin)
		return -1 - (int)((page->height - item->y1) / SAME_HEIGHT);
	return 0;
}

/* The words without digits and blanks, and the height. */
static char *key_of(const char *text, int height)
{
	GString *key = g_string_new(NULL);

	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!g_unichar_isdigit(c) && c != ' ')
			g_string_append_unichar(key, c);
	}
	g_string_append_printf(key, "|%d", height);
	return g_string_free(key, FALSE);
}

static guint count(GHashTable *seen, const char *text, int height)
{
	g_autofree char *key = key_of(text, height);

	return GPOINTER_TO_UINT(g_hash_table_lookup(seen, key));
}

/* On how many pages the same words stand in a margin. */
static GHashTable *words_in_margins(const GPtrArray *pages)
{
	GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint p = 0; p < pages->len; p++) {
		const ys_pdf_layout *page = g_ptr_array_index(pages, p);

		for (guint i = 0; i < page->items->len; i++) {
			const ys_pdf_item *item = g_ptr_array_index(page->items, i);
			int height = item->line ? height_of(page, item) : 0;
			char *key;

			if (!height)
				continue;
			key = key_of(item->line->text, height);
			g_hash_table_replace(seen, key, GUINT_TO_POINTER(count(seen, item->line->text, height) + 1));
		}
	}
	return seen;
}

static gboolean is_page_number(const char *text)
{
	static GRegex *regex;

	if (g_once_init_enter(&regex))
		g_once_init_leave(&regex, g_regex_new("^[-—–－·•~\\s]*第?\\s*(\\d{1,4}|[ivxlc]{1,7})\\s*页?"
						      "(\\s*[,，/]?\\s*共?\\s*\\d{1,4}\\s*页?)?[-—–－·•~\\s]*$",
						      G_REGEX_CASELESS, 0, NULL));
	return g_regex_match(regex, text, 0, NULL);
}

/* The height is rounded: look at the heights beside it too. */
static guint repetitions(GHashTable *seen, const char *text, int height)
{
	guint n = count(seen, text, height);

	for (int beside = height - 1; beside <= height + 1; beside += 2)
		n += beside ? count(seen, text, beside) : 0;
	return n;
}

void ys_pdf_mark_furniture(const GPtrArray *pages)
{
	g_autoptr(GHashTable) seen = words_in_margins(pages), met = NULL;

	met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint p = 0; p < pages->len; p++) {
		const ys_pdf_layout *page = g_ptr_array_index(pages, p);

		for (guint i = 0; i < page->items->len; i++) {
			ys_pdf_item *item = g_ptr_array_index(page->items, i);
			int height = item->line ? height_of(page, item) : 0;
			guint n;

			if (!height)
				continue;
			n = repetitions(seen, item->line->text, height);
			item->furniture = is_page_number(item->line->text) ||
				(n >= REPEATED_MIN && n * REPEATED_SHARE >= pages->len &&
				 /* The first may be a title that its table repeats. */
				 (n * 3 >= pages->len * 2 || !g_hash_table_add(met, key_of(item->line->text, 0))));
		}
	}
}
