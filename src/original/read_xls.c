/* The stream begins with what all sheets share: their names and places, formats and strings.  Then comes
 * each sheet, a record a cell. */
#include "src/original/readers.h"

#include "src/error.h"
#include "src/original/biff.h"
#include "src/original/number_format.h"
#include "src/original/ole.h"
#include "src/original/sheet.h"

#define VERSION_97 0x600
/* Cells of a workbook, and strings: what has more is no publication. */
#define CELLS_MAX 4000000
#define STRINGS_MAX 2000000

typedef struct {
	char *name;
	guint32 offset;
	gboolean hidden;
} sheet_place;

typedef struct {
	ys_original *original;
	const GByteArray *stream;
	GPtrArray *strings;     /* of char *, shared by all cells */
	GHashTable *codes;      /* number of a format -> char *, its code */
	GArray *formats;        /* of guint: for each kind of cell, the number of its format */
	GArray *places;         /* of sheet_place */
	gboolean since_1904;
	guint n_cells;
	gsize n_read;           /* bytes of sheets */
	guint n_errors, first_error;    /* cells of the present sheet, the row of the first from 1 */
} workbook;

static gboolean refuse(GError **error, const char *why)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why);
	return FALSE;
}

static gboolean refuse_to_office(GError **error, const char *why)
{
	g_set_error_literal(error, YS_SAVE_AS, YS_SAVE_AS_XLSX, why);
	return FALSE;
}

/* ---- what all sheets share ---- */

static void place_clear(sheet_place *place)
{
	g_free(place->name);
}

static void take_place(workbook *w, const ys_biff *biff)
{
	ys_biff_text text = ys_biff_text_at(biff, 6);
	sheet_place place = { .offset = ys_u32(biff->data) };

	/* a chart or a macro is no sheet */
	place.hidden = (biff->data[4] & 3) || biff->data[5];
	place.name = ys_biff_string(&text, TRUE);
	g_array_append_val(w->places, place);
}

static void take_strings(workbook *w, const ys_biff *biff)
{
	ys_biff_text text = ys_biff_text_at(biff, 8);
	guint32 n = MIN(ys_u32(biff->data + 4), STRINGS_MAX);

	for (guint32 i = 0; i < n && !ys_biff_text_ended(&text); i++)
		g_ptr_array_add(w->strings, ys_biff_string(&text, FALSE));
}

static void take_shared(workbook *w, const ys_biff *biff)
{
	ys_biff_text text;

	switch (biff->id) {
	case YS_BIFF_1904:
		w->since_1904 = biff->len >= 2 && ys_u16(biff->data);
		break;
	case YS_BIFF_BOUNDSHEET:
		if (biff->len >= 8)
			take_place(w, biff);
		break;
	case YS_BIFF_FORMAT:
		if (biff->len < 5)
			break;
		text = ys_biff_text_at(biff, 2);
		g_hash_table_insert(w->codes, GUINT_TO_POINTER(ys_u16(biff->data)), ys_biff_string(&text, FALSE));
		break;
	case YS_BIFF_XF:
		if (biff->len >= 4) {
			guint format = ys_u16(biff->data + 2);

			g_array_append_val(w->formats, format);
		}
		break;
	case YS_BIFF_SST:
		if (biff->len >= 8)
			take_strings(w, biff);
		break;
	}
}

static gboolean read_shared(workbook *w, GError **error)
{
	ys_biff biff = ys_biff_at(w->stream, 0);

	if (!ys_biff_next(&biff) || biff.id != YS_BIFF_BOF || biff.len < 4)
		return refuse_to_office(error, "a damaged workbook; open it and save it as .xlsx");
	if (ys_u16(biff.data) != VERSION_97)
		return refuse_to_office(error, "a workbook of Excel 5 or 95; open it and save it as .xlsx");
	while (ys_biff_next(&biff) && biff.id != YS_BIFF_EOF) {
		if (biff.id == YS_BIFF_FILEPASS)
			return refuse(error, "a workbook with a password; save it without one");
		take_shared(w, &biff);
	}
	return TRUE;
}

/* ---- sheets ---- */

static const char *code_of(const workbook *w, guint kind)
{
	guint format = kind < w->formats->len ? g_array_index(w->formats, guint, kind) : 0;
	const char *code = g_hash_table_lookup(w->codes, GUINT_TO_POINTER(format));

	if (!code)
		code = ys_number_format_builtin(format);
	return code ? code : "General";
}

static void set_text(workbook *w, ys_sheet *sheet, const guint8 *cell, const char *text)
{
	g_autofree char *printed = ys_number_format_text(text, code_of(w, ys_u16(cell + 4)));

	ys_sheet_set(sheet, ys_u16(cell), ys_u16(cell + 2), printed);
	w->n_cells++;
}

static void set_number(workbook *w, ys_sheet *sheet, guint row, guint column, guint kind, double number)
{
	g_autofree char *printed = ys_number_format(number, code_of(w, kind), w->since_1904);

	ys_sheet_set(sheet, row, column, printed);
	w->n_cells++;
}

static const char *error_name(guint value)
{
	static const struct {
		guint value;
		const char *name;
	} errors[] = { { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" },
		       { 0x1d, "#NAME?" }, { 0x24, "#NUM!" }, { 0x2a, "#N/A" } };

	for (gsize i = 0; i < G_N_ELEMENTS(errors); i++)
		if (errors[i].value == value)
			return errors[i].name;
	return "#ERROR!";
}

/* No format changes how truth and errors print. */
static void set_other(workbook *w, ys_sheet *sheet, const guint8 *cell, guint value, gboolean is_error)
{
	const char *printed = is_error ? error_name(value) : value ? "TRUE" : "FALSE";

	if (is_error && !w->n_errors++)
		w->first_error = ys_u16(cell) + 1;
	ys_sheet_set(sheet, ys_u16(cell), ys_u16(cell + 2), printed);
	w->n_cells++;
}

static void take_formula(workbook *w, ys_sheet *sheet, const ys_biff *biff)
{
	const guint8 *p = biff->data;
	ys_biff ahead = *biff;

	if (ys_u16(p + 12) != 0xffff) {
		set_number(w, sheet, ys_u16(p), ys_u16(p + 2), ys_u16(p + 4), ys_biff_double(p + 6));
	} else if (p[6] == 0) {
		/* its text is in a record of its own, before the next cell */
		while (ys_biff_next(&ahead) && ahead.id != YS_BIFF_FORMULA && ahead.id != YS_BIFF_EOF)
			if (ahead.id == YS_BIFF_STRING) {
				ys_biff_text text = ys_biff_text_at(&ahead, 0);
				g_autofree char *string = ys_biff_string(&text, FALSE);

				set_text(w, sheet, p, string);
				return;
			}
	} else if (p[6] < 3) {
		set_other(w, sheet, p, p[8], p[6] == 2);
	}
}

static void take_numbers(workbook *w, ys_sheet *sheet, const ys_biff *biff)
{
	guint column = ys_u16(biff->data + 2);

	for (guint at = 4; at + 6 <= biff->len - 2; at += 6, column++)
		set_number(w, sheet, ys_u16(biff->data), column, ys_u16(biff->data + at),
			   ys_biff_rk(ys_u32(biff->data + at + 2)));
}

static void take_cell(workbook *w, ys_sheet *sheet, const ys_biff *biff)
{
	const guint8 *p = biff->data;
	ys_biff_text text;

	if (biff->id == YS_BIFF_LABELSST && biff->len >= 10) {
		if (ys_u32(p + 6) < w->strings->len)
			set_text(w, sheet, p, g_ptr_array_index(w->strings, ys_u32(p + 6)));
	} else if (biff->id == YS_BIFF_LABEL && biff->len >= 8) {
		g_autofree char *string = NULL;

		text = ys_biff_text_at(biff, 6);
		string = ys_biff_string(&text, FALSE);
		set_text(w, sheet, p, string);
	} else if (biff->id == YS_BIFF_NUMBER && biff->len >= 14) {
		set_number(w, sheet, ys_u16(p), ys_u16(p + 2), ys_u16(p + 4), ys_biff_double(p + 6));
	} else if (biff->id == YS_BIFF_RK && biff->len >= 10) {
		set_number(w, sheet, ys_u16(p), ys_u16(p + 2), ys_u16(p + 4), ys_biff_rk(ys_u32(p + 6)));
	} else if (biff->id == YS_BIFF_MULRK && biff->len >= 6) {
		take_numbers(w, sheet, biff);
	} else if (biff->id == YS_BIFF_FORMULA && biff->len >= 20) {
		take_formula(w, sheet, biff);
	} else if (biff->id == YS_BIFF_BOOLERR && biff->len >= 8) {
		set_other(w, sheet, p, p[6], p[7]);
	}
}

static void take_shape(ys_sheet *sheet, const ys_biff *biff)
{
	const guint8 *p = biff->data;

	if (biff->id == YS_BIFF_ROW && biff->len >= 16 && (p[12] & 0x20))
		ys_sheet_hide_row(sheet, ys_u16(p));
	else if (biff->id == YS_BIFF_COLINFO && biff->len >= 10 && (p[8] & 1))
		ys_sheet_hide_columns(sheet, ys_u16(p), MIN(ys_u16(p + 2), 255));
	else if (biff->id == YS_BIFF_MERGEDCELLS && biff->len >= 2)
		for (guint at = 2; at + 8 <= biff->len; at += 8)
			ys_sheet_merge(sheet, ys_u16(p + at), ys_u16(p + at + 4), ys_u16(p + at + 2), ys_u16(p + at + 6));
}

static void remark_errors(const workbook *w, const char *name)
{
	ys_spot spot = { .sheet = ys_original_name(w->original, name), .row = w->first_error };

	if (w->n_errors)
		ys_original_add_remark(w->original, "cell-error", spot,
				       "%u cells of sheet %s print an error instead of a value", w->n_errors, name);
}

static gboolean read_sheet(workbook *w, const sheet_place *place, GError **error)
{
	g_autoptr(ys_sheet) sheet = ys_sheet_new();
	ys_biff biff = ys_biff_at(w->stream, place->offset);
	gsize begin = biff.next;
	guint depth = 0;

	w->n_errors = 0;
	while (ys_biff_next(&biff)) {
		if (biff.id == YS_BIFF_BOF)
			depth++;
		else if (biff.id == YS_BIFF_EOF && depth <= 1)
			break;
		else if (biff.id == YS_BIFF_EOF)
			depth--;
		if (depth != 1)
			continue;       /* a chart that lies in the sheet */
		take_shape(sheet, &biff);
		take_cell(w, sheet, &biff);
		if (w->n_cells > CELLS_MAX)
			return refuse(error, "more cells than any publication has; save the sheets that matter alone");
	}
	/* no two lie in one place: as many as there are names would take as many times the file */
	w->n_read += biff.next - begin;
	if (w->n_read > w->stream->len)
		return refuse_to_office(error, "a damaged workbook; open it and save it as .xlsx");
	remark_errors(w, place->name);
	ys_sheet_deliver(sheet, w->original, place->name);
	return TRUE;
}

/* ---- the reader ---- */

static int bid(const ys_bytes *bytes)
{
	g_autoptr(ys_ole) ole = ys_ole_new(bytes->data, bytes->len);

	return ole && (ys_ole_has(ole, "Workbook") || ys_ole_has(ole, "Book")) ? 80 : 0;
}

static gboolean read_workbook(workbook *w, GError **error)
{
	if (!read_shared(w, error))
		return FALSE;
	for (guint i = 0; i < w->places->len; i++) {
		const sheet_place *place = &g_array_index(w->places, sheet_place, i);

		if (!place->hidden && !read_sheet(w, place, error))
			return FALSE;
	}
	return w->original->elements->len ||
	       refuse(error, "no sheet of the workbook that is not hidden has text");
}

static ys_original *read_xls(const ys_bytes *bytes, GError **error)
{
	g_autoptr(ys_ole) ole = ys_ole_new(bytes->data, bytes->len);
	g_autoptr(GByteArray) stream = ole ? ys_ole_stream(ole, "Workbook") : NULL;
	g_autoptr(ys_original) original = ys_original_new("xls");
	workbook w = { .original = original };
	gboolean ok;

	if (!stream) {
		refuse_to_office(error, ole && ys_ole_has(ole, "Book")
				      ? "a workbook of Excel 5 or 95; open it and save it as .xlsx"
				      : "a damaged workbook; open it and save it as .xlsx");
		return NULL;
	}
	w.stream = stream;
	w.strings = g_ptr_array_new_with_free_func(g_free);
	w.codes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	w.formats = g_array_new(FALSE, FALSE, sizeof(guint));
	w.places = g_array_new(FALSE, FALSE, sizeof(sheet_place));
	g_array_set_clear_func(w.places, (GDestroyNotify)place_clear);
	ok = read_workbook(&w, error);
	g_ptr_array_unref(w.strings);
	g_hash_table_unref(w.codes);
	g_array_unref(w.formats);
	g_array_unref(w.places);
	return ok ? g_steal_pointer(&original) : NULL;
}

const ys_reader ys_reader_xls = { "xls", bid, read_xls };
