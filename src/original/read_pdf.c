#include "config.h"

#include "src/original/readers.h"

#include <string.h>
#include <time.h>

#include "src/error.h"
#include "src/original/pdf_c.h"
#include "src/original/pdf_pages.h"

/* Bounds of a whole file; what is behind them is not read, and a remark says so.  The largest budgets
 * have some 700 pages and a million characters. */
#define PAGES_MAX 3000
#define CHARS_MAX 5000000
#define SLOTS_MAX 2000000       /* columns by rows of all tables */
#define SECONDS_MAX 300.0       /* of computing, */
#define PAGE_SECONDS_MAX 10.0   /* and for a page */

#define MAGIC "%PDF-"
#define MAGIC_WITHIN 1024       /* bytes: writers put things in front of it, and viewers look for it there */

static int bid(const ys_bytes *bytes)
{
	gsize within = MIN(bytes->len, MAGIC_WITHIN);

	if (bytes->len >= strlen(MAGIC) && memcmp(bytes->data, MAGIC, strlen(MAGIC)) == 0)
		return 8 * strlen(MAGIC);
	/* Less than for a magic at the beginning: an archive may hold a PDF as it is. */
	return g_strstr_len(bytes->data, within, MAGIC) ? 16 : 0;
}

#ifdef HAVE_POPPLER

/* ---- remarks ---- */

typedef gboolean (*asks)(const ys_pdf_layout *page);

/* A number or a header may be printed on a scan.  Asked once furniture is marked. */
static gboolean only_pictures(const ys_pdf_layout *page)
{
	for (guint i = 0; i < page->items->len; i++)
		if (!((ys_pdf_item *)g_ptr_array_index(page->items, i))->furniture)
			return FALSE;
	return page->n_pictures > 0;
}

static gboolean has_unknown(const ys_pdf_layout *page)
{
	return page->n_unknown > 0;
}

static gboolean has_slanted(const ys_pdf_layout *page)
{
	return page->n_slanted > 0;
}

static gboolean is_too_dense(const ys_pdf_layout *page)
{
	return page->too_dense;
}

static void append_range(GString *out, guint from, guint to)
{
	if (out->len)
		g_string_append(out, ", ");
	g_string_append_printf(out, from == to ? "%u" : from + 1 == to ? "%u, %u" : "%u-%u", from, to);
}

/* "3, 5-9"; NULL: none.  *first is the first of them. */
static char *numbers_of(const GPtrArray *pages, asks is_meant, guint *first)
{
	g_autoptr(GString) out = g_string_new(NULL);
	guint from = 0, to = 0;

	*first = 0;
	for (guint i = 0; i < pages->len; i++) {
		const ys_pdf_layout *page = g_ptr_array_index(pages, i);

		if (!is_meant(page))
			continue;
		if (from && page->number != to + 1)
			append_range(out, from, to);
		if (!from || page->number != to + 1)
			from = page->number;
		to = page->number;
		*first = *first ? *first : to;
	}
	if (!from)
		return NULL;
	append_range(out, from, to);
	return g_strdup(out->str);
}

static void remark(ys_original *original, const GPtrArray *pages, asks is_meant, const char *code, const char *what)
{
	guint first;
	g_autofree char *numbers = numbers_of(pages, is_meant, &first);
	ys_spot spot = { .page = (int)first };

	if (numbers)
		ys_original_add_remark(original, code, spot, "%s %s: %s", strpbrk(numbers, ",-") ? "pages" : "page",
				       numbers, what);
}

static void add_remarks(ys_original *original, const GPtrArray *pages, const pdf_c_document *document)
{
	ys_spot nowhere = { 0 };

	remark(original, pages, only_pictures, "page-without-text",
	       "only pictures, which were not read; a copy made by ocrmypdf -l chi_sim --skip-text has their text");
	remark(original, pages, has_unknown, "unknown-characters",
	       "some characters were left out, because the file does not tell what they are");
	remark(original, pages, has_slanted, "slanted-text",
	       "some text was left out, because it runs in another direction than the rest");
	remark(original, pages, is_too_dense, "page-too-dense",
	       "more on it than is read of a page: not all of it was read");
	if (pages->len < pdf_c_n_pages(document)) {
		ys_spot spot = { .page = (int)pages->len + 1 };

		ys_original_add_remark(original, "file-too-large", spot, "page %u and those behind it were not read: "
				       "the file has %u, or more on them than is read of a file", pages->len + 1,
				       pdf_c_n_pages(document));
	}
	if (pdf_c_lacks_poppler_data(document))
		ys_original_add_remark(original, "poppler-data-missing", nowhere, "text in fonts that the file does "
				       "not hold was left out: install poppler-data");
}

/* ---- reading ---- */

typedef struct {
	gsize chars, slots;
	clock_t until;
} budget;

static gboolean is_spent(const budget *b)
{
	return b->chars > CHARS_MAX || b->slots > SLOTS_MAX || clock() > b->until;
}

/* NULL: an error. */
static GPtrArray *pages_of(pdf_c_document *document, GError **error)
{
	g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_layout_free);
	budget b = { .until = clock() + (clock_t)(SECONDS_MAX * CLOCKS_PER_SEC) };
	guint n = MIN(pdf_c_n_pages(document), PAGES_MAX);

	for (guint i = 1; i <= n && !is_spent(&b); i++) {
		g_autoptr(ys_pdf_page) page = pdf_c_page(document, i, PAGE_SECONDS_MAX, error);
		ys_pdf_layout *layout;

		if (!page)
			return NULL;
		b.chars += page->chars->len;
		layout = ys_pdf_layout_of(page);
		b.slots += layout->n_slots;
		g_ptr_array_add(pages, layout);
	}
	return g_steal_pointer(&pages);
}

static gboolean any(const GPtrArray *pages, asks is_meant)
{
	guint first;
	g_autofree char *numbers = numbers_of(pages, is_meant, &first);

	return numbers != NULL;
}

static gboolean has_pictures(const ys_pdf_layout *page)
{
	return page->n_pictures > 0;
}

/* What to do about a file without text. */
static const char *why_no_text(const GPtrArray *pages, const pdf_c_document *document)
{
	if (pdf_c_lacks_poppler_data(document))
		return "text only in fonts that the file does not hold: install poppler-data";
	if (any(pages, has_unknown))
		return "the file does not tell which characters it prints: run ocrmypdf --force-ocr -l chi_sim "
			"FILE COPY and read the copy";
	if (any(pages, has_pictures))
		return "no text, only pictures: run ocrmypdf -l chi_sim FILE COPY and read the copy";
	return "no text: if its pages show some, run ocrmypdf -l chi_sim FILE COPY and read the copy";
}

static gboolean has_elements(const ys_original *original)
{
	for (guint i = 0; i < original->elements->len; i++)
		if (((ys_element *)g_ptr_array_index(original->elements, i))->kind != YS_ELEMENT_PAGE_END)
			return TRUE;
	return FALSE;
}

static ys_original *read_pdf(const ys_bytes *bytes, GError **error)
{
	g_autoptr(pdf_c_document) document = pdf_c_open(bytes->data, bytes->len, error);
	g_autoptr(ys_original) original = NULL;
	g_autoptr(GPtrArray) pages = NULL;

	if (!document)
		return NULL;
	pages = pages_of(document, error);
	if (!pages)
		return NULL;
	original = ys_original_new("pdf");
	original->n_pages = pdf_c_n_pages(document);
	ys_pdf_pages_write(pages, original);
	add_remarks(original, pages, document);
	if (!has_elements(original)) {
		g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why_no_text(pages, document));
		return NULL;
	}
	return g_steal_pointer(&original);
}

#else

static ys_original *read_pdf(const ys_bytes *bytes G_GNUC_UNUSED, GError **error)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, "a PDF, and this yusou was built without PDF: "
			    "install libpoppler-private-dev and poppler-data and build it again");
	return NULL;
}

#endif

const ys_reader ys_reader_pdf = { "pdf", bid, read_pdf };
