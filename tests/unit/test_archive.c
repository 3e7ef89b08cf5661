#include "tests/unit/ole_fixture.h"
#include "tests/unit/reader_fixture.h"

#define PAGE(text) "<html><p>" text "</p></html>"

static void members_are_read_in_the_order_people_number_them(void **state)
{
	g_autofree char *dump = read_bytes(archive_of("10.html", PAGE("十"), "表2.html", PAGE("b"), "9.html", PAGE("九"),
							       "表02a.html", PAGE("c"), "表10.html", PAGE("d"), NULL));

	(void)state;
	assert_string_equal(dump, "format archive\nformat html\ntext part=9.html: 九\nformat html\ntext part=10.html: 十\n"
			    "format html\ntext part=表2.html: b\nformat html\ntext part=表02a.html: c\n"
			    "format html\ntext part=表10.html: d\n");
}

static void what_is_not_read_is_remarked(void **state)
{
	g_autofree char *dump = read_bytes(archive_of("a/notes.xyz", "text", "a/p.html", PAGE("一"), "a/s.png",
							       "\x89PNG\r\n\x1a\n", "empty", "", NULL));

	(void)state;
	assert_string_equal(dump,
			    "format archive\n"
			    "remark member-unknown part=a/notes.xyz: a/notes.xyz was not read: its format is not known\n"
			    "remark member-failed part=a/s.png: a/s.png was not read: a PNG file, a picture; run a "
			    "program that recognises characters (OCR) and give its result\n"
			    "remark member-unknown part=empty: empty was not read: its format is not known\n"
			    "format html\ntext part=a/p.html: 一\n");
}

/* The name in an archive that does not say that it is UTF-8. */
static void a_name_without_a_mark_is_gb18030(void **state)
{
	GByteArray *bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, TRUE);
	g_autofree char *dump = NULL;

	(void)state;
	archive_put(archive, "\xd4\xa4\xcb\xe3/\xb1\xed.html", PAGE("一"), strlen(PAGE("一")));
	archive_end(archive);
	dump = read_bytes(bytes);
	assert_string_equal(dump, "format archive\nformat html\ntext part=预算/表.html: 一\n");
}

/* Deep times an archive in an archive. */
static GByteArray *nested(int deep)
{
	GByteArray *inner = archive_of("页.html", PAGE("一"), NULL);

	while (deep--) {
		GByteArray *outer = g_byte_array_new();
		struct archive *archive = archive_begin(outer, TRUE);

		archive_put(archive, "in.zip", inner->data, inner->len);
		archive_end(archive);
		g_byte_array_unref(inner);
		inner = outer;
	}
	return inner;
}

static void members_of_an_inner_archive_are_members_of_the_outer_one(void **state)
{
	g_autofree char *dump = read_bytes(nested(1));

	(void)state;
	assert_string_equal(dump, "format archive\nformat html\ntext part=in.zip/页.html: 一\n");
}

static void archives_are_opened_two_deep(void **state)
{
	g_autofree char *two = read_bytes(nested(2)), *three = read_bytes(nested(3));

	(void)state;
	assert_dumped(three, "it is an archive in an archive in an archive");
	assert_false(g_str_has_prefix(two, "format archive\nformat html\ntext part=in.zip/in.zip/in.zip"));
}

static void a_document_in_an_archive_is_no_archive(void **state)
{
	GByteArray *document = archive_of("word/document.xml", "<d><body><p><t>一</t></p></body></d>", NULL);
	GByteArray *bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, TRUE);
	g_autofree char *dump = NULL;

	(void)state;
	archive_put(archive, "a.docx", document->data, document->len);
	archive_end(archive);
	g_byte_array_unref(document);
	dump = read_bytes(bytes);
	assert_string_equal(dump, "format archive\nformat docx\ntext part=a.docx: 一\n");
}

static void names_lead_nowhere_else_and_are_each_another(void **state)
{
	g_autofree char *dump = read_bytes(archive_of("../../a.html", PAGE("一"), "/./a.html", PAGE("二"), "..", PAGE("三"),
							       "b//c.html", PAGE("四"), NULL));

	(void)state;
	assert_dumped(dump, "text part=a.html: 一");
	assert_dumped(dump, "text part=a.html (2): 二");
	assert_dumped(dump, "text part=?: 三");
	assert_dumped(dump, "text part=b/c.html: 四");
}

/* ---- bounds ---- */

/* A megabyte more than may be unpacked, and a page behind it. */
static void a_bomb_is_not_unpacked(void **state)
{
	GByteArray *bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, FALSE);
	gsize len = 257 << 20;
	g_autofree char *nothing = g_malloc0(len), *dump = NULL;

	(void)state;
	archive_put(archive, "0", nothing, len);
	archive_put(archive, "1.html", PAGE("一"), strlen(PAGE("一")));
	archive_end(archive);
	dump = read_bytes(bytes);
	assert_true(g_str_has_prefix(dump, "refused: "));
	assert_dumped(dump, "more would be unpacked than the 256 MB or 2000 files");
}

static void as_many_files_as_may_be_are_read(void **state)
{
	GByteArray *bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, FALSE);
	g_autofree char *dump = NULL;

	(void)state;
	for (int i = 0; i < 2001; i++) {
		g_autofree char *name = g_strdup_printf("%d.html", i);

		archive_put(archive, name, PAGE("x"), strlen(PAGE("x")));
	}
	archive_end(archive);
	dump = read_bytes(bytes);
	assert_dumped(dump, "remark archive-cut");
	assert_dumped(dump, "part=1999.html");
	assert_null(strstr(dump, "part=2000.html"));
}

/* ---- other archives ---- */

static void a_tar_is_read_and_what_is_only_compressed(void **state)
{
	static const struct {
		int format, filter;
		const char *part;
	} kinds[] = {
		{ ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, "p.html" },
		{ ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, "p.html" },
		{ ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE, "p.html" },
		{ ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, "f" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		GByteArray *bytes = g_byte_array_new();
		struct archive *archive = archive_write_new();
		g_autofree char *dump = NULL, *expected = NULL;

		archive_write_set_format(archive, kinds[i].format);
		archive_write_add_filter(archive, kinds[i].filter);
		archive_write_set_bytes_in_last_block(archive, 1);
		archive_write_open2(archive, bytes, NULL, archive_take, NULL, NULL);
		archive_put(archive, "p.html", PAGE("一"), strlen(PAGE("一")));
		archive_end(archive);
		dump = read_bytes(bytes);
		expected = g_strdup_printf("format archive\nformat html\ntext part=%s: 一\n", kinds[i].part);
		assert_string_equal(dump, expected);
	}
}

static void an_encrypted_archive_says_what_to_do(void **state)
{
	GByteArray *bytes = archive_of("a.html", PAGE("一"), NULL);
	g_autofree char *dump = NULL;
	guint marked = 0;

	(void)state;
	/* the flag of a password in the local header and in the directory */
	for (guint i = 0; i + 10 < bytes->len; i++)
		if (!memcmp(bytes->data + i, "PK\3\4", 4) && ++marked)
			bytes->data[i + 6] |= 1;
		else if (!memcmp(bytes->data + i, "PK\1\2", 4) && ++marked)
			bytes->data[i + 8] |= 1;
	assert_int_equal(marked, 2);
	dump = read_bytes(bytes);
	assert_string_equal(dump, "refused: none of its 1 files could be read; a.html was not read: it is locked by a "
			    "password; unpack the archive with it and give the files themselves");
}

static void an_archive_that_is_cut_off_is_refused(void **state)
{
	GByteArray *bytes = archive_of("a.html", PAGE("一"), "b.html", PAGE("二"), NULL);
	g_autofree char *dump = NULL;

	(void)state;
	g_byte_array_set_size(bytes, bytes->len - 40);
	dump = read_bytes(bytes);
	assert_true(g_str_has_prefix(dump, "refused: "));
	assert_dumped(dump, "fetch it again");
}

/* ---- web archives ---- */

#define HEAD "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_B\"\r\n\r\nfor old programs\r\n"
#define PART(headers, body) "----=_B\r\nContent-Location: x\r\n" headers "\r\n\r\n" body "\r\n"
#define END "----=_B--\r\n"

static const struct {
	const char *name, *archive, *dump;
} mhtml_rows[] = {
	{ "quoted-printable, cut within characters and numbers of them",
	  HEAD PART("Content-Type: image/png", "<html>no") PART("Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable",
	  "<html><p class=3Dx>=E9=A2=\r\n=84=E7=AE=97&#=\r\n20844;=E5=BC=80</p>") END, "format mhtml\ntext: 预算公开\n" },
	{ "base64 of GBK, the charset from the header",
	  HEAD PART("Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64", "PHA+1KTL4zwvcD4=") END,
	  "format mhtml\ntext: 预算\n" },
	{ "plain, and cut off before its end", HEAD PART("content-type: text/html", "<p>一</p><p>二"), "format mhtml\ntext: 一\ntext: 二\n" },
	{ "no page in it", HEAD PART("Content-Type: image/png", "x") END,
	  "refused: a web archive (MHTML) without a page in it; open it in a browser or office program and save it as PDF" },
	{ "equals signs that stand for nothing",
	  HEAD PART("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", "<p>a=ZZ = b=") END,
	  "format mhtml\ntext: a=ZZ = b\n" },
};

static void a_web_archive_is_read(void **state)
{
	const typeof(mhtml_rows[0]) *row = *state;
	g_autofree char *dump = read_as_dump(row->archive, strlen(row->archive));

	assert_string_equal(dump, row->dump);
}

/* ---- what is known and not read ---- */

#define BYTES(s) s, sizeof(s) - 1

static const struct {
	const char *name, *data;
	gsize len;
	const char *says;
} known_rows[] = {
	{ "RTF", BYTES("{\\rtf1\\ansi}"), "an RTF document; open it in an office program and save it as DOCX" },
	{ "JPEG", BYTES("\xff\xd8\xff\xe0...."), "a JPEG file, a picture" },
	{ "TIFF", BYTES("MM\0*...."), "a TIFF file, a picture" },
	{ "a workbook before OLE", BYTES("\x09\x04\x06\x00...."), "before 1995" },
	{ "XML of Excel", BYTES("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
	  "XML of Excel 2003" },
};

static void what_it_is_is_said(void **state)
{
	const typeof(known_rows[0]) *row = *state;
	g_autofree char *dump = read_as_dump(row->data, row->len);

	assert_true(g_str_has_prefix(dump, "refused: "));
	assert_dumped(dump, row->says);
}

/* ---- what an office program could save it as ---- */

static const struct {
	const char *name, *mimetype, *says;
	int as;
} office_rows[] = {
	{ "a workbook", "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument workbook", YS_SAVE_AS_XLSX },
	{ "a text", "application/vnd.oasis.opendocument.text", "an OpenDocument text", YS_SAVE_AS_DOCX },
	{ "a drawing", "application/vnd.oasis.opendocument.graphics", "an OpenDocument file", YS_SAVE_AS_PDF },
};

static void what_a_package_says_it_is_tells_what_to_save_it_as(void **state)
{
	const typeof(office_rows[0]) *row = *state;
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, TRUE);
	g_autoptr(GError) error = NULL;
	ys_bytes package;

	archive_put(archive, "mimetype", row->mimetype, strlen(row->mimetype));
	archive_put(archive, "META-INF/manifest.xml", "x", 1);
	archive_end(archive);
	package = (ys_bytes){ .name = "f", .data = (char *)bytes->data, .len = bytes->len };
	assert_null(ys_reader_of(&package)->read(&package, &error));
	assert_true(g_error_matches(error, YS_SAVE_AS, row->as));
	assert_dumped(error->message, row->says);
}

static void no_office_program_reads_a_picture(void **state)
{
	ys_bytes picture = { .name = "f", .data = "\xff\xd8\xff\xe0....", .len = 8 };
	g_autoptr(GError) error = NULL;

	(void)state;
	assert_null(ys_reader_of(&picture)->read(&picture, &error));
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_FOREIGN));
}

static const struct {
	const char *name, *part, *says;
} packed_rows[] = {
	{ "OFD", "OFD.xml", "an OFD document; open it in its reader and save it as PDF" },
	{ "OpenDocument", "META-INF/manifest.xml", "an OpenDocument file" },
	{ "a presentation", "ppt/presentation.xml", "a presentation" },
	{ "a binary workbook", "xl/workbook.bin", "(XLSB)" },
};

static void what_is_packed_is_said(void **state)
{
	const typeof(packed_rows[0]) *row = *state;
	g_autofree char *dump = read_bytes(archive_of(row->part, "x", "x", "y", NULL));

	assert_true(g_str_has_prefix(dump, "refused: "));
	assert_dumped(dump, row->says);
}

static char *read_ole(const char *stream)
{
	g_autoptr(GByteArray) content = g_byte_array_new();
	const ole_stream streams[] = { { stream, content }, { NULL, NULL } };

	put_zeros(content, 5000);
	return read_bytes(ole_of(streams));
}

static void streams_tell_what_ole_files_are(void **state)
{
	g_autofree char *locked = read_ole("EncryptedPackage"), *old = read_ole("Book"), *other = read_ole("Bookx");

	(void)state;
	assert_dumped(locked, "refused: locked by a password; open it with the password");
	assert_dumped(old, "refused: a workbook of Excel 5 or 95");
	assert_dumped(other, "refused: an OLE2 file without a document or workbook in it, such as Thumbs.db");
}

static void what_is_left_of_a_cut_ole_file_says_so(void **state)
{
	g_autoptr(GByteArray) content = g_byte_array_new();
	const ole_stream streams[] = { { "WordDocument", content }, { NULL, NULL } };
	g_autofree char *dump = NULL;
	GByteArray *bytes;

	(void)state;
	put_zeros(content, 5000);
	bytes = ole_of(streams);
	/* its directory lies behind the first sector */
	g_byte_array_set_size(bytes, 520);
	dump = read_bytes(bytes);
	assert_dumped(dump, "refused: an Office file (DOC, XLS) that is cut off or damaged; fetch it again");
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_TEST(tests, members_are_read_in_the_order_people_number_them);
	ADD_TEST(tests, what_is_not_read_is_remarked);
	ADD_TEST(tests, a_name_without_a_mark_is_gb18030);
	ADD_TEST(tests, members_of_an_inner_archive_are_members_of_the_outer_one);
	ADD_TEST(tests, archives_are_opened_two_deep);
	ADD_TEST(tests, names_lead_nowhere_else_and_are_each_another);
	ADD_TEST(tests, a_document_in_an_archive_is_no_archive);
	ADD_TEST(tests, a_bomb_is_not_unpacked);
	ADD_TEST(tests, as_many_files_as_may_be_are_read);
	ADD_TEST(tests, a_tar_is_read_and_what_is_only_compressed);
	ADD_TEST(tests, an_encrypted_archive_says_what_to_do);
	ADD_TEST(tests, an_archive_that_is_cut_off_is_refused);
	ADD_ROWS(tests, mhtml_rows, a_web_archive_is_read);
	ADD_ROWS(tests, known_rows, what_it_is_is_said);
	ADD_ROWS(tests, packed_rows, what_is_packed_is_said);
	ADD_ROWS(tests, office_rows, what_a_package_says_it_is_tells_what_to_save_it_as);
	ADD_TEST(tests, no_office_program_reads_a_picture);
	ADD_TEST(tests, streams_tell_what_ole_files_are);
	ADD_TEST(tests, what_is_left_of_a_cut_ole_file_says_so);
	return run_all("archive", tests);
}
