#include "src/original/biff.h"
#include "tests/unit/ole_fixture.h"
#include "tests/unit/reader_fixture.h"

/* What stands in a workbook, record by record.  Kinds of cells: 0 General, 1 two digits and 元, 2 a date,
 * 3 percent, 4 a format that is not in the file. */
typedef enum {
	END, SHEET, HIDDEN_SHEET, CHART_SHEET, SHARED, RICH, LABEL, NUMBER, RK, MULRK, FORMULA, FORMULA_TEXT,
	FORMULA_TRUTH, FORMULA_ERROR, TRUTH, ERROR, MERGE, HIDDEN_ROW, HIDDEN_COLUMNS, CHART, CHART_END
} item_kind;

typedef struct {
	item_kind kind;
	guint row, column, format;
	const char *text;       /* of shared ones: in what follows | the record ends */
	double number;
} item;

#define ITEMS_MAX 14

/* A number of four bytes: the upper half of a double, or an integer; either may be hundredths. */
#define RK_INTEGER(n) ((guint32)(n) << 2 | 2)
#define RK_HUNDREDTHS 1u

typedef struct {
	gboolean since_1904;
	item items[ITEMS_MAX];
} book;

static gsize begin_record(GByteArray *out, guint id)
{
	put_u16(out, id);
	put_u16(out, 0);
	return out->len;
}

static void end_record(GByteArray *out, gsize begin)
{
	out->data[begin - 2] = (out->len - begin) & 0xff;
	out->data[begin - 1] = (out->len - begin) >> 8;
}

static void put_bof(GByteArray *out, guint version, guint what)
{
	gsize at = begin_record(out, YS_BIFF_BOF);

	put_u16(out, version);
	put_u16(out, what);
	put_zeros(out, at + 16);
	end_record(out, at);
}

static void put_empty(GByteArray *out, guint id)
{
	end_record(out, begin_record(out, id));
}

/* ---- strings ---- */

static gboolean is_wide(const char *s, const char *end)
{
	for (; s < end; s++)
		if (*s & 0x80)
			return TRUE;
	return FALSE;
}

static glong put_characters(GByteArray *out, const char *s, const char *end, gboolean wide)
{
	glong n;
	g_autofree gunichar2 *units = g_utf8_to_utf16(s, end - s, NULL, &n, NULL);

	for (glong i = 0; i < n; i++) {
		if (wide)
			put_u16(out, units[i]);
		else
			put_u8(out, units[i]);
	}
	return n;
}

static void put_string(GByteArray *out, const char *s, gboolean short_length)
{
	const char *end = s + strlen(s);
	gboolean wide = is_wide(s, end);
	gsize at = out->len;
	glong n;

	put_u8(out, 0);
	if (!short_length)
		put_u8(out, 0);
	put_u8(out, wide);
	n = put_characters(out, s, end, wide);
	out->data[at] = n & 0xff;
	if (!short_length)
		out->data[at + 1] = n >> 8;
}

/* Up to a bar, then in a record that goes on and says how wide its characters are.  Returns where the last
 * record begins. */
static gsize put_shared(GByteArray *out, gsize record, const char *s, gboolean rich)
{
	gsize at = out->len;
	glong n = 0;

	put_u16(out, 0);
	for (gboolean first = TRUE;; first = FALSE) {
		const char *end = strchrnul(s, '|');
		gboolean wide = is_wide(s, end);

		put_u8(out, wide | (first && rich ? 0x0c : 0));
		if (first && rich) {
			put_u16(out, 1);
			put_u32(out, 3);
		}
		n += put_characters(out, s, end, wide);
		if (!*end)
			break;
		end_record(out, record);
		record = begin_record(out, YS_BIFF_CONTINUE);
		s = end + 1;
	}
	out->data[at] = n & 0xff;
	out->data[at + 1] = n >> 8;
	if (rich) {
		/* how its characters look lies in the next record, how it is read aloud in one more */
		end_record(out, record);
		record = begin_record(out, YS_BIFF_CONTINUE);
		put_u32(out, 0x41414141);
		end_record(out, record);
		record = begin_record(out, YS_BIFF_CONTINUE);
		put_u16(out, 0x4141);
		put_u8(out, 0x41);
	}
	return record;
}

static void put_strings(GByteArray *out, const item *items)
{
	gsize record = begin_record(out, YS_BIFF_SST), counts = out->len;
	guint n = 0;

	put_u32(out, 0);
	put_u32(out, 0);
	for (; items->kind; items++) {
		if (items->kind != SHARED && items->kind != RICH)
			continue;
		record = put_shared(out, record, items->text, items->kind == RICH);
		n++;
	}
	end_record(out, record);
	set_u32(out, counts + 4, n);
}

/* ---- records ---- */

static void put_double(GByteArray *out, double number)
{
	guint64 bits;

	memcpy(&bits, &number, sizeof bits);
	put_u32(out, bits);
	put_u32(out, bits >> 32);
}

static gsize begin_cell(GByteArray *out, guint id, const item *item)
{
	gsize at = begin_record(out, id);

	put_u16(out, item->row);
	put_u16(out, item->column);
	put_u16(out, item->format);
	return at;
}

static void put_formula(GByteArray *out, const item *item)
{
	gsize at = begin_cell(out, YS_BIFF_FORMULA, item);

	if (item->kind == FORMULA) {
		put_double(out, item->number);
	} else {
		put_u16(out, item->kind == FORMULA_TEXT ? 0 : item->kind == FORMULA_TRUTH ? 1 : 2);
		put_u16(out, item->number);
		put_u16(out, 0);
		put_u16(out, 0xffff);
	}
	put_zeros(out, at + 22);
	end_record(out, at);
	if (item->kind != FORMULA_TEXT)
		return;
	put_empty(out, 0x4bc);  /* a formula that cells share may stand between */
	at = begin_record(out, YS_BIFF_STRING);
	put_string(out, item->text, FALSE);
	end_record(out, at);
}

static void put_value(GByteArray *out, const item *item, guint *shared)
{
	static const guint ids[] = { [SHARED] = YS_BIFF_LABELSST, [RICH] = YS_BIFF_LABELSST, [LABEL] = YS_BIFF_LABEL,
				     [NUMBER] = YS_BIFF_NUMBER, [RK] = YS_BIFF_RK, [TRUTH] = YS_BIFF_BOOLERR,
				     [ERROR] = YS_BIFF_BOOLERR };
	gsize at = begin_cell(out, ids[item->kind], item);

	if (item->kind == SHARED || item->kind == RICH)
		put_u32(out, (*shared)++);
	else if (item->kind == LABEL)
		put_string(out, item->text, FALSE);
	else if (item->kind == NUMBER)
		put_double(out, item->number);
	else if (item->kind == RK)
		put_u32(out, item->number);
	else
		put_u16(out, (guint)item->number | (item->kind == ERROR ? 0x100 : 0));
	end_record(out, at);
}

/* As many cells as format says, the first with the number, each one more. */
static void put_row_of_numbers(GByteArray *out, const item *item)
{
	gsize at = begin_record(out, YS_BIFF_MULRK);

	put_u16(out, item->row);
	put_u16(out, item->column);
	for (guint i = 0; i < item->format; i++) {
		put_u16(out, 0);
		put_u32(out, RK_INTEGER((guint)item->number + i));
	}
	put_u16(out, item->column + item->format - 1);
	end_record(out, at);
}

/* Merged, hidden: row and column to format and number. */
static void put_shape(GByteArray *out, const item *item)
{
	gsize at;

	if (item->kind == MERGE) {
		at = begin_record(out, YS_BIFF_MERGEDCELLS);
		put_u16(out, 1);
		put_u16(out, item->row);
		put_u16(out, item->format);
		put_u16(out, item->column);
		put_u16(out, item->number);
	} else if (item->kind == HIDDEN_ROW) {
		at = begin_record(out, YS_BIFF_ROW);
		put_u16(out, item->row);
		put_zeros(out, at + 12);
		put_u32(out, 0x120);
	} else {
		at = begin_record(out, YS_BIFF_COLINFO);
		put_u16(out, item->column);
		put_u16(out, item->number);
		put_u32(out, 0);
		put_u16(out, 1);
		put_u16(out, 0);
	}
	end_record(out, at);
}

static void put_item(GByteArray *out, const item *item, guint *shared)
{
	switch (item->kind) {
	case CHART:
		put_bof(out, 0x600, 0x20);
		break;
	case CHART_END:
		put_empty(out, YS_BIFF_EOF);
		break;
	case MERGE:
	case HIDDEN_ROW:
	case HIDDEN_COLUMNS:
		put_shape(out, item);
		break;
	case MULRK:
		put_row_of_numbers(out, item);
		break;
	case FORMULA:
	case FORMULA_TEXT:
	case FORMULA_TRUTH:
	case FORMULA_ERROR:
		put_formula(out, item);
		break;
	default:
		put_value(out, item, shared);
	}
}

/* ---- workbooks ---- */

static void put_formats(GByteArray *out)
{
	static const guint formats[] = { 0, 176, 14, 10, 399 };
	gsize at = begin_record(out, YS_BIFF_FORMAT);

	put_u16(out, 176);
	put_string(out, "#,##0.00\"元\"", FALSE);
	end_record(out, at);
	for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
		at = begin_record(out, YS_BIFF_XF);
		put_u16(out, 0);
		put_u16(out, formats[i]);
		put_zeros(out, at + 20);
		end_record(out, at);
	}
}

static gboolean is_sheet(const item *item)
{
	return item->kind == SHEET || item->kind == HIDDEN_SHEET || item->kind == CHART_SHEET;
}

/* Returns where the place of the sheet is said. */
static gsize put_sheet_name(GByteArray *out, const item *item)
{
	gsize at = begin_record(out, YS_BIFF_BOUNDSHEET);

	put_u32(out, 0);
	put_u8(out, item->kind == HIDDEN_SHEET);
	put_u8(out, item->kind == CHART_SHEET ? 2 : 0);
	put_string(out, item->text, TRUE);
	end_record(out, at);
	return at;
}

static GByteArray *stream_of(const book *book)
{
	GByteArray *out = g_byte_array_new();
	gsize places[ITEMS_MAX], n = 0;
	guint shared = 0;

	put_bof(out, 0x600, 5);
	if (book->since_1904) {
		gsize at = begin_record(out, YS_BIFF_1904);

		put_u16(out, 1);
		end_record(out, at);
	}
	put_formats(out);
	for (const item *item = book->items; item->kind; item++)
		if (is_sheet(item))
			places[n++] = put_sheet_name(out, item);
	put_strings(out, book->items);
	put_empty(out, YS_BIFF_EOF);
	n = 0;
	for (const item *item = book->items; item->kind; item++) {
		if (!is_sheet(item)) {
			put_item(out, item, &shared);
			continue;
		}
		if (n)
			put_empty(out, YS_BIFF_EOF);
		set_u32(out, places[n++], out->len);
		put_bof(out, 0x600, 0x10);
	}
	put_empty(out, YS_BIFF_EOF);
	return out;
}

static GByteArray *file_of(const GByteArray *stream, const char *name)
{
	return ole_of((ole_stream[]){ { name, stream }, { NULL, NULL } });
}

static GByteArray *workbook_of(const book *book)
{
	g_autoptr(GByteArray) stream = stream_of(book);

	return file_of(stream, "Workbook");
}

#define SHEET_OF(name) { SHEET, .text = name }
#define T(row, column, text) { SHARED, row, column, 0, text, 0 }
#define N(kind, row, column, format, number) { kind, row, column, format, NULL, number }
/* a second row that makes a table of the sheet */
#define REST T(1, 0, "x"), T(1, 1, "y")
#define REST_DUMP "  | 0:x | 1:y |\n"
#define TABLE "table sheet=表 row=1\n"

static const struct {
	const char *name;
	book book;
	const char *dump;
} rows[] = {
	{ "a table, its rows as the sheet counts them",
	  { .items = { SHEET_OF("表"), T(2, 0, "科目"), T(2, 1, "金额"), T(4, 0, "合计"), T(4, 1, "1.00") } },
	  "table sheet=表 row=3\n  | 0:科目 | 1:金额 |\n  | 0:合计 | 1:1.00 |\n" },
	{ "a sheet without two texts in a row is prose",
	  { .items = { SHEET_OF("Sheet1"), T(0, 0, "封面"), T(2, 1, "甲局") } },
	  "text sheet=Sheet1 row=1: 封面\ntext sheet=Sheet1 row=3: 甲局\n" },
	{ "strings that go on in another record, there wider, narrower, three times, from their first character",
	  { .items = { SHEET_OF("表"), T(0, 0, "2023|年度|A|类"), T(0, 1, "科目|abc"), T(1, 0, "|金额"),
		       T(1, 1, "y") } },
	  TABLE "  | 0:2023年度A类 | 1:科目abc |\n  | 0:金额 | 1:y |\n" },
	{ "a character of two units, also where a record ends between others",
	  { .items = { SHEET_OF("表"), T(0, 0, "\360\240\200\200a"), T(0, 1, "x|\360\240\200\200"), REST } },
	  TABLE "  | 0:\360\240\200\200a | 1:x\360\240\200\200 |\n" REST_DUMP },
	{ "what is read aloud and how characters look is no text",
	  { .items = { SHEET_OF("表"), { RICH, 0, 0, 0, "预|算", 0 }, { RICH, 0, 1, 0, "a", 0 }, REST } },
	  TABLE "  | 0:预算 | 1:a |\n" REST_DUMP },
	{ "a text in the cell itself",
	  { .items = { SHEET_OF("表"), { LABEL, 0, 0, 0, "科目", 0 }, { LABEL, 0, 1, 0, "abc", 0 }, REST } },
	  TABLE "  | 0:科目 | 1:abc |\n" REST_DUMP },
	{ "numbers as their formats print them",
	  { .items = { SHEET_OF("表"), N(NUMBER, 0, 0, 0, 201), N(NUMBER, 0, 1, 1, 1234.5),
		       N(NUMBER, 0, 2, 2, 45327),
		       N(NUMBER, 0, 3, 3, 0.9985), N(NUMBER, 0, 4, 99, -1.5), REST } },
	  TABLE "  | 0:201 | 1:1,234.50元 | 2:2024/2/5 | 3:99.85% | 4:-1.5 |\n" REST_DUMP },
	{ "a format that is not in the file prints what is there",
	  { .items = { SHEET_OF("表"), { SHARED, 0, 0, 4, "科目", 0 }, N(NUMBER, 0, 1, 4, 1.5), REST } },
	  TABLE "  | 0:科目 | 1:1.5 |\n" REST_DUMP },
	{ "numbers of four bytes: integers, hundredths, less than nothing, halves of a double",
	  { .items = { SHEET_OF("表"), N(RK, 0, 0, 0, RK_INTEGER(201)),
		       N(RK, 0, 1, 1, RK_INTEGER(123456) | RK_HUNDREDTHS),
		       N(RK, 0, 2, 0, RK_INTEGER(-7)), N(RK, 0, 3, 0, 0x3ff80000u),
		       N(RK, 0, 4, 0, 0x40590000u | RK_HUNDREDTHS), REST } },
	  TABLE "  | 0:201 | 1:1,234.56元 | 2:-7 | 3:1.5 | 4:1 |\n" REST_DUMP },
	{ "a row of numbers in one record",
	  { .items = { SHEET_OF("表"), T(0, 0, "a"), N(MULRK, 0, 1, 3, 7), REST } },
	  TABLE "  | 0:a | 1:7 | 2:8 | 3:9 |\n" REST_DUMP },
	{ "values of formulas as they were: numbers, texts, truth",
	  { .items = { SHEET_OF("表"), N(FORMULA, 0, 0, 1, 1422.8400000000001),
		       { FORMULA_TEXT, 0, 1, 0, "合计", 0 },
		       N(FORMULA_TRUTH, 0, 2, 0, 1), N(FORMULA_TRUTH, 0, 3, 0, 0), REST } },
	  TABLE "  | 0:1,422.84元 | 1:合计 | 2:TRUE | 3:FALSE |\n" REST_DUMP },
	{ "truth", { .items = { SHEET_OF("表"), N(TRUTH, 0, 0, 0, 1), N(TRUTH, 0, 1, 0, 0), REST } },
	  TABLE "  | 0:TRUE | 1:FALSE |\n" REST_DUMP },
	{ "errors are printed and remarked, from formulas too",
	  { .items = { SHEET_OF("表"), T(0, 0, "a"), N(ERROR, 0, 1, 0, 0x2a), N(FORMULA_ERROR, 0, 2, 0, 0x17),
		       N(ERROR, 0, 3, 0, 0x7), REST } },
	  "remark cell-error sheet=表 row=1: 3 cells of sheet 表 print an error instead of a value\n"
	  TABLE "  | 0:a | 1:#N/A | 2:#REF! | 3:#DIV/0! |\n" REST_DUMP },
	{ "errors are counted for each sheet",
	  { .items = { SHEET_OF("甲"), N(ERROR, 0, 0, 0, 0x2a), SHEET_OF("乙"), T(0, 0, "b") } },
	  "remark cell-error sheet=甲 row=1: 1 cells of sheet 甲 print an error instead of a value\n"
	  "text sheet=甲 row=1: #N/A\ntext sheet=乙 row=1: b\n" },
	{ "a workbook of a Macintosh",
	  { TRUE, { SHEET_OF("表"), N(NUMBER, 0, 0, 2, 43865), T(0, 1, "b"), REST } },
	  TABLE "  | 0:2024/2/5 | 1:b |\n" REST_DUMP },
	{ "merged cells",
	  { .items = { SHEET_OF("表"), T(0, 0, "科目"), T(0, 1, "金额"), T(1, 0, "under"), T(1, 1, "甲"),
		       T(1, 2, "乙"), T(2, 0, "a"),
		       N(MULRK, 2, 1, 2, 1), N(MERGE, 0, 1, 0, 2), N(MERGE, 0, 0, 1, 0) } },
	  TABLE "  | 0[1x2]:科目 | 1[2x1]:金额 |\n  | 1:甲 | 2:乙 |\n  | 0:a | 1:1 | 2:2 |\n" },
	{ "hidden rows and columns are not printed, what is right of them moves up",
	  { .items = { SHEET_OF("表"), N(HIDDEN_COLUMNS, 0, 1, 0, 2), N(HIDDEN_ROW, 1, 0, 0, 0), T(0, 0, "a"),
		       T(0, 1, "b"), T(0, 2, "c"),
		       T(0, 3, "d"), T(1, 0, "x"), T(2, 0, "e"), T(2, 3, "f") } },
	  TABLE "  | 0:a | 1:d |\n  | 0:e | 1:f |\n" },
	{ "sheets in the order of their tabs, without the hidden ones and the charts",
	  { .items = { SHEET_OF("b"), T(0, 0, "第一"), { HIDDEN_SHEET, .text = "h" }, T(0, 0, "x"),
		       { CHART_SHEET, .text = "图" },
		       T(0, 0, "y"), SHEET_OF("a"), T(0, 0, "第二") } },
	  "text sheet=b row=1: 第一\ntext sheet=a row=1: 第二\n" },
	{ "a chart inside a sheet is none of its cells, what comes after is",
	  { .items = { SHEET_OF("表"), T(0, 0, "a"), T(0, 1, "b"), { .kind = CHART }, N(NUMBER, 5, 0, 0, 99),
		       { .kind = CHART }, { .kind = CHART_END },
		       N(NUMBER, 6, 0, 0, 98), { .kind = CHART_END }, REST } },
	  TABLE "  | 0:a | 1:b |\n" REST_DUMP },
};

static void a_workbook_is_read(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autofree char *dump = read_bytes(workbook_of(&row->book));
	g_autofree char *expected = g_strconcat("format xls\n", row->dump, NULL);

	assert_string_equal(dump, expected);
}

/* ---- refusals ---- */

static GByteArray *begun(guint version, guint id)
{
	GByteArray *out = g_byte_array_new();

	put_bof(out, version, 5);
	put_empty(out, id);
	return out;
}

static GByteArray *with_a_password(void)
{
	return begun(0x600, YS_BIFF_FILEPASS);
}

static GByteArray *of_excel_95(void)
{
	return begun(0x500, YS_BIFF_EOF);
}

static GByteArray *without_a_beginning(void)
{
	GByteArray *out = g_byte_array_new();

	put_empty(out, YS_BIFF_EOF);
	put_zeros(out, 512);
	return out;
}

static GByteArray *without_text(void)
{
	return stream_of(&(book){ .items = { SHEET_OF("表"), T(0, 0, " "), { HIDDEN_SHEET, .text = "h" },
		       T(0, 0, "x") } });
}

/* Each record says that one more sheet begins where the file does. */
static GByteArray *of_many_sheets_in_one_place(void)
{
	GByteArray *out = g_byte_array_new();

	put_bof(out, 0x600, 5);
	for (int i = 0; i < 20000; i++)
		put_sheet_name(out, &(item){ SHEET, .text = "s" });
	return out;
}

static const struct {
	const char *name;
	GByteArray *(*stream)(void);
	const char *stream_name, *result;
} refused_rows[] = {
	{ "a password", with_a_password, "Workbook", "refused: a workbook with a password; save it without one" },
	{ "an Excel older than 97", of_excel_95, "Book",
	  "refused: a workbook of Excel 5 or 95; open it and save it as .xlsx" },
	{ "a workbook that does not begin", without_a_beginning, "Workbook",
	  "refused: a damaged workbook; open it and save it as .xlsx" },
	{ "nothing in it", g_byte_array_new, "Workbook", "refused: a damaged workbook; open it and save it as .xlsx" },
	{ "nothing to see", without_text, "Workbook",
	  "refused: no sheet of the workbook that is not hidden has text" },
	{ "many sheets that lie in one place", of_many_sheets_in_one_place, "Workbook",
	  "refused: a damaged workbook; open it and save it as .xlsx" },
};

static void it_is_refused(void **state)
{
	const typeof(refused_rows[0]) *row = *state;
	g_autoptr(GByteArray) stream = row->stream();
	g_autofree char *dump = read_bytes(file_of(stream, row->stream_name));

	assert_string_equal(dump, row->result);
}

static void no_damage_does_harm(void **state)
{
	for (gsize b = 0; b < G_N_ELEMENTS(rows); b++) {
		g_autoptr(GByteArray) whole = workbook_of(&rows[b].book);

		for (gsize i = 0; i < whole->len; i++) {
			guint8 byte = whole->data[i];

			whole->data[i] ^= 0xff;
			g_free(read_as_dump(whole->data, whole->len));
			whole->data[i] = byte;
			if (i && i % 16 == 0)
				g_free(read_as_dump(whole->data, i));
		}
	}
	(void)state;
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_workbook_is_read);
	ADD_ROWS(tests, refused_rows, it_is_refused);
	ADD_TEST(tests, no_damage_does_harm);
	return run_all("xls", tests);
}
