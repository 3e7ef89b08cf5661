#include "tests/unit/pdf_fixture.h"
#include "tests/unit/publication_fixture.h"

static const picture_row rows[] = {
	{ "rules make cells",
	  "+----+----+\n"
	  "|项目|金额|\n"
	  "+----+----+\n"
	  "|养护|1.00|\n"
	  "+----+----+\n",
	  "table page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\n" },
	{ "where no rule parts them cells are one",
	  "+----+---------+\n"
	  "|    |  收入   |\n"
	  "|项目+----+----+\n"
	  "|    |基本|项目|\n"
	  "+----+----+----+\n"
	  "|养护|1.00|2.00|\n"
	  "+----+----+----+\n",
	  "table page=1\n  | 0[1x2]:项目 | 1[2x1]:收入 |\n  | 1:基本 | 2:项目 |\n  | 0:养护 | 1:1.00 | 2:2.00 |\n" },
	{ "a table open at its sides ends where its rules do",
	  "-----+-----\n"
	  " 项目|金额 \n"
	  "-----+-----\n"
	  " 养护|1.00 \n"
	  "-----+-----\n",
	  "table page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\n" },
	{ "a table open at the top and the bottom of a page does too",
	  "|项目|金额|\n"
	  "+----+----+\n"
	  "|养护|1.00|\n"
	  "+----+----+\n"
	  "|绿化|2.00|\n",
	  "table page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\n  | 0:绿化 | 1:2.00 |\n" },
	{ "tables that do not touch are two",
	  "+----+----+\n"
	  "|甲  |1.00|\n"
	  "+----+----+\n"
	  "\n"
	  "+----+----+\n"
	  "|乙  |2.00|\n"
	  "+----+----+\n",
	  "table page=1\n  | 0:甲 | 1:1.00 |\ntable page=1\n  | 0:乙 | 1:2.00 |\n" },
	{ "a frame around a table is none",
	  "+-----------------+\n"
	  "|                 |\n"
	  "|   +----+----+   |\n"
	  "|   |甲  |1.00|   |\n"
	  "|   +----+----+   |\n"
	  "|   注：无。      |\n"
	  "+-----------------+\n",
	  "table page=1\n  | 0:甲 | 1:1.00 |\ntext page=1: 注：无。\n" },
	{ "a frame around prose is none",
	  "+------------------+\n"
	  "|  主要职责        |\n"
	  "+------------------+\n",
	  "text page=1: 主要职责\n" },
	{ "a region that is no rectangle, because a rule is missing, becomes several cells",
	  "+----+----+\n"
	  "|甲   乙  |\n"
	  "|    +----+\n"
	  "|    |1.00|\n"
	  "+----+----+\n",
	  "table page=1\n  | 0[2x1]:甲乙 |\n  | 0: | 1:1.00 |\n" },
};

static ys_pdf_page *square(double bend)
{
	ys_pdf_page *page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);

	for (int i = 0; i < 3; i++) {
		ys_pdf_page_add_stroke(page, 10, 10 + 20 * i, 110, 10 + 20 * i + bend);
		ys_pdf_page_add_stroke(page, 10 + 50 * i, 10, 10 + 50 * i + bend, 50);
	}
	return page;
}

static guint n_cells(ys_pdf_page *page)
{
	g_autoptr(GPtrArray) grids = ys_pdf_grids_of(page);

	return grids->len ? ((ys_pdf_grid *)g_ptr_array_index(grids, 0))->cells->len : 0;
}

static void rules_may_lean_a_little(void **state)
{
	g_autoptr(ys_pdf_page) straight = square(0), leaning = square(0.8), slanted = square(5);

	(void)state;
	assert_int_equal(n_cells(straight), 4);
	assert_int_equal(n_cells(leaning), 4);
	assert_int_equal(n_cells(slanted), 0);
}

static void borders_drawn_twice_or_in_pieces_are_one(void **state)
{
	g_autoptr(ys_pdf_page) page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);

	(void)state;
	for (int row = 0; row < 3; row++)
		for (int piece = 0; piece < 10; piece++)
			ys_pdf_page_add_fill(page, 10 + 10 * piece, 9.8 + 20 * row, 20 + 10 * piece, 10.2 + 20 * row);
	for (int i = 0; i < 3; i++) {
		ys_pdf_page_add_stroke(page, 10 + 50 * i, 10, 10 + 50 * i, 50);
		ys_pdf_page_add_stroke(page, 11.5 + 50 * i, 10, 11.5 + 50 * i, 50);
	}
	assert_int_equal(n_cells(page), 4);
	assert_int_equal(page->across->len, 3);
	assert_int_equal(page->down->len, 3);
}

static void a_thick_box_and_a_tick_are_no_rules(void **state)
{
	g_autoptr(ys_pdf_page) page = square(0);

	(void)state;
	ys_pdf_page_add_fill(page, 10, 18, 110, 22);
	ys_pdf_page_add_stroke(page, 30, 20, 33, 20);
	assert_int_equal(n_cells(page), 4);
}

static void a_page_too_dense_says_so(void **state)
{
	g_autoptr(ys_pdf_page) page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);
	g_autoptr(GPtrArray) grids = NULL;

	(void)state;
	for (guint i = 0; i < YS_PDF_RULES_MAX; i++)
		ys_pdf_page_add_stroke(page, 0, 5 * i, 10, 5 * i);
	assert_false(page->too_dense);
	ys_pdf_page_add_stroke(page, 0, 0, 0, 100);
	assert_true(page->too_dense);
	page->too_dense = FALSE;
	g_array_set_size(page->across, 5000);
	for (guint i = 0; i < 5000; i++) {
		ys_pdf_page_add_stroke(page, 5 * i, 0, 5 * i, 25000);
		g_array_index(page->across, ys_pdf_rule, i).to = 25000;
	}
	grids = ys_pdf_grids_of(page);
	assert_int_equal(grids->len, 0);
	assert_true(page->too_dense);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_picture_is_read_as);
	ADD_TEST(tests, rules_may_lean_a_little);
	ADD_TEST(tests, borders_drawn_twice_or_in_pieces_are_one);
	ADD_TEST(tests, a_thick_box_and_a_tick_are_no_rules);
	ADD_TEST(tests, a_page_too_dense_says_so);
	return run_all("pdf_rules", tests);
}
