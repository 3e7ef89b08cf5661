#include "src/original/readers.h"

#include "tests/unit/ole_fixture.h"
#include "tests/unit/publication_fixture.h"

/* A document in short: characters as they are stored, with
 *   ¶ end of a paragraph   ¦ end of a cell, ⏎ of a paragraph in it   ‖ end of a row   { } hidden
 *   [ asked « result » of a field
 * Cells lie side by side, 1000 twentieths wide; behind ‖ one letter a cell may say otherwise: w twice as
 * wide, l goes on with the left one, a with the one above, v begins what goes on below; h: a row that is repeated. */
typedef struct {
	GByteArray *text;       /* UTF-16 */
	GArray *ends;           /* of guint32: where paragraphs end in it */
	GPtrArray *properties;  /* of GByteArray: of each paragraph */
	GArray *hidden;         /* of guint32: where runs begin, hidden every other one */
} document;

#define TEXT_AT 1024

static GByteArray *row_properties(const char *cells, guint n)
{
	GByteArray *out = g_byte_array_new();
	gboolean head = strchr(cells, 'h') != NULL;
	int place = 0;

	put_u16(out, 0x2416);
	put_u8(out, 1);
	put_u16(out, 0x2417);
	put_u8(out, 1);
	if (head) {
		put_u16(out, 0x3404);
		put_u8(out, 1);
	}
	put_u16(out, 0xd608);
	put_u16(out, 1 + 1 + 2 * (n + 1) + 20 * n);
	put_u8(out, n);
	put_u16(out, 0);
	for (guint i = 0; i < n; i++) {
		place += strlen(cells) > i && cells[i] == 'w' ? 2000 : 1000;
		put_u16(out, place);
	}
	for (guint i = 0; i < n; i++) {
		char c = strlen(cells) > i ? cells[i] : ' ';

		put_u16(out, c == 'l' ? 0x02 : c == 'a' ? 0x20 : c == 'v' ? 0x60 : 0);
		put_zeros(out, out->len + 18);
	}
	return out;
}

static void end_here(document *d, GByteArray *properties)
{
	guint32 at = TEXT_AT + d->text->len;

	g_array_append_val(d->ends, at);
	g_ptr_array_add(d->properties, properties);
}

static GByteArray *cell_properties(void)
{
	GByteArray *out = g_byte_array_new();

	put_u16(out, 0x2416);
	put_u8(out, 1);
	return out;
}

static guint stored(gunichar c)
{
	static const struct {
		gunichar c;
		guint stored;
	} marks[] = { { 0xb6, 13 }, { 0x23ce, 13 }, { 0xa6, 7 }, { 0x2016, 7 }, { '[', 19 }, { 0xab, 20 }, { 0xbb, 21 } };

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
		if (marks[i].c == c)
			return marks[i].stored;
	return c;
}

static void take(document *d, const char *s)
{
	guint cells = 0;

	while (*s) {
		gunichar c = g_utf8_get_char(s);
		guint32 here = TEXT_AT + d->text->len;

		s = g_utf8_next_char(s);
		if (c == '{' || c == '}') {
			g_array_append_val(d->hidden, here);
			continue;
		}
		put_u16(d->text, stored(c));
		if (c == 0xb6) {
			end_here(d, NULL);
		} else if (c == 0xa6 || c == 0x23ce) {
			cells += c == 0xa6;
			end_here(d, cell_properties());
		} else if (c == 0x2016) {
			gsize len = strspn(s, "wlavh-");
			g_autofree char *spec = g_strndup(s, len);

			end_here(d, row_properties(spec, cells));
			s += len;
			cells = 0;
		}
	}
}

/* A page of properties: bounds, where each one's properties are, the properties from behind. */
static void put_page(GByteArray *out, const GArray *bounds, GPtrArray *properties, gboolean paragraphs)
{
	gsize page = out->len;
	guint n = bounds->len - 1, step = paragraphs ? 13 : 1, at = 510;

	put_zeros(out, page + 512);
	out->data[page + 511] = n;
	for (guint i = 0; i <= n; i++)
		set_u32(out, page + 4 * i, g_array_index(bounds, guint32, i));
	for (guint i = 0; i < n; i++) {
		const GByteArray *own = g_ptr_array_index(properties, i);
		guint len;

		if (!own)
			continue;
		/* a count of words, a style of two bytes, the properties; of runs a count of bytes */
		len = own->len + (paragraphs ? 2 + 1 + (own->len % 2 == 0) : 1);
		at = (at - len) & ~1u;
		out->data[page + 4 * (n + 1) + step * i] = at / 2;
		out->data[page + at] = paragraphs ? (own->len + 2) / 2 + (own->len % 2) : own->len;
		memcpy(out->data + page + at + (paragraphs ? 3 : 1), own->data, own->len);
	}
}

static void put_bounds(GByteArray *table, GByteArray *document, gsize where, guint32 begin, guint32 end, guint32 page)
{
	set_u32(document, where, table->len);
	set_u32(document, where + 4, 12);
	put_u32(table, begin);
	put_u32(table, end);
	put_u32(table, page);
}

static GPtrArray *hidden_properties(const document *d)
{
	GPtrArray *out = g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);

	for (guint i = 0; i <= d->hidden->len; i++) {
		GByteArray *own = NULL;

		if (i % 2) {
			own = g_byte_array_new();
			put_u16(own, 0x083c);
			put_u8(own, 1);
		}
		g_ptr_array_add(out, own);
	}
	return out;
}

static void byte_array_free(gpointer bytes)
{
	if (bytes)
		g_byte_array_unref(bytes);
}

static GByteArray *doc_of(const char *s)
{
	document d = { g_byte_array_new(), g_array_new(FALSE, FALSE, 4), g_ptr_array_new_with_free_func(byte_array_free),
		       g_array_new(FALSE, FALSE, 4) };
	g_autoptr(GByteArray) stream = g_byte_array_new(), table = g_byte_array_new();
	g_autoptr(GPtrArray) hidden = NULL;
	g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, 4);
	guint32 begin = TEXT_AT, end;
	GByteArray *file;

	take(&d, s);
	end = TEXT_AT + d.text->len;
	put_u16(stream, 0xa5ec);
	put_zeros(stream, 0x0a);
	put_u16(stream, 0x200);
	put_zeros(stream, TEXT_AT);
	g_byte_array_append(stream, d.text->data, d.text->len);
	put_zeros(stream, (stream->len + 511) / 512 * 512);
	set_u32(stream, 0x4c, d.text->len / 2);
	put_bounds(table, stream, 0x102, begin, end, stream->len / 512);
	g_array_prepend_val(d.ends, begin);
	put_page(stream, d.ends, d.properties, TRUE);
	put_bounds(table, stream, 0xfa, begin, end, stream->len / 512);
	hidden = hidden_properties(&d);
	g_ptr_array_set_free_func(hidden, byte_array_free);
	g_array_append_val(runs, begin);
	g_array_append_vals(runs, d.hidden->data, d.hidden->len);
	g_array_append_val(runs, end);
	put_page(stream, runs, hidden, FALSE);
	set_u32(stream, 0x1a2, table->len);
	set_u32(stream, 0x1a6, 5 + 4 * 2 + 8);
	put_u8(table, 2);
	put_u32(table, 4 * 2 + 8);
	put_u32(table, 0);
	put_u32(table, d.text->len / 2);
	put_u16(table, 0);
	put_u32(table, TEXT_AT);
	put_u16(table, 0);
	file = ole_of((ole_stream[]){ { "WordDocument", stream }, { "1Table", table }, { NULL, NULL } });
	g_byte_array_unref(d.text);
	g_array_unref(d.ends);
	g_ptr_array_unref(d.properties);
	g_array_unref(d.hidden);
	return file;
}

static const struct {
	const char *name, *document, *dump;
} rows[] = {
	{ "paragraphs", "青禾县教育局¶2023年部门预算¶", "text: 青禾县教育局\ntext: 2023年部门预算\n" },
	{ "an empty paragraph is none", "甲¶¶乙¶", "text: 甲\ntext: 乙\n" },
	{ "a table", "甲¶项目¦金额¦‖道路¦1.00¦‖乙¶",
	  "text: 甲\ntable\n  | 0:项目 | 1:金额 |\n  | 0:道路 | 1:1.00 |\ntext: 乙\n" },
	{ "a row that is repeated on each page is a head", "项目¦金额¦‖--h道路¦1.00¦‖¶",
	  "table\n  head | 0:项目 | 1:金额 |\n  | 0:道路 | 1:1.00 |\n" },
	{ "a cell as wide as two", "收入¦‖w项目¦金额¦‖¶", "table\n  | 0[2x1]:收入 |\n  | 0:项目 | 1:金额 |\n" },
	{ "a cell that goes on with the left one", "收入¦¦支出¦‖-l项目¦金额¦科目¦‖¶",
	  "table\n  | 0[2x1]:收入 | 2:支出 |\n  | 0:项目 | 1:金额 | 2:科目 |\n" },
	{ "a cell that goes on with the one above", "项目¦金额¦‖v¦1.00¦‖a¶", "table\n  | 0[1x2]:项目 | 1:金额 |\n  | 1:1.00 |\n" },
	{ "two paragraphs in a cell", "甲⏎乙¦1.00¦‖丙¦2.00¦‖¶", "table\n  | 0:甲 ¶ 乙 | 1:1.00 |\n  | 0:丙 | 1:2.00 |\n" },
	{ "hidden text is not read", "甲{乙}丙¶", "text: 甲丙\n" },
	{ "the result of a field is, not what it asks for", "第[PAGE «3»页¶", "text: 第3页\n" },
	{ "a field inside a field", "[IF [PAGE «2»=2 «甲»乙¶", "text: 甲乙\n" },
	{ "a tab is a blank", "目录\t3¶", "text: 目录 3\n" },
};

static ys_original *read_bytes(const GByteArray *file, gsize len, GError **error)
{
	ys_bytes bytes = { .name = "某.doc", .data = (const char *)file->data, .len = len };

	return ys_reader_of(&bytes) == &ys_reader_doc ? ys_reader_doc.read(&bytes, error) : NULL;
}

static void a_document_is_read(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autoptr(GByteArray) file = doc_of(row->document);
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_original) original = read_bytes(file, file->len, &error);
	g_autofree char *dump = original ? ys_original_dump(original) : NULL;

	if (!original)
		fail_msg("%s", error ? error->message : "no reader bids");
	assert_string_equal(dump + strlen("format doc\n"), row->dump);
}

static void a_password_is_said(void **state)
{
	g_autoptr(GByteArray) file = doc_of("甲¶");
	g_autoptr(GError) error = NULL;

	(void)state;
	file->data[512 + 0x0b] |= 0x01;
	assert_null(read_bytes(file, file->len, &error));
	assert_string_equal(error->message, "a Word document with a password; save it without one");
}

static void an_older_word_is_said(void **state)
{
	g_autoptr(GByteArray) file = doc_of("甲¶");
	g_autoptr(GError) error = NULL;

	(void)state;
	file->data[512] = 0xdc;
	assert_null(read_bytes(file, file->len, &error));
	assert_non_null(strstr(error->message, "save it as .docx"));
}

static void a_document_without_text_is_refused(void **state)
{
	g_autoptr(GByteArray) file = doc_of("{甲} ¶");
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_null(read_bytes(file, file->len, &error));
	assert_string_equal(error->message, "there is no text in the document");
}

static void no_damage_does_harm(void **state)
{
	g_autoptr(GByteArray) whole = doc_of("甲{乙}¶项目¦金额¦‖w道路¦1.00¦‖¶");

	(void)state;
	for (gsize i = 0; i < whole->len; i++) {
		g_autoptr(ys_original) cut = NULL, changed = NULL;
		guint8 byte = whole->data[i];

		whole->data[i] ^= 0xff;
		changed = read_bytes(whole, whole->len, NULL);
		whole->data[i] = byte;
		if (i % 16 == 0)
			cut = read_bytes(whole, i, NULL);
	}
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_document_is_read);
	ADD_TEST(tests, a_password_is_said);
	ADD_TEST(tests, an_older_word_is_said);
	ADD_TEST(tests, a_document_without_text_is_refused);
	ADD_TEST(tests, no_damage_does_harm);
	return run_all("doc", tests);
}
