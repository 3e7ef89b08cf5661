#include "src/output/place.h"

#include <stdlib.h>
#include <string.h>

#include "tests/unit/publication_fixture.h"

/* "pdf pages=12,13 table=8 rows=3-4": a source in short. */
static ys_source *source_of(const char *text)
{
	ys_source *source = ys_source_new("x", NULL);
	g_auto(GStrv) words = g_strsplit(text, " ", -1);

	source->format = g_strdup(words[0]);
	for (char **word = words + 1; *word; word++) {
		char *value = strchr(*word, '=') + 1;
		g_auto(GStrv) numbers = g_strsplit(value, ",", -1);

		for (char **n = numbers; *n; n++) {
			int number = atoi(*n);

			if (g_str_has_prefix(*word, "pages"))
				g_array_append_val(source->pages, number);
			else if (g_str_has_prefix(*word, "lines"))
				ys_source_add_line(source, number);
		}
		if (g_str_has_prefix(*word, "table"))
			source->table_no = atoi(value);
		else if (g_str_has_prefix(*word, "rows"))
			source->rows = (ys_lines){ atoi(value), atoi(strchr(value, '-') + 1) };
		else if (g_str_has_prefix(*word, "sheet="))
			source->sheet = g_strdup(value);
		else if (g_str_has_prefix(*word, "cell"))
			source->sheet_row = atoi(value);
		else if (g_str_has_prefix(*word, "part"))
			source->part = g_strdup(value);
	}
	return source;
}

static const struct {
	const char *name, *source, *chinese, *english;
} rows[] = {
	{ "text has lines", "text lines=7,12,8 table=2 rows=1-1", "第7–8, 12行", "lines 7–8, 12" },
	{ "a single line", "text lines=7", "第7行", "line 7" },
	{ "a row on a page", "pdf pages=12 table=8 rows=3-3 lines=99", "第12页 表8 第3行", "page 12, table 8, row 3" },
	{ "a row that a page end cuts", "pdf pages=12,13 table=8 rows=3-3", "第12–13页 表8 第3行",
	  "pages 12–13, table 8, row 3" },
	{ "pages apart", "pdf pages=2,3,4,9 table=1 rows=1-40", "第2–4, 9页 表1 第1–40行", "pages 2–4, 9, table 1, rows 1–40" },
	{ "prose on a page", "pdf pages=12", "第12页", "page 12" },
	{ "a sheet has rows of its own", "xlsx sheet=项目支出 cell=12 table=8 rows=3-3", "工作表“项目支出” 第12行",
	  "sheet “项目支出”, row 12" },
	{ "a document without pages", "docx table=8 rows=3-3", "表8 第3行", "table 8, row 3" },
	{ "prose without pages", "html lines=4", "", "" },
	{ "a file in an archive", "pdf part=b/2.pdf pages=1", "b/2.pdf 第1页", "b/2.pdf, page 1" },
};

static void a_place_is_said(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autoptr(ys_source) source = source_of(row->source);
	g_autofree char *chinese = ys_place_text(source, TRUE), *english = ys_place_text(source, FALSE);

	assert_string_equal(chinese, row->chinese);
	assert_string_equal(english, row->english);
}

static const struct {
	const char *name, *source, *url, *address;
} addresses[] = {
	{ "a page of a PDF is gone to", "pdf pages=12,13", "https://a.example/b.pdf", "https://a.example/b.pdf#page=12" },
	{ "a PDF as a whole", "pdf", "http://a.example/b.pdf?c=1&d", "http://a.example/b.pdf?c=1&d" },
	{ "an address that says where already", "pdf pages=12", "https://a.example/b.pdf#c", "https://a.example/b.pdf#c" },
	{ "a member of an archive cannot be gone to", "pdf part=b.pdf pages=12", "https://a.example/b.zip",
	  "https://a.example/b.zip" },
	{ "other formats have no pages", "docx table=8 rows=3-3", "https://a.example/b.docx", "https://a.example/b.docx" },
	{ "no address", "pdf pages=12", NULL, NULL },
	{ "a script is no address", "pdf pages=12", "javascript:alert(1)", NULL },
	{ "a file is none", "pdf pages=12", "file:///etc/passwd", NULL },
	{ "nor is one without a host", "pdf pages=12", "https:///b.pdf", NULL },
	{ "nor one with blanks", "pdf pages=12", "https://a.example/b c.pdf", NULL },
};

static void an_address_is_told(void **state)
{
	const typeof(addresses[0]) *row = *state;
	g_autoptr(ys_source) source = source_of(row->source);
	g_autofree char *address = NULL;

	source->url = g_strdup(row->url);
	address = ys_place_url(source);
	if (g_strcmp0(address, row->address))
		fail_msg("%s", address);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_place_is_said);
	ADD_ROWS(tests, addresses, an_address_is_told);
	return run_all("place", tests);
}
