#include "tests/unit/pdf_fixture.h"
#include "tests/unit/publication_fixture.h"

static const picture_row rows[] = {
	{ "blanks between Latin words stay, between Han they go",
	  "中 国 China Mobile 公 司\n", "text page=1: 中国 China Mobile 公司\n" },
	{ "a word spread over the line is one word", "目    录\n", "text page=1: 目录\n" },
	{ "and so is one beside others", "合  计      1.00\n", "text page=1: 合计 1.00\n" },
	{ "what stands far apart has a blank between", "编制部门：养护中心          单位：万元\n",
	  "text page=1: 编制部门：养护中心 单位：万元\n" },
	{ "lines of a cell are one text",
	  "+------------+----+\n"
	  "|农村公路养护|    |\n"
	  "|项目经费    |1.00|\n"
	  "+------------+----+\n",
	  "table page=1\n  | 0:农村公路养护项目经费 | 1:1.00 |\n" },
	{ "but a line that its author ended is one of its own",
	  "+----------------+----+\n"
	  "|一、养护。      |    |\n"
	  "|二、乡道养护和绿|    |\n"
	  "|化。            |1.00|\n"
	  "|                |    |\n"
	  "+----------------+----+\n",
	  "table page=1\n  | 0:一、养护。 ¶ 二、乡道养护和绿化。 | 1:1.00 |\n" },
	{ "words of another line keep their blank",
	  "+------------+----+\n"
	  "|Rural Road  |    |\n"
	  "|Maintenance |1.00|\n"
	  "+------------+----+\n",
	  "table page=1\n  | 0:Rural Road Maintenance | 1:1.00 |\n" },
};

/* Two cells, 60 points wide and 40 high. */
static ys_pdf_page *two_cells(void)
{
	ys_pdf_page *page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);

	for (int i = 0; i < 3; i++)
		ys_pdf_page_add_stroke(page, 10 + 60 * i, 10, 10 + 60 * i, 50);
	ys_pdf_page_add_stroke(page, 10, 10, 130, 10);
	ys_pdf_page_add_stroke(page, 10, 50, 130, 50);
	return page;
}

static void assert_read(ys_pdf_page *page, const char *expected)
{
	g_autofree char *read = read_page(page);

	assert_string_equal(read, expected);
}

static void hide(ys_pdf_page *page, guint from, gboolean across, gboolean down)
{
	for (guint i = from; i < page->chars->len; i++) {
		g_array_index(page->chars, ys_pdf_char, i).cut_across = across;
		g_array_index(page->chars, ys_pdf_char, i).cut_down = down;
	}
}

static void a_cell_without_room_for_a_line_more_is_full(void **state)
{
	ys_pdf_page *page = two_cells();

	(void)state;
	draw_text(page, 12, 14, SIZE, "农村");
	draw_text(page, 12, 30, SIZE, "公路");
	draw_text(page, 80, 14, SIZE, "甲");
	draw_text(page, 80, 27, 9, "乙");
	assert_read(page, "table page=1\n  | 0+:农村公路 | 1:甲乙 |\n");
}

static void text_wider_than_its_cell_stays_in_it(void **state)
{
	ys_pdf_page *page = two_cells();

	(void)state;
	draw_text(page, 12, 20, SIZE, "农村公路养护费");
	draw_text(page, 100, 35, SIZE, "1.00");
	assert_read(page, "table page=1\n  | 0:农村公路养护费 | 1:1.00 |\n");
}

static void what_a_clip_hides_sideways_is_read(void **state)
{
	ys_pdf_page *page = two_cells();

	(void)state;
	draw_text(page, 12, 20, SIZE, "农村公路养护和绿化");
	hide(page, 4, TRUE, FALSE);
	assert_read(page, "table page=1\n  | 0:农村公路养护和绿化 | 1: |\n");
}

static void also_where_each_letter_is_drawn_alone(void **state)
{
	ys_pdf_page *page = two_cells();

	(void)state;
	draw_text(page, 12, 20, SIZE, "农村公路");
	for (int i = 0; i < 2; i++) {
		draw_text(page, 60 + 12 * i, 20, SIZE, i ? "护" : "养");
		hide(page, 4 + i, TRUE, FALSE);
	}
	assert_read(page, "table page=1\n  | 0:农村公路养护 | 1: |\n");
}

static void what_it_hides_above_or_below_is_of_another_page(void **state)
{
	ys_pdf_page *page = two_cells();

	(void)state;
	draw_text(page, 12, 20, SIZE, "道路");
	draw_text(page, 12, 36, SIZE, "桥梁");
	hide(page, 2, FALSE, TRUE);
	assert_read(page, "table page=1\n  | 0:道路 | 1: |\n");
}

static void bold_by_drawing_twice_is_read_once(void **state)
{
	ys_pdf_page *page = two_cells();

	(void)state;
	draw_text(page, 12, 20, SIZE, "合计");
	draw_text(page, 12.4, 20, SIZE, "合计");
	draw_text(page, 80, 20, SIZE, "11.00");
	assert_read(page, "table page=1\n  | 0:合计 | 1:11.00 |\n");
}

static void lines_that_stand_on_each_other_are_read_one_by_one(void **state)
{
	ys_pdf_page *page = ys_pdf_page_new(1, 300, 200);

	(void)state;
	draw_text(page, 10, 20, SIZE, "养护完好率为九成");
	draw_text(page, 10, 24, SIZE, "桥梁，照明");
	assert_read(page, "text page=1: 养护完好率为九成\ntext page=1: 桥梁，照明\n");
}

static void text_that_runs_up_is_read_as_it_runs(void **state)
{
	ys_pdf_page *page = two_cells();
	static const gunichar text[] = { L'收', L'入' };

	(void)state;
	for (guint i = 0; i < 2; i++) {
		ys_pdf_char c = { 20, 36 - 12 * i, 32, 48 - 12 * i, SIZE, text[i], 1, YS_PDF_UP, FALSE, FALSE };

		ys_pdf_page_add_char(page, &c);
	}
	/* most of the page is upright */
	draw_text(page, 80, 20, SIZE, "1,234.56");
	assert_read(page, "table page=1\n  | 0:收入 | 1:1,234.56 |\n");
}

static void a_page_on_its_side_is_turned(void **state)
{
	static const char art[] =
		"一、收入\n\n"
		"+----+--------+\n"
		"|项目|金额    |\n"
		"+----+--------+\n"
		"|养护|1.00    |\n"
		"+----+--------+\n";
	static const char expected[] =
		"text page=1: 一、收入\ntable page=1\n  | 0:项目 | 1:金额 |\n  | 0:养护 | 1:1.00 |\n";

	(void)state;
	for (int turns = 0; turns < 4; turns++) {
		ys_pdf_page *page = page_of(1, art);

		/* turn_upright() turns until most text runs to the right: make it believe that it does not yet */
		for (guint i = 0; i < page->chars->len; i++)
			g_array_index(page->chars, ys_pdf_char, i).turn = turns;
		ys_pdf_page_turn_upright(page);
		for (guint i = 0; i < page->chars->len; i++)
			g_array_index(page->chars, ys_pdf_char, i).turn = (4 - turns) % 4;
		assert_read(page, expected);
	}
}

static void radicals_are_read_as_the_characters_they_look_like(void **state)
{
	ys_pdf_page *page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);

	(void)state;
	draw_text(page, 10, 10, SIZE, "⼀、⽀出");
	assert_read(page, "text page=1: 一、支出\n");
}

static void control_characters_are_no_text(void **state)
{
	ys_pdf_page *page = ys_pdf_page_new(1, PAGE_WIDTH, PAGE_HEIGHT);

	(void)state;
	draw_text(page, 10, 10, SIZE, "收\u200b入\a");
	assert_int_equal(page->chars->len, 2);
	ys_pdf_page_free(page);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, a_picture_is_read_as);
	ADD_TEST(tests, a_cell_without_room_for_a_line_more_is_full);
	ADD_TEST(tests, text_wider_than_its_cell_stays_in_it);
	ADD_TEST(tests, what_a_clip_hides_sideways_is_read);
	ADD_TEST(tests, also_where_each_letter_is_drawn_alone);
	ADD_TEST(tests, what_it_hides_above_or_below_is_of_another_page);
	ADD_TEST(tests, bold_by_drawing_twice_is_read_once);
	ADD_TEST(tests, lines_that_stand_on_each_other_are_read_one_by_one);
	ADD_TEST(tests, text_that_runs_up_is_read_as_it_runs);
	ADD_TEST(tests, a_page_on_its_side_is_turned);
	ADD_TEST(tests, radicals_are_read_as_the_characters_they_look_like);
	ADD_TEST(tests, control_characters_are_no_text);
	return run_all("pdf_text", tests);
}
