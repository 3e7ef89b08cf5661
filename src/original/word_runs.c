/* The text lies in pieces, which a table names in their order.  What is said of paragraphs and of runs of
 * characters lies in pages of 512 bytes, by where the text they are about is stored: so each character is
 * looked up by its place in the file, and neighbours mostly have the same answer. */
#include "src/original/word_runs.h"

#include "src/original/ole.h"

/* Offsets in the header of a document. */
#define AT_FLAGS 0x0a
#define AT_LENGTH 0x4c
#define AT_RUNS 0xfa
#define AT_PARAGRAPHS 0x102
#define AT_PIECES 0x1a2
#define HEADER 0x200
#define FLAG_ENCRYPTED 0x100
#define FLAG_TABLE_1 0x200

#define PAGE 512
/* Properties that lie elsewhere may say so again. */
#define DEPTH_MAX 2

/* Properties, by their numbers in the format. */
enum {
	IN_TABLE = 0x2416,
	ENDS_ROW = 0x2417,
	TABLE_HEAD = 0x3404,
	CELLS = 0xd608,
	ELSEWHERE = 0x6646,
	ELSEWHERE_OLD = 0x646b,
	DELETED = 0x0800,
	HIDDEN = 0x083c
};

typedef struct {
	guint32 begin, end;     /* bytes of the document */
	ys_word_paragraph paragraph;
	gboolean hidden;
} run;

typedef struct {
	const GByteArray *document, *table, *data;
	GArray *paragraphs, *runs;      /* of run, ascending */
	guint paragraph, run;           /* where the last character was found */
} word;

gboolean ys_word_is(const GByteArray *document, gboolean *encrypted, const char **table_name)
{
	guint flags;

	if (document->len < HEADER || ys_u16(document->data) != 0xa5ec)
		return FALSE;
	flags = ys_u16(document->data + AT_FLAGS);
	*encrypted = (flags & FLAG_ENCRYPTED) != 0;
	*table_name = flags & FLAG_TABLE_1 ? "1Table" : "0Table";
	return TRUE;
}

/* ---- properties ---- */

/* How many bytes the value of a property takes. */
static guint value_len(guint property, const guint8 *value, const guint8 *end)
{
	static const guint lengths[] = { 1, 1, 2, 4, 2, 2, 0, 3 };

	if (property == CELLS)
		return value + 2 <= end ? ys_u16(value) + 1 : 0;
	if (property >> 13 == 6)
		return value < end ? *value + 1u : 0;
	return lengths[property >> 13];
}

static void read_properties(const word *w, run *run, const guint8 *p, const guint8 *end, int depth)
{
	while (p + 2 <= end) {
		guint property = ys_u16(p), len;

		p += 2;
		len = value_len(property, p, end);
		if (!len || len > (gsize)(end - p))
			return;
		switch (property) {
		case IN_TABLE:
			run->paragraph.in_table = *p;
			break;
		case ENDS_ROW:
			run->paragraph.ends_row = *p;
			break;
		case TABLE_HEAD:
			run->paragraph.head = *p;
			break;
		case DELETED:
		case HIDDEN:
			run->hidden |= *p != 0;
			break;
		case CELLS:
			run->paragraph.cells = p + 2;
			run->paragraph.cells_len = len - 2;
			break;
		case ELSEWHERE:
		case ELSEWHERE_OLD:
			if (w->data && depth < DEPTH_MAX && (guint64)ys_u32(p) + 2 <= w->data->len) {
				const guint8 *more = w->data->data + ys_u32(p), *stop = w->data->data + w->data->len;

				read_properties(w, run, more + 2, MIN(more + 2 + ys_u16(more), stop), depth + 1);
			}
			break;
		}
		p += len;
	}
}

/* The properties of a run of a page: where they begin, in words, stands behind the bounds of the runs,
 * in `step` bytes for each. */
static void read_run(const word *w, const guint8 *page, guint n, guint i, gboolean paragraphs, GArray *out)
{
	guint step = paragraphs ? 13 : 1, at = 4 * (n + 1) + step * i, begin, len;
	run run = { .begin = ys_u32(page + 4 * i), .end = ys_u32(page + 4 * i + 4) };

	begin = at < PAGE - 1 ? page[at] * 2 : 0;
	if (begin && begin + 2 < PAGE) {
		len = page[begin++];
		/* of paragraphs the length counts words, with one more byte if it is 0 there; a style stands first */
		if (paragraphs && !len)
			len = page[begin++] * 2;
		else if (paragraphs)
			len = len * 2 - 1;
		if (paragraphs && len >= 2) {
			begin += 2;
			len -= 2;
		}
		read_properties(w, &run, page + MIN(begin, PAGE - 1), page + MIN(begin + len, PAGE - 1), 0);
	}
	if (run.begin < run.end)
		g_array_append_val(out, run);
}

static int by_place(gconstpointer a, gconstpointer b)
{
	const run *left = a, *right = b;

	return (left->begin > right->begin) - (left->begin < right->begin);
}

static GArray *read_pages(const word *w, guint where, gboolean paragraphs)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(run));
	guint64 begin = ys_u32(w->document->data + where), len = ys_u32(w->document->data + where + 4);
	guint n = len >= 8 ? (len - 4) / 8 : 0;

	for (guint i = 0; i < n && begin + len <= w->table->len; i++) {
		guint64 page = (guint64)(ys_u32(w->table->data + begin + 4 * (n + 1 + (gsize)i)) & 0x3fffff) * PAGE;
		const guint8 *bytes = w->document->data + page;

		if (page + PAGE > w->document->len)
			continue;
		for (guint k = 0; k < bytes[PAGE - 1] && 4 * (k + 2) < PAGE; k++)
			read_run(w, bytes, bytes[PAGE - 1], k, paragraphs, out);
	}
	g_array_sort(out, by_place);
	return out;
}

/* The run that holds a byte, looked for from where the last one was found; NULL. */
static const run *run_at(const GArray *runs, guint *last, guint64 at)
{
	guint low = 0, high = runs->len;
	const run *found;

	if (*last < runs->len) {
		found = &g_array_index(runs, run, *last);
		if (found->begin <= at && at < found->end)
			return found;
	}
	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (g_array_index(runs, run, middle).begin <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return NULL;
	*last = low - 1;
	found = &g_array_index(runs, run, low - 1);
	return at < found->end ? found : NULL;
}

/* ---- characters ---- */

/* Where codepage 1252 differs from Unicode. */
static gunichar of_1252(guint8 c)
{
	static const gunichar2 odd[] = { 0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160,
					 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
					 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178 };

	return c >= 0x80 && c < 0xa0 ? odd[c - 0x80] : c;
}

static gboolean is_end(gunichar c)
{
	return c == 7 || c == 12 || c == 13;
}

static void take_character(word *w, gunichar c, guint64 at, ys_word_fn fn, void *data)
{
	static const ys_word_paragraph plain = { .cells = NULL };
	const run *paragraph, *run;

	if (is_end(c)) {
		paragraph = run_at(w->paragraphs, &w->paragraph, at);
		fn(c, paragraph ? &paragraph->paragraph : &plain, data);
		return;
	}
	run = run_at(w->runs, &w->run, at);
	if (c && (!run || !run->hidden))
		fn(c, NULL, data);
}

/* Characters [first, end) of the document, which begin at byte `at`; a pair of surrogates is one. */
static void take_piece(word *w, guint32 n, guint64 at, gboolean bytes, ys_word_fn fn, void *data)
{
	for (guint32 i = 0; i < n; i++, at += bytes ? 1 : 2) {
		gunichar c, low;

		if (at + (bytes ? 1 : 2) > w->document->len)
			return;
		c = bytes ? of_1252(w->document->data[at]) : ys_u16(w->document->data + at);
		if (c >= 0xd800 && c < 0xdc00 && i + 1 < n && at + 4 <= w->document->len &&
		    (low = ys_u16(w->document->data + at + 2)) >= 0xdc00 && low < 0xe000) {
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			i++;
			at += 2;
		}
		take_character(w, c >= 0xd800 && c < 0xe000 ? 0xfffd : c, at, fn, data);
	}
}

static gboolean each_piece(word *w, ys_word_fn fn, void *data)
{
	guint64 begin = ys_u32(w->document->data + AT_PIECES), len = ys_u32(w->document->data + AT_PIECES + 4);
	/* a character takes a byte at least; in a damaged file pieces may say the same text over and over */
	guint32 length = MIN(ys_u32(w->document->data + AT_LENGTH), w->document->len), reached = 0, n;
	const guint8 *p, *end;

	if (!len || begin + len > w->table->len)
		return FALSE;
	p = w->table->data + begin;
	end = p + len;
	/* properties of pieces stand before the table of pieces, which a 2 begins */
	while (end - p >= 3 && *p == 1 && 3 + ys_u16(p + 1) <= end - p)
		p += 3 + ys_u16(p + 1);
	if (end - p < 5 || *p != 2 || ys_u32(p + 1) > (gsize)(end - p - 5) || ys_u32(p + 1) < 4)
		return FALSE;
	n = (ys_u32(p + 1) - 4) / 12;
	p += 5;
	for (guint32 i = 0; i < n; i++) {
		guint32 first = ys_u32(p + 4 * (gsize)i), last = MIN(ys_u32(p + 4 * (gsize)i + 4), length);
		guint32 where = ys_u32(p + 4 * ((gsize)n + 1) + 8 * (gsize)i + 2);
		gboolean bytes = (where & 0x40000000) != 0;

		if (first < reached || first >= last)
			continue;
		take_piece(w, last - first, bytes ? (where & 0x3fffffff) / 2 : where, bytes, fn, data);
		reached = last;
	}
	return TRUE;
}

gboolean ys_word_each(const GByteArray *document, const GByteArray *table, const GByteArray *data, ys_word_fn fn,
		      void *user_data)
{
	word w = { .document = document, .table = table, .data = data };
	gboolean ok;

	if (document->len < HEADER)
		return FALSE;
	w.paragraphs = read_pages(&w, AT_PARAGRAPHS, TRUE);
	w.runs = read_pages(&w, AT_RUNS, FALSE);
	ok = each_piece(&w, fn, user_data);
	g_array_unref(w.paragraphs);
	g_array_unref(w.runs);
	return ok;
}
