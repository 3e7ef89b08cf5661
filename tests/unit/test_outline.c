#include "src/publication/lines/outline.h"

#include "src/publication/lines/owner.h"
#include "tests/unit/publication_fixture.h"
#include "tests/unit/words_fixture.h"

/* A title and a heading that ends it, so that what follows is body. */
#define T "2023年云栖县交通局部门预算\n第一部分 概况\n"
#define T_BLOCKS "H1 第一部分概况\n"

typedef struct {
	const char *name, *text;
	const char *blocks;     /* one a line: kind, level of a heading, text or lines of rows */
} row;

static const row block_rows[] = {
	{ "a paragraph is a paragraph", T "一、职责\n\n承担全县道路养护。\n", "H2 一、职责\nP 承担全县道路养护。\n" },
	{ "phenomenon 7: the level comes from the number, not from the marks",
	  T "# 第一部分 概况\n### 一、职责\n## （一）主要职责\n#### **二、机构**\n",
	  "H1 第一部分概况\nH2 一、职责\nH3 （一）主要职责\nH2 二、机构\n" },
	{ "phenomenon 9: a heading may look like a list item", T "- 二、收入说明\n - (四)养护能力增强\n",
	  "H2 二、收入说明\nH3 (四)养护能力增强\n" },
	{ "phenomenon 10: the same numbers again are one level deeper",
	  T "(一)整体综述\n(一)养护\n(二)治超\n(三)客运\n(二)项目综述\n",
	  "H3 (一)整体综述\nH4 (一)养护\nH4 (二)治超\nH4 (三)客运\nH3 (二)项目综述\n" },
	{ "phenomenon 10: a new chapter ends the deeper level",
	  T "(一)甲\n(一)乙\n二、丙\n(一)丁\n(二)戊\n",
	  "H3 (一)甲\nH4 (一)乙\nH2 二、丙\nH3 (一)丁\nH3 (二)戊\n" },
	{ "phenomenon 11: a numbered sentence is no heading",
	  T "（一）贯彻执行国家和省有关交通运输的方针政策。\n（二）拟订全县规划；\n",
	  "P （一）贯彻执行国家和省有关交通运输的方针政策。\nP （二）拟订全县规划；\n" },
	{ "phenomenon 11: a definition is no heading", T "一、财政拨款收入：指当年拨付的资金\n",
	  "P 一、财政拨款收入：指当年拨付的资金\n" },
	{ "phenomenon 11: the last of the duties is no heading", T "（九）完成县委交办的其他工作。\n",
	  "P （九）完成县委交办的其他工作。\n" },
	{ "phenomenon 11: a long text is no heading",
	  T "一、全县农村公路养护管理体制改革实施方案所确定的县乡村三级路长制在各个乡镇得到全面落实并且按月考核按季通报"
	    "按年兑现奖惩措施到人到路到段\n",
	  "P 一、全县农村公路养护管理体制改革实施方案所确定的县乡村三级路长制在各个乡镇得到全面落实并且按月考核按季通报"
	  "按年兑现奖惩措施到人到路到段\n" },
	{ "a colon behind its number makes no definition of a chapter", T "第二部分：报表\n（二）、机构\n",
	  "H1 第二部分：报表\nH3 （二）、机构\n" },
	{ "a name that begins with a numeral is no heading", T "十堰市\n百色市\n", "P 十堰市百色市\n" },
	{ "phenomenon 12: blanks and the full stop of a heading vanish",
	  T "三、2023年度支出决 算情况说明\n(一)部门绩效自评综述。\n",
	  "H2 三、2023年度支出决算情况说明\nH3 (一)部门绩效自评综述\n" },
	{ "phenomenon 13: a paragraph cut by a page end is joined without a blank",
	  T "主要用于信息系统建\n\n设和运行。\n", "P 主要用于信息系统建设和运行。\n" },
	{ "phenomenon 13: over two page ends", T "比上年增加2.12 万\n\n元，主要是外\n\n宾来访增加。\n",
	  "P 比上年增加2.12万元，主要是外宾来访增加。\n" },
	{ "phenomenon 13: also where it goes on with a number", T "成立于2018\n\n年，共有\n\n35人，其中\n\n12.5%为女性。\n",
	  "P 成立于2018年，共有35人，其中12.5%为女性。\n" },
	{ "phenomenon 14: a list item cut by a page end is joined", T "- 6. 统筹道路数\n\n据的采集。\n- 7. 治理。\n",
	  "P 6.统筹道路数据的采集。\nP 7.治理。\n" },
	{ "a full stop ends a paragraph", T "第一句。\n\n第二句。\n", "P 第一句。\nP 第二句。\n" },
	{ "a numbered item never goes on", T "主要职责有\n\n1. 养护\n\n2、治超\n\n(3)客运\n\n④货运\n\n５．站场\n\n（六）信访问题、来电、来访的处理；\n",
	  "P 主要职责有\nP 1.养护\nP 2、治超\nP (3)客运\nP ④货运\nP ５．站场\nP （六）信访问题、来电、来访的处理；\n" },
	{ "一是 may go on with a sentence", T "减少的原因\n\n一是压减开支。\n", "P 减少的原因一是压减开支。\n" },
	{ "a heading ends a paragraph that has no full stop", T "由局机关构成\n\n二、机构\n", "P 由局机关构成\nH2 二、机构\n" },
	{ "phenomenon 15: furniture is no text",
	  T "部门名称：云栖县交通局\n\n单位： 万元\n\n收入\t1\n编制单位:云栖县交通局 金额单位:元\n支出\t2\n",
	  "U 单位：万元\nR 7-7\nU 编制单位:云栖县交通局金额单位:元\nR 9-9\n" },
	{ "a sentence with a colon is no furniture", T "单位：云栖县交通局下设养护中心。\n", "P 单位：云栖县交通局下设养护中心。\n" },
	{ "phenomenon 16: a table number is nothing", T "表 1\n公开01表\n\n收支总表\n收入\t1\n", "C 收支总表\nR 7-7\n" },
	{ "page numbers are nothing", T "甲。\n- 3 -\n— 4 —\n第 5 页\n第6页 共9页\n7\n乙。\n", "P 甲。\nP 乙。\n" },
	{ "phenomenon 8: a caption with marks is a caption, not a heading",
	  T "### 收支总体情况表\n\n单位：万元\n\n项目\t金额\n\n二、收入总体情况表\n项目\t金额\n",
	  "C 收支总体情况表\nU 单位：万元\nR 7-7\nC 收入总体情况表\nR 10-10\n" },
	{ "a caption may say how it is classified", T "支出表（按功能分类）\n项目\t金额\n", "C 支出表（按功能分类）\nR 4-4\n" },
	{ "a title of a table without rows below is a heading", T "一、收支总表\n\n见附件。\n", "H2 一、收支总表\nP 见附件。\n" },
	{ "a sentence about a table is no caption", T "明细见下，收支总表\n项目\t金额\n", "P 明细见下，收支总表\nR 4-4\n" },
	{ "phenomenon 17: notes end a table",
	  T "项目\t金额\n注：无。\n本表本年度无发生额。\n本套报表以万元为单位。\n",
	  "R 3-3\nN 注：无。\nN 本表本年度无发生额。\nN 本套报表以万元为单位。\n" },
	{ "neighbouring rows are one block", T "甲\t1\n乙\t2\n丙\t3\n", "R 3-5\n" },
	{ "phenomenon 26: a blank line between rows begins a new block",
	  T "甲\t1\n\n乙\t2\n", "R 3-3\nR 5-5\n" },
	{ "a sentence between makes no caption", T "收支总表\n见说明。\n项目\t金额\n", "P 收支总表见说明。\nR 5-5\n" },
	{ "a caption may have a narrow bracket", T "支出明细表(甲类)\n项目\t金额\n", "C 支出明细表(甲类)\nR 4-4\n" },
	{ "digits and dashes may be more than the number of a page", T "咨询。\n010-12345678-12345\n", "P 咨询。\nP 010-12345678-12345\n" },
	{ "text between rows begins a new block", T "甲\t1\n以下略。\n乙\t2\n", "R 3-3\nP 以下略。\nR 5-5\n" },
	{ "markdown rows are rows", T "| 甲 | 1 |\n|---|---|\n| 乙 | 2 |\n", "R 3-5\n" },
	{ "one bar makes no row", T "甲|乙。\n|\n", "P 甲|乙。\nP |\n" },
	{ "phenomenon 20: a sentence printed twice stays twice", T "收入12.27万元。\n收入12.27万元。\n",
	  "P 收入12.27万元。\nP 收入12.27万元。\n" },
};

static void append_block(GString *out, const ys_block *block)
{
	static const char letters[] = "HPCUNR";

	g_string_append_c(out, letters[block->kind]);
	if (block->kind == YS_BLOCK_HEADING)
		g_string_append_printf(out, "%d", block->level);
	if (block->kind == YS_BLOCK_ROWS)
		g_string_append_printf(out, " %d-%d\n", block->first, block->last);
	else
		g_string_append_printf(out, " %s\n", block->text);
}

static char *blocks_of(const ys_outline *outline)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < outline->blocks->len; i++)
		append_block(out, g_ptr_array_index(outline->blocks, i));
	return g_string_free(out, FALSE);
}

static void a_text_falls_into_blocks(void **state)
{
	const row *row = *state;
	g_autoptr(fixture) f = fixture_new(row->text);
	g_autofree char *got = blocks_of(f->outline);

	assert_true(g_str_has_prefix(got, T_BLOCKS));
	assert_string_equal(got + strlen(T_BLOCKS), row->blocks);
}

static const struct {
	const char *name, *text;
	const char *contents;   /* entries joined with '|' */
	const char *blocks;
} front_rows[] = {
	{ "phenomenon 1: a title may be broken inside a word",
	  "2023 年\n云栖县交通局部\n门预算\n\n目 录\n第一部分 概况\n第一部分 概况\n", "", "H1 第一部分概况\n" },
	{ "phenomenon 1: a blank line may stand in a title", "云栖县交通局\n\n2023年部门预算\n\n一、职责\n",
	  "", "H2 一、职责\n" },
	{ "phenomenon 4: contents make no sections",
	  "2023年云栖县交通局部门预算\n目录\n第一部分 概况\n一、职责\n二、机构\n第二部分 报表\n第一部分 概况\n一、职责\n养护。\n第二部分 报表\n",
	  "职责|机构", "H1 第一部分概况\nH2 一、职责\nP 养护。\nH1 第二部分报表\n" },
	{ "phenomenon 5: a blank line does not end the contents",
	  "2023年云栖县交通局部门预算\n目录\n\n一、职责………1\n\n二、收支总表...( 3 )\n\n一、职责\n养护。\n",
	  "职责|收支总表", "H2 一、职责\nP 养护。\n" },
	{ "phenomenon 6: contents may name things differently from the body",
	  "2023年云栖县交通局部门预算\n目录\n第一部分 云栖县交通局概况\n一、主要职责\n第二部分 预算表\n第一部分 概况\n(一)部门职责\n",
	  "主要职责", "H1 第一部分概况\nH3 (一)部门职责\n" },
	{ "contents end where their first number comes again, however it is printed",
	  "2023年云栖县交通局部门预算\n目录\n一、职责\n二、机构\n一．职责\n养护。\n", "职责|机构",
	  "H2 一．职责\nP 养护。\n" },
	{ "headings without number are those that the contents list",
	  "2023年云栖县交通局部门预算\n目录\n一、部门主要职责\n二、部门机构设置\n三、名词解释\n四、部门预算表\n1.收支总表\n五、其他情况说明\n\n"
	  "云栖县交通局（部门）主要职责\n养护。\n一、农村公路\n2023年部门机构设置\n三个站。\n名词解释\n略。\n见\n名词解释\n另附。\n收支总表\n附。\n其他情况说明\n无。\n",
	  "部门主要职责|部门机构设置|名词解释|部门预算表|收支总表|其他情况说明",
	  "H1 云栖县交通局（部门）主要职责\nP 养护。\nH2 一、农村公路\nH1 2023年部门机构设置\nP 三个站。\nH1 名词解释\nP 略。\n"
	  "P 见名词解释另附。\nP 收支总表附。\nH1 其他情况说明\nP 无。\n" },
	{ "a heading that the contents list stands once, and below its chapter",
	  "2023年云栖县交通局部门预算\n目录\n第一部分 概况\n一、主要职责\n二、机构设置\n第一部分 概况\n主要职责\n养护。\n二、机构设置\n站。\n机构设置\n主要职责\n",
	  "主要职责|机构设置",
	  "H1 第一部分概况\nH2 主要职责\nP 养护。\nH2 二、机构设置\nP 站。\nP 机构设置主要职责\n" },
	{ "a list of contents may be repeated by nothing",
	  "2023年云栖县交通局部门预算\n决算公开目录\n一、职责\n二、机构\n三、报表\n我局养护全县道路。\n", "职责|机构|报表", "P 我局养护全县道路。\n" },
	{ "pages may stand behind tabs", "2023年云栖县交通局部门预算\n目录\n一、职责\t2\n二、机构\t13\n一、职责\n养护。\n",
	  "职责|机构", "H2 一、职责\nP 养护。\n" },
	{ "or in what is left of a field",
	  "2023年云栖县交通局部门预算\n目录\n一、职责 PAGEREF _Toc1 \\h 2\n二、机构 PAGEREF _Toc2 \\h 13\n一、职责\n养护。\n",
	  "职责|机构", "H2 一、职责\nP 养护。\n" },
	{ "entries with leaders are no headings wherever they stand, an ellipsis is text",
	  "2023年云栖县交通局部门预算\n第一部分 概况\n二、职责……………3\n养护……\n一、机构……\n",
	  "", "H1 第一部分概况\nP 养护……\nH2 一、机构……\n" },
	{ "contents that nothing repeats are text",
	  "2023年云栖县交通局部门预算\n目录\n另见附件。\n养护。\n", "",
	  "P 另见附件。\nP 养护。\n" },
	{ "contents begin with a number",
	  "2023年云栖县交通局部门预算\n目录\n另见附件。\n一、职责\n一、职责\n", "",
	  "P 另见附件。\nH2 一、职责\nH2 一、职责\n" },
	{ "a table of contents as a table is no contents",
	  "2023年云栖县交通局部门预算\n目录\n一、职责\n序号\t名称\n一、职责\n", "",
	  "H2 一、职责\nR 4-4\nH2 一、职责\n" },
	{ "a file may begin with rows", "项目\t金额\n甲\t1\n", "", "R 1-2\n" },
	{ "a file may begin with a caption", "收支总表\n单位：元\n项目\t金额\n", "", "C 收支总表\nU 单位：元\nR 3-3\n" },
	{ "a sentence ends the title", "云栖县交通局2023年部门预算\n根据有关规定公开如下。\n正文。\n",
	  "", "P 根据有关规定公开如下。\nP 正文。\n" },
	{ "a title that is a sentence is a title all the same", "云栖县交通局2023年部门预算。\n正文。\n",
	  "", "P 正文。\n" },
};

/* What the words of a class in data/sections do: the body, entries of the contents, then
 * blocks. */
static const class_row class_rows[] = {
	{ "behind_owner", "部门名称：青禾县星火局%s元\n", "青禾县星火局|", NULL },
	{ "contents", "2023年云栖县交通局部门预算\n%s\n一、职责\n一、职责\n养护。\n", "职责|H2 一、职责\nP 养护。\n", NULL },
	{ "contents_of", "2023年云栖县交通局部门预算\n%s\n一、职责\n一、职责\n养护。\n", "职责|H2 一、职责\nP 养护。\n", NULL },
	{ "field", T "二、职责 %s x 3\n养护。\n", "|" T_BLOCKS "P 养护。\n", NULL },
	{ "owner", "2023年云栖县交通局部门预算\n目录\n一、主要职责\n二、机构\n三、名词解释\n2023年%s主要职责\n养护。\n",
	  "H1 2023年%s主要职责\nP 养护。\n", NULL },
	{ "owner", "2023年云栖县交通局部门预算\n目录\n一、%s职责范围\n二、机构\n三、名词解释\n2023年职责范围\n养护。\n",
	  "H1 2023年职责范围\nP 养护。\n", NULL },
	{ "heading_end", T "(一)部门绩效%s。\n", "|" T_BLOCKS "H3 (一)部门绩效%s\n", NULL },
	{ "note", T "项目\t金额\n%s无。\n", "|" T_BLOCKS "R 3-3\nN %s无。\n", NULL },
	{ "page", T "甲。\n%s3\n乙。\n", "|" T_BLOCKS "P 甲。\nP 乙。\n", NULL },
};

static char *contents_and_blocks(const char *text)
{
	g_autoptr(fixture) f = fixture_new(text);
	g_autofree char *blocks = blocks_of(f->outline), *contents = NULL, *owner = ys_owner_of_text(f->input);

	g_ptr_array_add(f->outline->contents, NULL);
	contents = g_strjoinv("|", (char **)f->outline->contents->pdata);
	return g_strdup_printf("%s|%s|%s", owner ? owner : "", contents, blocks);
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("sections", class_rows, G_N_ELEMENTS(class_rows), contents_and_blocks);
}

static void title_and_contents_stand_apart(void **state)
{
	const typeof(front_rows[0]) *row = *state;
	g_autoptr(fixture) f = fixture_new(row->text);
	g_autofree char *blocks = blocks_of(f->outline), *contents = NULL;

	g_ptr_array_add(f->outline->contents, NULL);
	contents = g_strjoinv("|", (char **)f->outline->contents->pdata);
	g_ptr_array_set_size(f->outline->contents, f->outline->contents->len - 1);
	assert_string_equal(contents, row->contents);
	assert_string_equal(blocks, row->blocks);
}

static const struct {
	const char *name, *heading, *text;
} number_rows[] = {
	{ "第一部分 is a number", "第一部分概况", "概况" },
	{ "一、 is a number", "十二、结转", "结转" },
	{ "（一） is a number", "（三）机构", "机构" },
	{ "(一) is a number", "(三)机构", "机构" },
	{ "a colon behind the number goes with it", "第二部分：报表", "报表" },
	{ "text without a number is its own text", "机构设置", "机构设置" },
	{ "a numeral that begins a word is no number", "一般公共预算", "一般公共预算" },
	{ "a bracket that is never closed is no number", "（一般", "（一般" },
	{ "nothing is nothing", "", "" },
};

static void the_text_behind_a_number_is_found(void **state)
{
	const typeof(number_rows[0]) *row = *state;

	assert_string_equal(ys_heading_text(row->heading), row->text);
}

/* What stands in a list of words: each of them alone. */
static const struct {
	const char *name, *words;       /* joined with '|' */
	const char *before, *behind;    /* what stands around one in the text */
	const char *blocks;             /* with %s for the word */
} word_rows[] = {
	{ "a note begins with one of these", "注：|注:|备注：|备注:|本表|本套报表|说明：|注1|注2", "", "甲。\n", "N %s甲。\n" },
	{ "a heading may end with one of these and a stop", "综述|情况|说明|概况|结果", "（一）甲", "。\n", "H3 （一）甲%s\n" },
	{ "a paragraph ends with one of these", "。|；|：|！|？|.|;|:|”|）|)|\"", "甲", "\n乙。\n", "P 甲%s\nP 乙。\n" },
};

static void words_have_their_meaning(void **state)
{
	const typeof(word_rows[0]) *row = *state;
	g_auto(GStrv) words = g_strsplit(row->words, "|", -1);

	for (char **word = words; *word; word++) {
		g_autofree char *text = g_strconcat(T, row->before, *word, row->behind, NULL), *got = NULL;
		g_auto(GStrv) around = g_strsplit(row->blocks, "%s", -1);
		g_autofree char *blocks = g_strconcat(T_BLOCKS, around[0], *word, around[1], NULL);
		g_autoptr(fixture) f = fixture_new(text);

		got = blocks_of(f->outline);
		assert_string_equal(got, blocks);
	}
}

static void a_block_knows_its_lines(void **state)
{
	g_autoptr(fixture) f = fixture_new("2023年云栖县交通局部门预算\n\n一、职责\n\n系统建\n\n设。\n");
	const ys_block *heading = g_ptr_array_index(f->outline->blocks, 0);
	const ys_block *paragraph = g_ptr_array_index(f->outline->blocks, 1);

	(void)state;
	assert_int_equal(heading->first, 3);
	assert_int_equal(heading->last, 3);
	assert_int_equal(paragraph->first, 5);
	assert_int_equal(paragraph->last, 7);
}

static const struct {
	const char *name, *line;
	guint times;
} hostile_rows[] = {
	{ "a hundred thousand lines without a full stop take linear time", "道路养护和桥梁检测\n", 100000 },
	{ "so do a hundred thousand headings of contents", "目录\n二、职责\n", 50000 },
	{ "so do a hundred thousand captions", "收支总表\n单位：万元\n", 50000 },
	{ "so do a hundred thousand empty lines", "\n", 100000 },
	{ "so do a hundred thousand numerals", "一二三四五六七八九十", 100000 },
	{ "so do a hundred thousand headings", "（一）职责\n", 100000 },
};

static void hostile_text_takes_linear_time(void **state)
{
	const typeof(hostile_rows[0]) *row = *state;
	g_autoptr(GString) text = g_string_new(T "一、职责\n");
	g_autoptr(fixture) f = NULL;

	for (guint i = 0; i < row->times; i++)
		g_string_append(text, row->line);
	f = fixture_new(text->str);
	assert_true(f->outline->blocks->len > 0);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, block_rows, a_text_falls_into_blocks);
	ADD_ROWS(tests, front_rows, title_and_contents_stand_apart);
	ADD_ROWS(tests, number_rows, the_text_behind_a_number_is_found);
	ADD_ROWS(tests, word_rows, words_have_their_meaning);
	ADD_TEST(tests, a_block_knows_its_lines);
	ADD_ROWS(tests, hostile_rows, hostile_text_takes_linear_time);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	return run_all("outline", tests);
}
