/* What an editor should look at beside the sums. */
#include "src/publication/checks/remarks.h"

#include "tests/unit/reconcile_fixture.h"
#include "tests/unit/words_fixture.h"

#define B "云栖县交通局2023年部门预算\n\n"
#define TABLE(title) title "\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t5.00\n201\t一般公共服务支出\t5.00\n\n"
#define OTHERS                                                                                                         \
	TABLE("收入总表") TABLE("支出总表") TABLE("财政拨款收支总表") TABLE("一般公共预算支出表") TABLE("一般公共预算基本支出表") \
		PUBLIC_IN_ROWS
#define ALL BALANCE OTHERS TABLE("政府性基金预算支出表")

typedef struct {
	const char *name, *text;
	const char *expected;   /* code line, code line */
} row;

static char *remarks_of(const char *text)
{
	g_autoptr(ys_publication) publication = publication_of(text);
	GString *got = g_string_new(NULL);

	for (guint i = 0; i < publication->remarks->len; i++) {
		const ys_warning *remark = g_ptr_array_index(publication->remarks, i);

		g_string_append_printf(got, "%s%s %d", i ? ", " : "", remark->code, remark->line);
	}
	return g_string_free(got, FALSE);
}

static void it_is_remarked(void **state)
{
	const row *row = *state;
	g_autofree char *got = remarks_of(row->text);

	assert_string_equal(got, row->expected);
}

static const row loss_rows[] = {
	{ "no table at all", B "一、说明\n\n表格见附件。\n", "no-tables 0" },
	{ "the cells of tables stand one a line",
	  B "收入总表\n单位：万元\n项目\n合计\n财政拨款\n1,250.00\n事业收入\n20.00\n\n支出总表\n单位：万元\n项目\n合计\n基本支出\n1,200.00\n项目支出\n70.00\n",
	  "columns-lost 3" },
	{ "the cells of rows run together", B "收入总表\n\n项目 合计\n财政拨款 1,250.00\n事业收入 20.00\n", "columns-lost 3" },
	{ "titles of tables that are elsewhere announce none", B "一、说明\n\n附件：\n收入总表\n支出总表\n\n收入1,250.00万元。\n支出1,250.00万元。\n",
	  "no-tables 0" },
	{ "a document of another kind needs none", "云栖县交通局2023年政府信息公开年度报告\n\n一、说明\n\n2022年公开12条。\n", "" },
	{ "tables that the contents announce are not there",
	  B "目录\n\n一、收支总表\n二、支出总表\n\n第一部分 概况\n\n本局主管公路。\n\n" BALANCE, "tables-lost 0" },
};

static char *losses_of(const char *text)
{
	g_autoptr(ys_publication) publication = publication_of(text);
	GString *got = g_string_new(NULL);

	for (guint i = 0; i < publication->losses->len; i++) {
		const ys_warning *loss = g_ptr_array_index(publication->losses, i);

		g_string_append_printf(got, "%s%s %d", i ? ", " : "", loss->code, loss->line);
	}
	return g_string_free(got, FALSE);
}

static void it_is_lost(void **state)
{
	const row *row = *state;
	g_autofree char *got = losses_of(row->text);

	assert_string_equal(got, row->expected);
}

#define CODES(rows) "科目明细\n\n单位：万元\n\n科目编码\t科目名称\t金额\n201\t一般公共服务支出\t3.00\n" \
	"20103\t政府办公厅（室）及相关机构事务\t3.00\n" rows "\n"

static const row rows[] = {
	{ "all statutory tables are there", B ALL, "" },
	{ "one is missing", B OTHERS TABLE("政府性基金预算支出表"), "table-missing 0" },
	{ "one is empty", B BALANCE OTHERS "政府性基金预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t0.00\n\n", "table-empty 73" },
	{ "one is a title with a sentence", B BALANCE OTHERS "政府性基金预算支出表\n\n本部门没有政府性基金预算支出，本表为空表。\n\n",
	  "table-empty 69" },
	{ "one is a title with nothing", B BALANCE OTHERS "政府性基金预算支出表\n\n一、说明\n\n完。\n", "table-missing 69" },
	{ "a document of another kind needs none", "云栖县交通局2023年政府信息公开年度报告\n\n一、说明\n\n2022年公开12条。\n", "" },

	{ "phenomenon 2: the year of the title is another than of the rest",
	  "云栖县交通局2022年部门预算\n\n第二部分 2023年部门预算表\n\n" ALL "第三部分 2023年部门预算情况说明\n\n2023年本部门收支平衡。\n",
	  "year-contradicts 3" },
	{ "phenomenon 2: a year inside a sentence or project does not count",
	  B ALL "第三部分 情况说明\n\n截至2021年12月31日。2020-2024年度道路养护项目，2019年建设项目。\n", "" },
	{ "a year of the past or of plans in a heading does not count", B ALL "一、2022年工作回顾\n\n完成。\n\n二、2024年工作计划\n\n推进。\n", "" },
	{ "one heading was left from the year before", B ALL "第三部分 2022年部门预算情况说明\n\n2023年本部门收支平衡。\n\n2023年收入增加。\n",
	  "year-contradicts 77" },

	{ "a name that was not filled in", B ALL "第三部分 说明\n\nXX部门负责公路。\n\nXXX单位负责桥梁。\n\n减少×××万元。\n",
	  "template-left 79, template-left 81, template-left 83" },
	{ "letters that are a name", B ALL "第三部分 说明\n\n建设VXXI平台，型号XXL，面积3x4，税率×100%，MAXX系统。\n", "" },
	{ "a percentage that was not filled in", B ALL "第三部分 说明\n\n比上年增加 万元，增长 %。\n", "template-left 79" },
	{ "not comparable is no left-over", B ALL "第三部分 说明\n\n比上年增加 5.00 万元，增长--%（不可比）。\n", "" },
	{ "an instruction", B ALL "第三部分 说明\n\n（注：请单位根据实际注明页码）\n", "template-left 79" },
	{ "an amount that was not filled in", B ALL "第三部分 说明\n\n2023年收入预算 万元。\n", "template-left 79" },
	{ "a unit is no amount", B ALL "第三部分 说明\n\n本报告的数字由元换算为万元时四舍五入。\n\n金额单位：万元\n", "" },

	{ "a row has the name of another code",
	  B ALL CODES("2010301\t一般行政管理事务\t3.00\n"), "code-contradicts 84" },
	{ "a code has its name of an earlier year", B ALL CODES("20805\t行政事业单位离退休\t3.00\n"), "" },
	{ "a name or a code that is not known is none of another", B ALL CODES("2010301\t镇区行政运行\t3.00\n2010398\t行政运行\t3.00\n"),
	  "" },
	{ "what stands among codes is none", B ALL CODES("2010301\t行政运行\t1.00\n2010302\t一般行政管理事务\t1.00\n7110102\t机关服务\t1.00\n"),
	  "code-unknown 86" },
	{ "a class has its name of earlier years beside the one in force",
	  B ALL "科目明细\n\n单位：万元\n\n科目编码\t科目名称\t金额\n210\t卫生健康支出\t3.00\n21011\t行政事业单位医疗\t3.00\n\n"
	  "第三部分 说明\n\n医疗卫生与计划生育支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）3.00万元。\n",
	  "name-old 87" },
	{ "a class has one name everywhere, if an old one",
	  B ALL "科目明细\n\n单位：万元\n\n科目编码\t科目名称\t金额\n210\t医疗卫生与计划生育支出\t3.00\n21011\t行政事业单位医疗\t3.00\n\n"
	  "第三部分 说明\n\n医疗卫生与计划生育支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）3.00万元。\n",
	  "" },
	{ "a note says that a table with amounts is empty", B ALL "收入明细表\n\n单位：万元\n\n项目\t金额\n甲\t1.00\n注：本部门没有收入，故本表为空表。\n",
	  "note-contradicts 83" },
	{ "the note below state capital is that of the funds",
	  B ALL "国有资本经营预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t0.00\n注：无政府性基金预算，本表为空表。\n",
	  "table-empty 81, note-contradicts 83" },
	{ "a year is compared with itself", B ALL "第三部分 说明\n\n2023年收入增加，比2023年预算增加5.00万元。\n", "year-contradicts 79" },
	{ "an account is compared with its budget", "云栖县交通局2023年部门决算\n\n一、说明\n\n支出比2023年预算减少5.00万元。\n", "" },
	{ "years to come are compared with this one", B ALL "第三部分 说明\n\n2024年规划投入，比2023年预算增加5.00万元。\n", "" },
	{ "a sentence gives the figures of this year to another",
	  B ALL "第三部分 说明\n\n按预算编制要求，2021年收支总预算930.00万元，较上年增长。\n", "year-contradicts 79" },
	{ "the figures of another year that stayed the same", B ALL "第三部分 说明\n\n2022年收支总预算930.00万元，2023年收支总预算930.00万元。\n",
	  "" },
	{ "a heading over the tables names another body", B "第二部分 白鹭县交通局2023年部门预算表\n\n" ALL, "name-differs 3" },
	{ "a table names another body", B ALL "收支明细表\n\n部门名称：苇泊镇人民政府\n单位：万元\n\n项目\t金额\n甲\t1.00\n\n",
	  "name-differs 79" },
	{ "a unit names the department above it",
	  "云栖县公路养护中心2023年单位预算\n\n预算主管部门：岚溪市交通局\n\n" BALANCE OTHERS TABLE("政府性基金预算支出表"), "" },
	{ "a department that is another is none above it",
	  B ALL "第三部分 说明\n\n预算主管部门：苇泊镇人民政府\n\n完。\n", "name-differs 79" },
	{ "a table names the body itself, a unit, or it without its region",
	  "岚溪市云栖县交通局2023年部门预算\n\n下属单位具体包括：云栖县公路养护中心。\n\n" BALANCE OTHERS TABLE("政府性基金预算支出表")
	  "收支明细表\n\n部门名称：云栖县交通局 单位：万元\n\n项目\t金额\n甲\t1.00\n\n单位名称：云栖县公路养护中心\n\n项目\t金额\n乙\t1.00\n",
	  "" },
};

/* What the words of a class in data/remarks do; %s is the word, and no other word does it. */
static const class_row class_rows[] = {
	{ "above", "云栖县公路养护中心2023年单位预算\n\n%s：岚溪市交通局\n\n单位名称：岚溪市交通局\n\n" BALANCE, "name-differs 5",
	  "预算单位" },
	{ "against", B ALL "第三部分 说明\n\n收入%s2023年预算增加5.00万元。\n", "year-contradicts 79", NULL },
	{ "empty", B ALL "收入明细表\n\n单位：万元\n\n项目\t金额\n甲\t1.00\n注：%s。\n", "note-contradicts 83", NULL },
	{ "fund", B ALL "国有资本经营预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t0.00\n注：无%s预算。\n",
	  "note-contradicts 83", NULL },
	{ "state_capital", B BALANCE OTHERS "政府性基金预算支出表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t0.00\n注：无%s预算。\n",
	  "note-contradicts 75", NULL },
	{ "heading", B "第二部分 白鹭县交通局2023年%s表\n\n" ALL, "name-differs 3", NULL },
	{ "amount", B ALL "第三部分 说明\n\n2023年%s 万元。\n", "template-left 79", NULL },
	{ "growth", B ALL "第三部分 说明\n\n比上年%s %%。\n", "template-left 79", NULL },
	{ "instruction", B ALL "第三部分 说明\n\n%s注明页码）\n", "template-left 79", NULL },
	{ "nothing", B BALANCE OTHERS "政府性基金预算支出表\n\n%s。\n\n一、说明\n\n完。\n", "table-empty 69", NULL },
	{ "year_next", "云栖县交通局2022年部门预算\n\n" ALL "第三部分 说明\n\n2023年%s。\n\n2023年%s。\n", "year-contradicts 79", NULL },
};

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("remarks", class_rows, G_N_ELEMENTS(class_rows), remarks_of);
}

/* A publication with one other table lacks all of data/statutory, by the titles of its kind; a title there is of the
 * table that it is said to be. */
static void every_statutory_table_is_missed(void **state)
{
	static const char *const kinds[] = { "决算", "预算" };
	g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", "statutory", NULL);
	g_autofree char *data = NULL;

	(void)state;
	assert_true(g_file_get_contents(path, &data, NULL, NULL));
	for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++) {
		g_auto(GStrv) lines = g_strsplit(data, "\n", -1);
		g_autofree char *text =
			g_strdup_printf("云栖县交通局2023年部门%s\n\n" TABLE("青苗表") "第三部分 说明\n\n完。\n", kinds[k]);
		g_autoptr(ys_publication) publication = publication_of(text);
		guint n = 0;

		for (char **line = lines; *line; line++) {
			g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);
			g_autofree char *message = NULL;

			if (!fields[0] || !fields[1])
				continue;
			assert_int_equal(ys_wording_table(fields[2 + k]), ys_table_kind_named(fields[1]));
			if (k == 1 && fields[4])
				continue;
			message = g_strdup_printf("%s is not there", fields[2 + k]);
			assert_true(n < publication->remarks->len);
			assert_string_equal(((ys_warning *)g_ptr_array_index(publication->remarks, n++))->message, message);
		}
		assert_int_equal(publication->remarks->len, n);
	}
}

static void remarks_of_a_kind_are_bounded(void **state)
{
	g_autoptr(GString) text = g_string_new(B ALL "第三部分 说明\n\n");
	g_autoptr(ys_publication) publication = NULL;

	(void)state;
	for (int i = 0; i < 100; i++)
		g_string_append(text, "XX部门负责公路。\n\n");
	publication = publication_of(text->str);
	assert_int_equal(publication->remarks->len, 20);
}

static void a_contradicting_year_is_a_warning_of_the_publication(void **state)
{
	g_autoptr(ys_publication) publication =
		publication_of("云栖县交通局2022年部门预算\n\n第二部分 2023年部门预算表\n\n第三部分 2023年部门预算情况说明\n\n完。\n");
	const GPtrArray *warnings = ys_publication_record(publication)->warnings;
	guint found = 0;

	(void)state;
	for (guint i = 0; i < warnings->len; i++)
		found += !strcmp(((ys_warning *)g_ptr_array_index(warnings, i))->code, "year-contradicts");
	assert_int_equal(found, 1);
}

static void remarks_and_warnings_come_once_and_by_line(void **state)
{
	g_autoptr(ys_publication) publication =
		publication_of("云栖县交通局2022年部门预算\n\n第二部分 2023年部门预算表\n\n第三部分 2023年部门预算情况说明\n\n增长%。\n");
	g_autoptr(GPtrArray) all = ys_remarks_with_warnings(publication->remarks, publication->records);
	g_autoptr(GString) got = g_string_new(NULL);

	(void)state;
	for (guint i = 0; i < all->len; i++)
		g_string_append_printf(got, "%s ", ((ys_warning *)g_ptr_array_index(all, i))->code);
	assert_string_equal(got->str, "no-tables region-unresolved year-contradicts template-left ");
}

/* Sums are checks, and what is said of a project is said there. */
static void other_warnings_are_left_to_others(void **state)
{
	static const struct {
		const char *code, *text;
	} others[] = {
		{ "total-differs", B "部门预算项目支出预算表\n\n单位：万元\n\n项目名称\t金额\n合计\t9.00\n甲项目\t1.00\n乙项目\t2.00\n" },
		{ "only-mentioned", B TABLE("收支总表") "三、重点项目\n\n1.政务云租赁经费52.30万元。\n" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autoptr(ys_publication) publication = publication_of(others[i].text);
		g_autoptr(GPtrArray) all = ys_remarks_with_warnings(publication->remarks, publication->records);
		gboolean said = FALSE;

		for (guint r = 0; r < publication->records->len; r++) {
			const ys_record *record = g_ptr_array_index(publication->records, r);

			for (guint w = 0; w < record->warnings->len; w++)
				said = said || !strcmp(((ys_warning *)g_ptr_array_index(record->warnings, w))->code,
						       others[i].code);
		}
		assert_true(said);
		for (guint r = 0; r < all->len; r++)
			assert_string_not_equal(((ys_warning *)g_ptr_array_index(all, r))->code, others[i].code);
	}
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, it_is_remarked);
	ADD_ROWS(tests, loss_rows, it_is_lost);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	ADD_TEST(tests, every_statutory_table_is_missed);
	ADD_TEST(tests, remarks_of_a_kind_are_bounded);
	ADD_TEST(tests, a_contradicting_year_is_a_warning_of_the_publication);
	ADD_TEST(tests, remarks_and_warnings_come_once_and_by_line);
	ADD_TEST(tests, other_warnings_are_left_to_others);
	return run_all("remarks", tests);
}
