#include "src/publication/provenance.h"

#include "src/publication/lines/flatten.h"
#include "src/publication/tables/assemble.h"
#include "tests/unit/original_fixture.h"
#include "tests/unit/publication_fixture.h"

#define PUBLICATION \
	"青禾县交通局2023年部门预算\n一、职责\n承担道路养护。\n收支总表\n单位：万元\n" \
	"| 项目 | 金额 |\n| 道路 | 1.00 |\n| 桥梁 | 2.00 |\n\n支出总表\n| 科目 | 金额 |\n| 交通 | 3.00 |\npage| 水利 | 4.00 |\n"

/* Lines of the input that a record's source names, and what it says then. */
static const struct {
	const char *name;
	ys_record_type type;
	int first, last;
	int page, last_page, table_no, first_row, last_row;
} rows[] = {
	{ "a row of the first table", YS_PROJECT, 8, 8, 1, 1, 1, 1, 1 },
	{ "a row of the second table", YS_PROJECT, 14, 14, 1, 1, 2, 1, 1 },
	{ "a row on the next page", YS_PROJECT, 15, 15, 2, 2, 2, 2, 2 },
	{ "a row that runs over the page end", YS_PROJECT, 14, 15, 1, 2, 2, 1, 2 },
	{ "a whole table with its head", YS_TABLE, 13, 15, 1, 2, 2, 1, 2 },
	{ "the head alone has no rows", YS_TABLE, 13, 13, 1, 1, 2, 0, 0 },
	{ "a section is in no table", YS_SECTION, 2, 3, 1, 1, 0, 0, 0 },
	{ "even if its lines run into one", YS_SECTION, 3, 8, 1, 1, 0, 0, 0 },
	{ "a publication is on no page of its own", YS_PUBLICATION, 1, 15, 0, 0, 0, 0, 0 },
};

/* The fixture's rows lie on page 1; those behind "page|" are moved to page 2. */
static void move_to_next_page(ys_original *original)
{
	for (guint i = 0; i < original->elements->len; i++) {
		const ys_element *element = g_ptr_array_index(original->elements, i);
		gboolean next = FALSE;

		for (guint r = 0; element->table && r < element->table->rows->len; r++) {
			ys_original_row *row = g_ptr_array_index(element->table->rows, r);

			next |= row->begins_page;
			row->spot.page += next;
		}
	}
}

static void a_source_says_where(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autoptr(ys_original) original = original_of(PUBLICATION);
	g_autoptr(ys_input) input = NULL;
	g_autoptr(ys_outline) outline = NULL;
	g_autoptr(GPtrArray) tables = NULL, records = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	ys_record *record = ys_record_new(row->type);
	const GArray *pages;

	move_to_next_page(original);
	input = ys_input_of_original(original, NULL);
	outline = ys_outline_new(input);
	tables = ys_tables_assemble(input, outline);
	record->source = ys_source_new("x.pdf", NULL);
	for (int line = row->first; line <= row->last; line++)
		ys_source_add_line(record->source, line);
	g_ptr_array_add(records, record);
	ys_provenance_fill(records, input, tables, &(ys_provenance_file){ "x.pdf", NULL });
	pages = record->source->pages;
	assert_string_equal(record->source->format, "test");
	assert_int_equal(pages->len ? g_array_index(pages, int, 0) : 0, row->page);
	assert_int_equal(pages->len ? g_array_index(pages, int, pages->len - 1) : 0, row->last_page);
	assert_int_equal(record->source->table_no, row->table_no);
	assert_int_equal(record->source->rows.first, row->first_row);
	assert_int_equal(record->source->rows.last, row->last_row);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_source_says_where);
	return run_all("provenance", tests);
}
