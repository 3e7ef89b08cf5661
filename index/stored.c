#include "index/stored.h"

#include <string.h>

#include "index/cards.h"
#include "index/schema.h"
#include "src/error.h"

/* A sheet begins as no record does.  What the publication says of its lines comes first, and each line after it, with
 * a line of text of its own; a sum closes all of them (ys_record_seal). */
#define SHEET "{\n"
#define BORDER '\n'
/* So many lines a sheet, of which the last keeps it: who wants one line reads and sums all of its sheet, and more sheets
 * take more room. */
#define SHEET_LINES 16

/* ---- writing ---- */

struct ys_line_sheet {
	char *head;             /* of the publication */
	GString *text;
	guint lines;            /* of text */
};

ys_line_sheet *ys_line_sheet_new(void)
{
	ys_line_sheet *sheet = g_new0(ys_line_sheet, 1);

	sheet->text = g_string_new(NULL);
	return sheet;
}

void ys_line_sheet_free(ys_line_sheet *sheet)
{
	g_free(sheet->head);
	g_string_free(sheet->text, TRUE);
	g_free(sheet);
}

static void add_line(ys_line_sheet *sheet, const ys_record *record)
{
	g_autofree char *line = ys_record_to_json(record);

	if (!sheet->lines++)
		g_string_printf(sheet->text, "%s%s%c", SHEET, sheet->head, BORDER);
	g_string_append_printf(sheet->text, "%s%c", line, BORDER);
}

static char *take_sheet(ys_line_sheet *sheet)
{
	sheet->lines = 0;
	return ys_record_seal(g_string_append_c(sheet->text, '}')->str);
}

char *ys_stored_data(const ys_record *record, ys_line_sheet *sheet, gboolean last)
{
	if (record->type == YS_PUBLICATION) {
		g_free(sheet->head);
		sheet->head = ys_record_to_line_head(record);
	}
	if (record->type != YS_LINE)
		return ys_record_to_stored(record);
	add_line(sheet, record);
	return last || sheet->lines == SHEET_LINES ? take_sheet(sheet) : g_strdup("");
}

/* ---- reading ---- */

/* Where a line stands among the documents of its publication. */
typedef struct {
	guint behind;           /* documents behind it */
	guint lines;            /* lines before it */
} place;

static gboolean damaged(guint32 docid, const char *what, GError **error)
{
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "record %u %s: the index is damaged; "
		    "run: yusou index --rebuild PATH...", docid, what);
	return FALSE;
}

static void note_place(guint i, guint32 keeper, guint32 back, const char *value, gsize len, void *data)
{
	place *p = data;
	ys_card_view view;
	ys_card card;

	(void)i;
	if (!keeper || !ys_card_view_open(&view, value, len) || back >= view.n_cards)
		return;
	p->behind = back;
	/* they come last */
	while (p->lines < view.n_cards - 1 - back && ys_card_view_card(&view, back + p->lines + 1, &card) && card.type == YS_LINE)
		p->lines++;
}

/* Line n of a sheet as text, of which 0 is its head; *len bytes, NULL if it has none. */
static const char *text_of_sheet(const char *sheet, guint n, gsize *len)
{
	const char *begin = sheet + strlen(SHEET), *end = strchr(begin, BORDER);

	while (end && n--) {
		begin = end + 1;
		end = strchr(begin, BORDER);
	}
	*len = end ? (gsize)(end - begin) : 0;
	return end ? begin : NULL;
}

/* The line with number n, from 0, of a sheet. */
static ys_record *line_of_sheet(const char *sheet, gsize size, guint n, guint32 docid, GError **error)
{
	gboolean whole = g_str_has_prefix(sheet, SHEET) && ys_record_is_sealed(sheet, size);
	gsize head_len = 0, len = 0;
	const char *head = whole ? text_of_sheet(sheet, 0, &head_len) : NULL;
	const char *text = whole ? text_of_sheet(sheet, n + 1, &len) : NULL;
	g_autoptr(ys_record) publication = NULL, line = NULL;

	if (!head || !text) {
		damaged(docid, "is on no sheet of lines", error);
		return NULL;
	}
	publication = ys_record_from_json(head, head_len, error);
	line = publication ? ys_record_from_json(text, len, error) : NULL;
	if (line)
		ys_record_complete(line, publication);
	return g_steal_pointer(&line);
}

static ys_record *line_at(xc_reader *reader, guint32 docid, GError **error)
{
	place p = { 0, 0 };
	gsize len;
	guint n, behind;
	g_autofree char *sheet = NULL;

	if (!xc_reader_groups(reader, YS_SLOT_CARDS, &docid, 1, note_place, &p, error))
		return NULL;
	n = p.lines % SHEET_LINES;
	behind = MIN(p.behind, SHEET_LINES - 1 - n);
	sheet = xc_reader_data(reader, docid + behind * xc_reader_stride(reader), &len, error);
	return sheet ? line_of_sheet(sheet, len, n, docid, error) : NULL;
}

ys_record *ys_stored_record(xc_reader *reader, guint32 docid, GError **error)
{
	gsize len;
	g_autofree char *data = xc_reader_data(reader, docid, &len, error);

	if (!data)
		return NULL;
	return *data && !g_str_has_prefix(data, SHEET) ? ys_record_from_stored(data, len, error)
						      : line_at(reader, docid, error);
}
