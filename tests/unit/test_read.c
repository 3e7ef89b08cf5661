#include "src/publication/lines/read.h"

#include "src/error.h"
#include "tests/unit/publication_fixture.h"

/* Invented, and long enough for its encoding to be recognised without a mark. */
static const char text[] = "2023年云栖县交通局部门预算\n单位：万元\n项目名称\t合计\n道路养护\t1,234.56\n"
			   "桥梁检测\t78.90\n备注：无。\n";

static const struct {
	const char *name, *encoding, *mark;
	gsize mark_len;
	gboolean converted;
} encoding_rows[] = {
	{ "UTF-8 is read", "UTF-8", "", 0, FALSE },
	{ "UTF-8 with a BOM is read", "UTF-8", "\xef\xbb\xbf", 3, FALSE },
	{ "GB18030 is read", "GB18030", "", 0, TRUE },
	{ "GBK is read", "GBK", "", 0, TRUE },
	{ "UTF-16LE with a BOM is read", "UTF-16LE", "\xff\xfe", 2, TRUE },
	{ "UTF-16BE with a BOM is read", "UTF-16BE", "\xfe\xff", 2, TRUE },
	{ "UTF-16LE without a BOM is read", "UTF-16LE", "", 0, TRUE },
	{ "UTF-16BE without a BOM is read", "UTF-16BE", "", 0, TRUE },
};

static GByteArray *encode(const char *utf8, gsize row)
{
	GByteArray *bytes = g_byte_array_new();
	gsize len = 0;
	g_autofree char *encoded = g_convert(utf8, -1, encoding_rows[row].encoding, "UTF-8", NULL, &len, NULL);

	assert_non_null(encoded);
	g_byte_array_append(bytes, (const guint8 *)encoding_rows[row].mark, encoding_rows[row].mark_len);
	g_byte_array_append(bytes, (const guint8 *)encoded, len);
	return bytes;
}

static ys_input *read_bytes(const GByteArray *bytes)
{
	g_autoptr(GError) error = NULL;
	ys_input *input = ys_input_new((const char *)bytes->data, bytes->len, &error);

	if (!input)
		fail_msg("%s", error->message);
	return input;
}

static const ys_warning *warning_of(const ys_input *input, const char *code)
{
	for (guint i = 0; i < input->warnings->len; i++) {
		const ys_warning *warning = g_ptr_array_index(input->warnings, i);

		if (!strcmp(warning->code, code))
			return warning;
	}
	return NULL;
}

static void an_encoding_is_recognised(void **state)
{
	gsize row = (const typeof(encoding_rows[0]) *)*state - encoding_rows;
	g_autoptr(GByteArray) bytes = encode(text, row);
	g_autoptr(ys_input) input = read_bytes(bytes);

	assert_string_equal(input->text, text);
	assert_int_equal(input->lines->len, 6);
	assert_int_equal(input->warnings->len, encoding_rows[row].converted);
	if (encoding_rows[row].converted)
		assert_non_null(warning_of(input, "encoding"));
}

/* Wherever the file is cut, what comes before is there, and a character that was cut is said. */
static void a_file_cut_anywhere_keeps_what_comes_before(void **state)
{
	gsize row = (const typeof(encoding_rows[0]) *)*state - encoding_rows;
	g_autoptr(GByteArray) whole = encode(text, row);

	for (guint len = whole->len - 6; len < whole->len; len++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(ys_input) input = ys_input_new((const char *)whole->data, len, &error);
		const char *cut;
		gsize same = 0;

		if (!input)
			fail_msg("cut at %u: %s", len, error->message);
		while (input->text[same] && input->text[same] == text[same])
			same++;
		while ((text[same] & 0xc0) == 0x80)
			same--;
		cut = input->text + same;
		assert_true(same > strlen(text) - 12);
		/* UTF-8 is replaced byte for byte */
		if (*cut && strcmp(cut, "\xef\xbf\xbd") && strcmp(cut, "\xef\xbf\xbd\xef\xbf\xbd"))
			fail_msg("cut at %u: '%s'", len, cut);
		assert_int_equal(*cut != '\0', warning_of(input, "text-cut-off") != NULL);
		assert_null(warning_of(input, "text-damaged"));
		if (*cut)
			assert_int_equal(warning_of(input, "text-cut-off")->line, 6);
	}
}

static const struct {
	const char *name, *encoding;
	const char *broken;
	gsize broken_len;
} damage_rows[] = {
	{ "a byte that is no UTF-8 is replaced", "UTF-8", "\xff", 1 },
	{ "half a character of UTF-8 is replaced", "UTF-8", "\xe4\xba", 2 },
	{ "a NUL in UTF-8 is replaced", "UTF-8", "\0", 1 },
	{ "a byte that is no GB18030 is replaced", "GB18030", "\xff", 1 },
	{ "a NUL in GB18030 is replaced", "GB18030", "\0", 1 },
	{ "half a pair of UTF-16LE is replaced", "UTF-16LE", "\x00\xdc", 2 },
	{ "half a pair of UTF-16BE is replaced", "UTF-16BE", "\xdc\x00", 2 },
};

/* Text, then the damage as the first bytes of its fourth line. */
static void single_damage_is_replaced(void **state)
{
	const typeof(damage_rows[0]) *row = *state;
	g_autoptr(GByteArray) bytes = NULL, tail = NULL;
	g_autoptr(ys_input) input = NULL;
	gsize encoding = 0;

	while (strcmp(encoding_rows[encoding].encoding, row->encoding))
		encoding++;
	bytes = encode("云栖县交通局\n部门预算\n合计\n", encoding);
	tail = encode("道路养护工程\n桥梁检测和维修加固工程\n隧道照明节能改造工程\n渡口船只更新和乡镇渡运补贴\n"
		      "公路水毁修复\n",
		      encoding);
	g_byte_array_append(bytes, (const guint8 *)row->broken, row->broken_len);
	g_byte_array_append(bytes, tail->data + encoding_rows[encoding].mark_len,
			    tail->len - encoding_rows[encoding].mark_len);
	input = read_bytes(bytes);
	assert_non_null(strstr(input->text, "合计\n\xef\xbf\xbd"));
	assert_non_null(strstr(input->text, "\n桥梁检测和维修加固工程\n"));
	assert_non_null(strstr(input->text, "公路水毁修复\n"));
	assert_int_equal(input->lines->len, 8);
	assert_non_null(warning_of(input, "text-damaged"));
	assert_int_equal(warning_of(input, "text-damaged")->line, 4);
	assert_null(warning_of(input, "text-cut-off"));
}

#define BYTES(s) s, sizeof(s) - 1

static const struct {
	const char *name, *data;
	gsize len;
	ys_error_code code;
	const char *message;
} refused_rows[] = {
	{ "an empty file is refused", BYTES(""), YS_ERROR_FOREIGN, "the file is empty" },
	{ "blanks alone are refused", BYTES(" \n\t\r\n\f　\n"), YS_ERROR_FOREIGN, "nothing but blanks" },
	{ "a BOM alone is refused", BYTES("\xef\xbb\xbf"), YS_ERROR_FOREIGN, "nothing but blanks" },
	{ "a BOM of UTF-16 alone is refused", BYTES("\xff\xfe"), YS_ERROR_FOREIGN, "nothing but blanks" },
	{ "an executable is refused", BYTES("\x7f"
					    "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0\x40\x3c\0\0\0\0\0\0"),
	  YS_ERROR_FOREIGN, "not a text file" },
	{ "control characters are refused", BYTES("\1\2\3\4\5\6\7\16\17\20\21\22"), YS_ERROR_FOREIGN, "not a text file" },
	{ "a PDF file is called so", BYTES("%PDF-1.5\n%\342\343\317\323\n"), YS_ERROR_PUBLICATION, "a PDF file" },
	{ "a workbook is", BYTES("PK\3\4\24\0\6\0"), YS_ERROR_PUBLICATION, "an office document" },
	{ "a picture is", BYTES("\377\330\377\340\0\20JFIF"), YS_ERROR_PUBLICATION, "a picture" },
	{ "a web page is", BYTES("\r\n <!DOCTYPE html>\n<title>2023年青禾县财政局部门预算</title>"), YS_ERROR_PUBLICATION, "an HTML page" },
	{ "behind a mark too", BYTES("\357\273\277<HTML lang=\"zh\">\n<HEAD>"), YS_ERROR_PUBLICATION, "an HTML page" },
	{ "in UTF-16 too", BYTES("\377\376<\0h\0t\0m\0l\0>\0<\0h\0e\0a\0d\0"), YS_ERROR_PUBLICATION, "an HTML page" },
	{ "a document of XML has no publication", BYTES("<?xml version=\"1.0\"?>\n<urlset/>"), YS_ERROR_FOREIGN,
	  "an XML file" },
	{ "NULs alone are refused", BYTES("\0\0\0\0\0\0\0\0"), YS_ERROR_FOREIGN, "not a text file" },
	{ "rubbish behind a mark of UTF-16 is refused",
	  BYTES("\xff\xfe\x00\xdc\x00\xdc\x01\xdc\x02\xdc\x03\xdc\x00\xdc\x00\xdc\x00\xdc"), YS_ERROR_FOREIGN, "convert it to UTF-8" },
};

static void what_is_no_text_is_refused(void **state)
{
	const typeof(refused_rows[0]) *row = *state;
	g_autoptr(GError) error = NULL;

	assert_null(ys_input_new(row->data, row->len, &error));
	assert_true(g_error_matches(error, YS_ERROR, row->code));
	if (!strstr(error->message, row->message))
		fail_msg("message: %s", error->message);
}

static void a_table_of_a_converter_is_text(void **state)
{
	const char table[] = "<html><body><table><tr><td>项目</td></tr></table></body></html>\n";
	g_autoptr(ys_input) input = ys_input_new(table, sizeof table - 1, NULL);

	(void)state;
	assert_non_null(input);
}

/* A program reads bytes, whatever they are, and neither crashes nor reads beyond them. */
static void no_bytes_are_a_trap(void **state)
{
	static const guint8 likely[] = { 0xb5, 0xb1, 0xfe, 0xff, 0, '\n', 0xe4, 'a' };
	guint32 seed = 1;

	(void)state;
	for (int round = 0; round < 400; round++) {
		gsize len = round % 97 + 1;
		guint8 *bytes = g_malloc(len);
		ys_input *input;

		for (gsize i = 0; i < len; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = round % 3 ? seed >> 24 : likely[seed >> 29];
		}
		input = ys_input_new((const char *)bytes, len, NULL);
		if (input)
			assert_true(g_utf8_validate(input->text, -1, NULL));
		ys_input_free(input);
		g_free(bytes);
	}
}

static const struct {
	const char *name, *text;
	const char *lines;      /* joined with '|' */
} line_rows[] = {
	{ "LF ends a line", "甲\n乙\n", "甲|乙" },
	{ "CR LF is one line end", "甲\r\n乙\r\n", "甲|乙" },
	{ "CR alone ends a line", "甲\r乙", "甲|乙" },
	{ "a form feed ends a line", "甲\f乙", "甲|乙" },
	{ "LF CR are two line ends", "甲\n\r乙", "甲||乙" },
	{ "the last line needs no end", "甲\n乙", "甲|乙" },
	{ "empty lines count", "\n\n甲\n\n", "||甲|" },
	{ "a tab ends no line", "甲\t乙", "甲\t乙" },
	{ "CR CR LF are two line ends", "甲\r\r\n乙", "甲||乙" },
};

static void lines_end_where_they_do(void **state)
{
	const typeof(line_rows[0]) *row = *state;
	g_autoptr(ys_input) input = ys_input_new(row->text, strlen(row->text), NULL);
	g_autoptr(GString) got = g_string_new(NULL);

	assert_non_null(input);
	for (guint i = 0; i < input->lines->len; i++) {
		const ys_line *line = &g_array_index(input->lines, ys_line, i);

		g_string_append_printf(got, "%s%.*s", i ? "|" : "", (int)line->len, line->text);
	}
	assert_string_equal(got->str, row->lines);
}

static void a_warning_counts_lines_as_the_lines_are_split(void **state)
{
	g_autoptr(ys_input) input = ys_input_new("甲\r\n乙\r丙\f丁\xff戊己庚辛", strlen("甲\r\n乙\r丙\f丁\xff戊己庚辛"),
						 NULL);

	(void)state;
	assert_non_null(input);
	assert_int_equal(warning_of(input, "text-damaged")->line, 4);
}

static void a_line_of_ten_megabytes_is_one_line(void **state)
{
	g_autoptr(GString) big = g_string_new(NULL);
	g_autoptr(ys_input) input = NULL;

	(void)state;
	while (big->len < 10 * 1024 * 1024)
		g_string_append(big, "道路养护工程\t12,345.67\t");
	input = ys_input_new(big->str, big->len, NULL);
	assert_non_null(input);
	assert_int_equal(input->lines->len, 1);
	assert_int_equal(g_array_index(input->lines, ys_line, 0).len, big->len);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, encoding_rows, an_encoding_is_recognised);
	ADD_ROWS(tests, encoding_rows, a_file_cut_anywhere_keeps_what_comes_before);
	ADD_ROWS(tests, damage_rows, single_damage_is_replaced);
	ADD_ROWS(tests, refused_rows, what_is_no_text_is_refused);
	ADD_TEST(tests, no_bytes_are_a_trap);
	ADD_TEST(tests, a_table_of_a_converter_is_text);
	ADD_ROWS(tests, line_rows, lines_end_where_they_do);
	ADD_TEST(tests, a_warning_counts_lines_as_the_lines_are_split);
	ADD_TEST(tests, a_line_of_ten_megabytes_is_one_line);
	return run_all("read", tests);
}
