#include "config.h"

#include "src/original/readers.h"

#include "src/error.h"
#include "src/original/pdf_c.h"

#include "tests/unit/publication_fixture.h"

/* tests/fixtures/pdf, which its make writes. */
static char *bytes_of(const char *name, gsize *len)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top ? top : ".", "tests", "fixtures", "pdf", name, NULL);
	g_autoptr(GError) error = NULL;
	char *data = NULL;

	if (!g_file_get_contents(path, &data, len, &error))
		fail_msg("%s", error->message);
	return data;
}

/* What is read of bytes, or why they are not. */
static char *read_bytes(const char *data, gsize len)
{
	ys_bytes bytes = { .name = "a.pdf", .data = data, .len = len };
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_original) original = ys_reader_pdf.read(&bytes, &error);

	if (original)
		return ys_original_dump(original);
	assert_true(g_error_matches(error, YS_ERROR, YS_ERROR_PUBLICATION));
	return g_strdup(error->message);
}

static char *read_fixture(const char *name)
{
	gsize len;
	g_autofree char *data = bytes_of(name, &len);

	return read_bytes(data, len);
}

typedef struct {
	const char *name, *data;
	int bid;
} bid_row;

static const bid_row bid_rows[] = {
	{ "what begins as a PDF is one", "%PDF-1.7\n", 40 },
	{ "with something in front of it perhaps", "\xef\xbb\xbf\n%PDF-1.7\n", 16 },
	{ "text is none", "2023年部门预算", 0 },
	{ "nothing is none", "", 0 },
};

static void it_bids(void **state)
{
	const bid_row *row = *state;
	ys_bytes bytes = { .name = "a", .data = row->data, .len = strlen(row->data) };

	assert_int_equal(ys_reader_pdf.bid(&bytes), row->bid);
}

#ifdef HAVE_POPPLER

typedef struct {
	const char *name, *file, *expected;
} row;

#define FIRST "text page=1: 云栖县2023年部门预算\ntable page=1\n  | 0:项目 | 1:金额 |\n  | 0:道路养护 | 1:1,234.56 |\n"
#define NOTE "text page=2: 注：无。\n"

static const row rows[] = {
	{ "a table over two pages", "table.pdf",
	  "format pdf pages=2\n" FIRST "  page | 0:绿化 | 1:34.56 |\n  | 0:合计 | 1:1,269.12 |\n" NOTE },
	{ "text that runs up on a page", "turned.pdf", "format pdf pages=1\n" FIRST },
	{ "a page that the file turns", "rotated.pdf", "format pdf pages=1\n" FIRST },
	{ "a page that is a picture is said, and nothing goes on over it", "one-picture.pdf",
	  "format pdf pages=3\nremark page-without-text page=2: page 2: only pictures, which were not read; a copy made by "
	  "ocrmypdf -l chi_sim --skip-text has their text\n"
	  FIRST "page end page=1\npage end page=2\ntable page=3\n  | 0:绿化 | 1:34.56 |\n  | 0:合计 | 1:1,269.12 |\n"
	  "text page=3: 注：无。\n" },
	{ "white rules are none, a clip is kept to, a watermark is left out", "tricks.pdf",
	  "format pdf pages=1\nremark slanted-text page=1: page 1: some text was left out, because it runs in another direction "
	  "than the rest\ntable page=1\n  | 0:农村公路养护和绿化 | 1:1.00 |\n  | 0: | 1:2.00 |\ntext page=1: 甲 乙\n" },
	{ "pictures only", "pictures.pdf", "no text, only pictures: run ocrmypdf -l chi_sim FILE COPY and read the copy" },
	{ "a password", "password.pdf",
	  "it wants a password: read a copy without one, made by qpdf --decrypt --password=PASSWORD FILE COPY" },
	{ "a file cut off", "cut.pdf",
	  "a damaged PDF, perhaps cut off: fetch it again, or read a copy made by qpdf FILE COPY" },
};

static void a_file_is_read_as(void **state)
{
	const row *row = *state;
	g_autofree char *read = read_fixture(row->file);

	assert_string_equal(read, row->expected);
}

/* Poppler mends much of it; what counts is that nothing else happens. */
static void no_damage_does_harm(void **state)
{
	gsize len;
	g_autofree char *data = bytes_of("table.pdf", &len);

	(void)state;
	for (gsize i = 0; i < len; i += 7) {
		char byte = data[i];
		g_autofree char *read = NULL;

		data[i] ^= 0x11;
		read = read_bytes(data, len);
		data[i] = byte;
	}
	for (gsize i = 0; i < len; i += 101) {
		g_autofree char *read = read_bytes(data, i);
	}
}

/* A form that draws itself ten times, and so on: more to draw than there is time for. */
static void a_page_without_end_is_left(void **state)
{
	g_autoptr(GString) pdf = g_string_new("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
		"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
		"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R "
		"/Resources << /XObject << /F 10 0 R >> >> >>\nendobj\n"
		"4 0 obj\n<< /Length 5 >>\nstream\n/F Do\nendstream\nendobj\n");
	g_autoptr(GError) error = NULL;
	g_autoptr(pdf_c_document) document = NULL;
	g_autoptr(ys_pdf_page) page = NULL;

	(void)state;
	for (int i = 10; i < 24; i++)
		g_string_append_printf(pdf, "%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 400 300] /Length 60 "
				       "/Resources << /XObject << /F %d 0 R >> >> >>\nstream\n"
				       "/F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do \nendstream\nendobj\n",
				       i, i + 1);
	g_string_append(pdf, "trailer << /Root 1 0 R >>\n%%EOF\n");
	document = pdf_c_open(pdf->str, pdf->len, &error);
	assert_non_null(document);
	page = pdf_c_page(document, 1, 0.1, &error);
	assert_non_null(page);
	assert_true(page->too_dense);
}

#else

static void it_says_that_it_is_not_there(void **state)
{
	g_autofree char *read = read_fixture("table.pdf");

	(void)state;
	assert_non_null(strstr(read, "built without PDF"));
}

#endif

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, bid_rows, it_bids);
#ifdef HAVE_POPPLER
	ADD_ROWS(tests, rows, a_file_is_read_as);
	ADD_TEST(tests, no_damage_does_harm);
	ADD_TEST(tests, a_page_without_end_is_left);
#else
	ADD_TEST(tests, it_says_that_it_is_not_there);
#endif
	return run_all("read_pdf", tests);
}
