#include "index/stored.h"

#include <string.h>

#include "index/cards.h"
#include "index/schema.h"
#include "src/error.h"

/* A sheet begins as no record does, each line has a line of text of its own, and a sum closes all of them
 * (ys_record_seal). */
#define SHEET "{\n"
#define BORDER '\n'

/* ---- writing ---- */

static char *take_sheet(GString *sheet)
{
	char *sealed = ys_record_seal(g_string_append_c(sheet, '}')->str);

	g_string_truncate(sheet, 0);
	return sealed;
}

char *ys_stored_data(const ys_record *record, GString *sheet, gboolean last)
{
	g_autofree char *line = NULL;

	if (record->type != YS_LINE)
		return ys_record_to_stored(record);
	line = ys_record_to_json(record);
	g_string_append_printf(sheet, "%s%s%c", sheet->len ? "" : SHEET, line, BORDER);
	return last ? take_sheet(sheet) : g_strdup("");
}

/* ---- reading ---- */

/* Where a line stands among the documents of its publication. */
typedef struct {
	guint before;           /* documents before it */
	guint behind;           /* documents behind it */
	guint lines;            /* those of them before it that are lines */
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
	p->before = view.n_cards - 1 - back;
	p->behind = back;
	/* they come last */
	while (p->lines < p->before && ys_card_view_card(&view, back + p->lines + 1, &card) && card.type == YS_LINE)
		p->lines++;
}

/* The first document of those of a publication. */
static ys_record *publication_at(xc_reader *reader, guint32 docid, GError **error)
{
	gsize len;
	g_autofree char *data = xc_reader_data(reader, docid, &len, error);
	g_autoptr(ys_record) record = data ? ys_record_from_stored(data, len, error) : NULL;

	if (record && record->type == YS_PUBLICATION)
		return g_steal_pointer(&record);
	if (record)
		damaged(docid, "is no publication", error);
	return NULL;
}

static ys_record *line_of_sheet(const char *sheet, gsize len, guint n, guint32 docid, GError **error)
{
	const char *begin = g_str_has_prefix(sheet, SHEET) && ys_record_is_sealed(sheet, len) ? sheet + strlen(SHEET) : NULL;
	const char *end = begin ? strchr(begin, BORDER) : NULL;

	while (end && n--) {
		begin = end + 1;
		end = strchr(begin, BORDER);
	}
	if (end)
		return ys_record_from_json(begin, end - begin, error);
	damaged(docid, "is on no sheet of lines", error);
	return NULL;
}

static ys_record *line_at(xc_reader *reader, guint32 docid, GError **error)
{
	const guint32 stride = xc_reader_stride(reader);
	place p = { 0, 0, 0 };
	gsize len;
	g_autofree char *sheet = NULL;
	g_autoptr(ys_record) line = NULL, publication = NULL;

	if (!xc_reader_groups(reader, YS_SLOT_CARDS, &docid, 1, note_place, &p, error))
		return NULL;
	if (!p.before || docid / stride < p.before) {
		damaged(docid, "has no publication", error);
		return NULL;
	}
	sheet = xc_reader_data(reader, docid + p.behind * stride, &len, error);
	line = sheet ? line_of_sheet(sheet, len, p.lines, docid, error) : NULL;
	publication = line ? publication_at(reader, docid - p.before * stride, error) : NULL;
	if (!publication)
		return NULL;
	ys_record_complete(line, publication);
	return g_steal_pointer(&line);
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
