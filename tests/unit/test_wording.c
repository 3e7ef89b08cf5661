#include "src/publication/words/wording.h"

#include "tests/unit/publication_fixture.h"

static const struct {
	const char *name, *cell;
	ys_column_meaning meaning;
} column_rows[] = {
	{ "a head means what the table says", "项目支出", YS_COLUMN_PROJ },
	{ "its unit does not count", "合计（万元）", YS_COLUMN_TOTAL },
	{ "nor one in narrow brackets", "合计(万元)", YS_COLUMN_TOTAL },
	{ "nor does a year before it", "2023年预算数", YS_COLUMN_TOTAL },
	{ "or a long one", "2023年度预算数", YS_COLUMN_TOTAL },
	{ "or two", "2022年2023年预算数", YS_COLUMN_TOTAL },
	{ "其中 before it does not count", "其中：项目支出", YS_COLUMN_PROJ },
	{ "其中 alone is a head of its own", "其中", YS_COLUMN_GROUP },
	{ "other words mean nothing", "云栖县", YS_COLUMN_OTHER },
	{ "a bracket that is never closed stays", "合计（万元", YS_COLUMN_OTHER },
};

static void a_head_has_a_meaning(void **state)
{
	const typeof(column_rows[0]) *row = *state;

	assert_int_equal(ys_wording_column(row->cell), row->meaning);
}

static const struct {
	const char *name, *row;
	ys_row_wording wording;
} row_rows[] = {
	{ "a row may be a total", "合 计", YS_ROW_TOTAL },
	{ "what ends like one is one", "工资福利支出合计", YS_ROW_TOTAL },
	{ "what begins with 其中 is added up elsewhere", "其中：房租", YS_ROW_TOTAL },
	{ "one may stand between", "部门项目支出", YS_ROW_SUBTOTAL },
	{ "a category is known", "其他一次性项目", YS_ROW_CATEGORY },
	{ "or ends with 类", "道路养护类", YS_ROW_CATEGORY },
	{ "all else is plain", "道路养护", YS_ROW_PLAIN },
};

static void a_row_has_a_kind(void **state)
{
	const typeof(row_rows[0]) *row = *state;

	assert_int_equal(ys_wording_row(row->row), row->wording);
}

static const struct {
	const char *name;
	gboolean (*question)(const char *text);
	const char *yes, *no;
} question_rows[] = {
	{ "names of projects end like them", ys_wording_is_project, "道路养护经费（二期）", "道路养护" },
	{ "a glossary is told by its heading", ys_wording_is_glossary, "第四部分名词解释", "第四部分情况说明" },
	{ "kinds of indicators may stand anywhere", ys_wording_has_indicators, "产出/数量指标/值", "产出" },
	{ "kinds of purchases are whole", ys_wording_is_purchase_kind, "货物类", "货物运输" },
	{ "furniture has a colon", ys_wording_is_furniture, "单位名称：云栖县交通局", "单位名称云栖县交通局" },
	{ "which may be narrow", ys_wording_is_furniture, "单位名称:甲：乙", "甲:单位名称：乙" },
	{ "and words before it", ys_wording_is_furniture, "单位：", "：单位" },
	{ "and the year of a form", ys_wording_is_furniture, "（2022年度）金额单位：万元", "（试行）金额单位：万元" },
	{ "also without brackets", ys_wording_is_furniture, "2024年 单位：元", "2024单位：元" },
	{ "but is no sentence", ys_wording_is_furniture, "部门：甲", "部门：下设甲。" },
	{ "and not long", ys_wording_is_furniture, "部门：甲",
	  "部门：甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸" },
};

static void a_question_has_two_answers(void **state)
{
	const typeof(question_rows[0]) *row = *state;

	assert_true(row->question(row->yes));
	assert_false(row->question(row->no));
}

static const struct {
	const char *name, *paragraph, *behind;
} content_rows[] = {
	{ "a paragraph says that it is about the content", "项目概况。养护道路。", "。养护道路。" },
	{ "behind its number", "（一）1.项目概况：养护。", "：养护。" },
	{ "behind one that is a sign", "①项目基本情况。养护。", "。养护。" },
	{ "behind one of several parts, and a quotation mark", "1.1“项目概况”养护。", "”养护。" },
	{ "a numeral without its mark is part of a word", "一项目概况", NULL },
	{ "later it says nothing", "养护道路，项目概况见附件。", NULL },
};

static void a_paragraph_is_about_the_content(void **state)
{
	const typeof(content_rows[0]) *row = *state;
	const char *behind = ys_wording_behind_content(row->paragraph);

	if (row->behind)
		assert_string_equal(behind, row->behind);
	else
		assert_null(behind);
}

static const struct {
	const char *name, *caption, *id;
} table_rows[] = {
	{ "a caption names a table", "收支总表", "bal" },
	{ "a body and a year may stand before it", "云栖县交通局2023年度收支总表", "bal" },
	{ "a bracket behind it does not count", "支出总表（按科目）", "exp" },
	{ "the longest wording counts", "政府性基金预算支出表", "fund" },
	{ "other captions name none", "收支情况", NULL },
	{ "funds by function are funds", "2024年部门政府性基金预算支出功能分类预算表", "fund" },
	{ "so is state capital", "2024年预算单位国有资本经营预算支出功能分类预算表", "soe" },
	{ "the three public expenses with two more", "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表", "sangong" },
	{ "goals of the department are none of a project", "部门整体支出绩效目标申报表", "goal_dept" },
	{ "all projects are not all expenditure", "项目支出总表", "proj" },
};

static void a_caption_names_a_table(void **state)
{
	const typeof(table_rows[0]) *row = *state;
	const char *id = ys_table_kind_id(ys_wording_table(row->caption));

	assert_int_equal(g_strcmp0(id, row->id), 0);
}

/* A wording that others end with is the table of all bodies; of some money only it is another one, which must not
 * be taken for it. */
static const struct {
	const char *name, *id, *before, *of_some;
} narrower_rows[] = {
	{ "a balance of fiscal grants is no balance of all", "bal", "财政拨款", "fbal" },
	{ "basic expenditure of the general budget is no basic expenditure by unit", "basic", "一般公共预算", "gpb_basic" },
	{ "projects of the general budget are not all projects", "proj", "一般公共预算", "gpb_proj" },
};

/* 项目支出预算表 and 一般公共预算项目支出预算表 are both listed, or neither ends as the other. */
static void a_narrower_table_is_another(void **state)
{
	const typeof(narrower_rows[0]) *row = *state;
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", "tables", NULL);
	g_autofree char *data = NULL;
	g_auto(GStrv) lines = NULL;
	guint narrower = 0;

	assert_true(g_file_get_contents(path, &data, NULL, NULL));
	lines = g_strsplit(data, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);
		g_autofree char *caption = fields[0] && fields[1] ? g_strconcat("云栖县交通局", fields[1], NULL) : NULL;

		if (!caption)
			continue;
		assert_string_equal(ys_table_kind_id(ys_wording_table(caption)), fields[0]);
		if (g_str_has_prefix(fields[1], row->before) && !strcmp(fields[0], row->of_some))
			narrower++;
		assert_false(g_str_has_prefix(fields[1], row->before) && !strcmp(fields[0], row->id));
	}
	assert_true(narrower > 2);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, column_rows, a_head_has_a_meaning);
	ADD_ROWS(tests, row_rows, a_row_has_a_kind);
	ADD_ROWS(tests, question_rows, a_question_has_two_answers);
	ADD_ROWS(tests, content_rows, a_paragraph_is_about_the_content);
	ADD_ROWS(tests, table_rows, a_caption_names_a_table);
	ADD_ROWS(tests, narrower_rows, a_narrower_table_is_another);
	return run_all("wording", tests);
}
