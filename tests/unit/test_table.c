#include "src/publication/tables/table.h"

#include "src/publication/lines/flatten.h"
#include "tests/unit/known_broken.h"
#include "tests/unit/original_fixture.h"

#define T "2023年云栖县交通局部门预算\n第一部分 报表\n"

typedef struct {
	const char *name, *text;
	const char *expected;
} row;

/* ---- heads ---- */

/* One row of data follows each header; expected are the columns alone. */
static const row header_rows[] = {
	{ "one row of heads", "项目名称\t合计\t绩效目标\n", "项目名称|合计|绩效目标" },
	{ "phenomenon 21: an empty cell with something below belongs to the group on its left",
	  "科目名称\t合计\t财政拨款\t\t\n\t\t小计\t一般公共预算\t政府性基金预算\n",
	  "科目名称|合计|财政拨款/小计|财政拨款/一般公共预算|财政拨款/政府性基金预算" },
	{ "phenomenon 21: an empty cell with nothing below is merged downwards",
	  "科目编码\t财政拨款\t\t其他资金\n\t小计\t一般公共预算\t\n",
	  "科目编码|财政拨款/小计|财政拨款/一般公共预算|其他资金" },
	{ "phenomenon 21: three rows of heads",
	  "科目名称\t本年收入\t\t\t\t上年结转\n\t合计\t财政拨款\t\t其他资金\t\n\t\t小计\t一般公共预算\t\t\n",
	  "科目名称|本年收入/合计|本年收入/财政拨款/小计|本年收入/财政拨款/一般公共预算|本年收入/其他资金|上年结转" },
	{ "phenomenon 22: a row of column numbers is no data and no head",
	  "项目名称\t合计\t绩效目标\n1\t2\t3\n", "项目名称|合计|绩效目标" },
	{ "phenomenon 22: nor is one with 栏次 and holes", "项目\t行次\t金额\t项目\t行次\t金额\n栏次\t\t1\t栏次\t\t\n",
	  "项目|行次|金额|项目|行次|金额" },
	{ "phenomenon 22: nor one whose numbers are glued", "科目名称\t小计\t基本支出\t项目支出\n栏次\t1 2\t\t3\n",
	  "科目名称|小计|基本支出|项目支出" },
	{ "all above column numbers is head, known words or not", "甲\t乙\t丙\n1\t2\t3\n", "甲|乙|丙" },
	{ "phenomenon 23: blanks inside heads vanish", "单位编 码\t项目 名称\t合 计\n", "单位编码|项目名称|合计" },
	{ "phenomenon 31: a head broken over two rows is one name",
	  "科目名称\t合计\t附属单位上缴\t\n\t\t收入\t其他收入\n", "科目名称|合计|附属单位上缴收入|其他收入" },
	{ "phenomenon 31: also where the halves stand beside each other, with a group between them",
	  "\t预算数\t\t\t\t\t决算数\t\t\t\n"
	  "因公出国\t公务用车购置及运行费\t\t公务接待\t\t因公出国\t公务用车购置及运行费\t\t公务接待\t\n"
	  "合计\t(境)费\t小计\t公务用车运行费\t费\t合计\t(境)费\t小计\t公务用车运行费\t费\n",
	  "预算数/合计|预算数/因公出国(境)费|预算数/公务用车购置及运行费/小计|预算数/公务用车购置及运行费/公务用车运行费|"
	  "预算数/公务接待费|决算数/合计|决算数/因公出国(境)费|决算数/公务用车购置及运行费/小计|"
	  "决算数/公务用车购置及运行费/公务用车运行费|决算数/公务接待费" },
	{ "phenomenon 32: a group over each block covers the block, wherever it is printed",
	  "\t收入\t\t\t支出\t\n项目\t行次\t金额\t项目\t行次\t金额\n",
	  "收入/项目|收入/行次|收入/金额|支出/项目|支出/行次|支出/金额" },
	{ "phenomenon 32: a group cut into two cells is one",
	  "收入\t\t\t支\t出\t\n项目\t行次\t金额\t项目\t行次\t金额\n",
	  "收入/项目|收入/行次|收入/金额|支出/项目|支出/行次|支出/金额" },
	{ "phenomenon 32: 项目 above the names groups the codes too",
	  "\t项目\t\t\n功能分类科目编码\t科目名称\t本年支出合计\t基本支出\n",
	  "项目/功能分类科目编码|项目/科目名称|本年支出合计|基本支出" },
	{ "phenomenon 32: 项目 groups no money", "项目\t\t\t\n科目编码\t科目名称\t合计\t基本支出\n",
	  "项目/科目编码|项目/科目名称|合计|基本支出" },
	{ "phenomenon 32: a group one column too far right has its 小计",
	  "科目名称\t本年收入\t\t本年支出\t\t\n\t\t小计\t基本支出\t项目支出\t年末结转和结余\n",
	  "科目名称|本年收入|本年支出/小计|本年支出/基本支出|本年支出/项目支出|年末结转和结余" },
	{ "halves that mean nothing together are each what stands above the other", "甲\t乙\n丙\t丁\n1\t2\n", "甲丙|乙丁" },
	{ "a known head over one column alone is its group", "项目名称\t财政拨款\t绩效目标\n\t一般公共预算\t\n",
	  "项目名称|财政拨款/一般公共预算|绩效目标" },
	{ "phenomenon 31: so are two such heads beside each other",
	  "科目名称\t合计\t上级补助\t经营\n\t\t收入\t收入\n", "科目名称|合计|上级补助收入|经营收入" },
	{ "phenomenon 32: a cut group stands over what was below both cells",
	  "项目名称\t财政\t拨款\t其他资金\n\t一般公共预算\t政府性基金预算\t\n",
	  "项目名称|财政拨款/一般公共预算|财政拨款/政府性基金预算|其他资金" },
	{ "phenomenon 32: two groups over codes, names and money each",
	  "\t人员经费\t\t\t\t公用经费\n科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n",
	  "人员经费/科目编码|人员经费/科目名称|人员经费/金额|公用经费/科目编码|公用经费/科目名称|公用经费/金额" },
	{ "phenomenon 32: 小计 left of the group that it adds up",
	  "项目名称\t\t财政拨款\t\t其他资金\n\t小计\t一般公共预算\t政府性基金预算\t\n",
	  "项目名称|财政拨款/小计|财政拨款/一般公共预算|财政拨款/政府性基金预算|其他资金" },
	{ "what is carried over is no part of expenditure",
	  "科目名称\t本年支出\t\t\n\t基本支出\t项目支出\t结转下年\n", "科目名称|本年支出/基本支出|本年支出/项目支出|结转下年" },
	{ "phenomenon 30: empty columns at the end are none", "项目名称\t合计\t\t\t\n", "项目名称|合计" },
	{ "empty columns at the beginning are a margin", "\t\t项目名称\t合计\n", "项目名称|合计" },
	{ "an amount may have its unit in its head", "项目名称\t2023年预算（万元）\t绩效目标\n",
	  "项目名称|2023年预算（万元）|绩效目标" },
};

static const row known_broken_rows[] = {
	{ "phenomenon 32: three heads in one cell are told apart", "项 目 功能分类 科目编码 科目名称\t\t本年支出合计\t基本支出\n",
	  "项目/功能分类科目编码|项目/科目名称|本年支出合计|基本支出" },
};

static char *columns_of(const ys_table *table)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < table->columns->len; i++)
		g_string_append_printf(out, "%s%s", i ? "|" : "",
				       ((ys_column *)g_ptr_array_index(table->columns, i))->name);
	return g_string_free(out, FALSE);
}

/* A row of data under all heads of the header. */
static void append_data(GString *text, const char *header)
{
	g_auto(GStrv) lines = g_strsplit(header, "\n", -1);
	guint first = G_MAXUINT, last = 0;

	for (char **line = lines; *line; line++) {
		g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);

		for (guint i = 0; cells[i]; i++)
			if (*cells[i]) {
				first = MIN(first, i);
				last = MAX(last, i);
			}
	}
	for (guint i = 0; i <= last; i++)
		g_string_append_printf(text, "%s%s", i ? "\t" : "", i < first ? "" : i == first ? "甲" : "10.00");
	g_string_append_c(text, '\n');
}

static void heads_are_flattened(void **state)
{
	const row *row = *state;
	g_autoptr(GString) text = g_string_new(T);
	g_autoptr(fixture) f = NULL;
	g_autofree char *columns = NULL;

	g_string_append(text, row->text);
	append_data(text, row->text);
	f = fixture_new(text->str);
	assert_int_equal(f->tables->len, 1);
	columns = columns_of(fixture_table(f, 0));
	assert_string_equal(columns, row->expected);
	assert_int_equal(fixture_table(f, 0)->rows->len, 1);
}

/* ---- fragments and rows ---- */

#define PROJECTS "部门预算项目支出预算表\n单位：万元\n"
#define HEAD "项目名称\t总计\t项目内容\t绩效目标\n"
#define HEAD_COLUMNS "项目名称|总计|项目内容|绩效目标\n"
#define PROJECTS_OPEN "= 部门预算项目支出预算表 [万元]\n" HEAD_COLUMNS

static const row table_rows[] = {
	{ "a table has its title, unit, columns and rows", PROJECTS HEAD "道路养护\t10.00\t养护\t畅通\n",
	  PROJECTS_OPEN "道路养护|10.00|养护|畅通\n" },
	{ "phenomenon 24: a fragment with the caption and the header goes on",
	  PROJECTS HEAD "道路养护\t10.00\n\n" PROJECTS HEAD "桥梁检测\t5.00\n",
	  PROJECTS_OPEN "道路养护|10.00\n桥梁检测|5.00\n" },
	{ "phenomenon 25: so does one with the header alone",
	  PROJECTS HEAD "道路养护\t10.00\n\n" HEAD "桥梁检测\t5.00\n",
	  PROJECTS_OPEN "道路养护|10.00\n桥梁检测|5.00\n" },
	{ "phenomenon 26: so does one without any header", PROJECTS HEAD "道路养护\t10.00\n\n桥梁检测\t5.00\n",
	  PROJECTS_OPEN "道路养护|10.00\n桥梁检测|5.00\n" },
	{ "phenomenon 23: headers are the same apart from their blanks",
	  PROJECTS "项目名称\t总计\t绩效目标\n道路养护\t10.00\t畅通\n\n项目 名称\t总 计\t绩效目 标\n桥梁检测\t5.00\t安全\n",
	  "= 部门预算项目支出预算表 [万元]\n项目名称|总计|绩效目标\n道路养护|10.00|畅通\n桥梁检测|5.00|安全\n" },
	{ "another caption begins another table", "收入表\n项目\t金额\n甲\t1\n\n支出表\n项目\t金额\n乙\t2\n",
	  "= 收入表 [-]\n项目|金额\n甲|1\n= 支出表 [-]\n项目|金额\n乙|2\n" },
	{ "another header begins another table", "收入表\n项目\t金额\n甲\t1\n\n序号\t单位名称\t单位性质\n1\t站\t事业\n",
	  "= 收入表 [-]\n项目|金额\n甲|1\n= - [-]\n序号|单位名称|单位性质\n1|站|事业\n" },
	{ "phenomenon 17: a note ends a table", "收入表\n项目\t金额\n甲\t1\n注：无。\n项目\t金额\n乙\t2\n",
	  "= 收入表 [-]\n项目|金额\n甲|1\n= - [-]\n项目|金额\n乙|2\n" },
	{ "a heading ends a table", "收入表\n项目\t金额\n甲\t1\n二、说明\n项目\t金额\n乙\t2\n",
	  "= 收入表 [-]\n项目|金额\n甲|1\n= 说明 [-]\n项目|金额\n乙|2\n" },
	{ "phenomenon 30: fragments of different width are one table",
	  "收入支出决算总表\n项目\t行次\t决算数\t\t\n甲\t1\t10.00\t\t\n\n收入支出决算总表\n项目\t行次\t决算数\n乙\t2\t20.00\n",
	  "= 收入支出决算总表 [-]\n项目|行次|决算数\n甲|1|10.00\n乙|2|20.00\n" },
	{ "phenomenon 33: heads come from the fragment that OCR read better",
	  "收入支出决算总表\nЧ\t女入\t\t支出\t\t\n项目\t行次\t决算数\t项目\t行次\t决算数\n甲\t1\t10.00\t乙\t9\t10.00\n\n"
	  "收入支出决算总表\n\t收入\t\t支出\t\t\n项目\t行次\t决算数\t项目\t行次\t决算数\n丙\t2\t20.00\t丁\t8\t20.00\n",
	  "= 收入支出决算总表 [-]\n收入/项目|收入/行次|收入/决算数|支出/项目|支出/行次|支出/决算数\n"
	  "甲|1|10.00|乙|9|10.00\n丙|2|20.00|丁|8|20.00\n" },
	{ "phenomenon 34: a total that each page repeats counts once",
	  "支出表\n科目名称\t合计\n合计\t30.00\n甲\t10.00\n\n科目名称\t合计\n合计\t30. 00\n乙\t20.00\n",
	  "= 支出表 [-]\n科目名称|合计\n合计|30.00\n甲|10.00\n乙|20.00\n" },
	{ "any other row counts as often as it is printed",
	  "支出表\n科目名称\t合计\n甲\t10.00\n\n科目名称\t合计\n甲\t10.00\n", "= 支出表 [-]\n科目名称|合计\n甲|10.00\n甲|10.00\n" },
	{ "a head that stands again among the rows is no row",
	  "支出表\n科目名称\t合计\n甲\t10.00\n科目名称\t合计\n乙\t20.00\n", "= 支出表 [-]\n科目名称|合计\n甲|10.00\n乙|20.00\n" },
	{ "two dashes in a name do not rule a line",
	  "支出表\n科目名称\t合计\n甲--乙\t10.00\n----\t----\n丙\t20.00\n", "= 支出表 [-]\n科目名称|合计\n甲--乙|10.00\n丙|20.00\n" },
	{ "numbers that rise below data number no columns",
	  "支出表\n科目名称\t合计\t基本支出\n甲\t10.00\t9.00\n1\t2\t3\n", "= 支出表 [-]\n科目名称|合计|基本支出\n甲|10.00|9.00\n1|2|3\n" },
	{ "phenomenon 34: but not where its amount differs",
	  "支出表\n科目名称\t合计\n合计\t30.00\n甲\t10.00\n\n科目名称\t合计\n合计\t20.00\n乙\t20.00\n",
	  "= 支出表 [-]\n科目名称|合计\n合计|30.00\n甲|10.00\n合计|20.00\n乙|20.00\n" },
	{ "phenomenon 36: a code that comes twice is two rows",
	  "支出表\n科目名称\t金额\n[301]工资\t7.00\n[302]商品\t1.00\n[301]工资\t5.00\n",
	  "= 支出表 [-]\n科目名称|金额\n[301]工资|7.00\n[302]商品|1.00\n[301]工资|5.00\n" },
	{ "phenomenon 37: an empty table has its total row", "政府性基金表\n科目名称\t合计\t基本支出\n合 计\t无\t0.00\n",
	  "= 政府性基金表 [-]\n科目名称|合计|基本支出\n合计|无|0.00\n" },
	{ "phenomenon 38: a rule of dashes is no row", "收入表\n项目\t金额\n----\t------\n\n项目\t金额\n甲\t1\n",
	  "= 收入表 [-]\n项目|金额\n甲|1\n" },
	{ "phenomenon 39: a left half that is empty stays empty",
	  "收支表\n项目\t金额\t项目\t金额\n甲\t1\t乙\t1\n\t\t丙\t2\n",
	  "= 收支表 [-]\n项目|金额|项目|金额\n甲|1|乙|1\n||丙|2\n" },
	{ "phenomenon 40: rows of equal name are rows of their own",
	  "非税表\n项目\t金额\n其他收入\t1\n其他收入\t1\n其他收入\t1\n",
	  "= 非税表 [-]\n项目|金额\n其他收入|1\n其他收入|1\n其他收入|1\n" },
	{ "phenomenon 48: a row without name and amount goes on with the one above",
	  PROJECTS HEAD "道路养护\t10.00\t养护县\t畅通率达到\n\n" HEAD "\t\t\t九成。\n",
	  PROJECTS_OPEN "道路养护|10.00|养护县|畅通率达到九成。\n" },
	{ "phenomenon 49: several columns go on at once",
	  PROJECTS HEAD "道路养护\t10.00\t养护县\t畅通率达到\n\n" PROJECTS HEAD "\t\t乡道路。\t九成。\n",
	  PROJECTS_OPEN "道路养护|10.00|养护县乡道路。|畅通率达到九成。\n" },
	{ "phenomenon 50: over more than one page end",
	  PROJECTS HEAD "道路养护\t10.00\t养护\t畅\n\n" HEAD "\t\t\t通\n\n" HEAD "\t\t\t率。\n桥梁检测\t5.00\t检\t安\n",
	  PROJECTS_OPEN "道路养护|10.00|养护|畅通率。\n桥梁检测|5.00|检|安\n" },
	{ "phenomenon 51: a name cut by a page end is put together",
	  PROJECTS HEAD "道路\t10.00\t\t畅通\n\n" PROJECTS HEAD "养护项 目\t\t\t率。\n",
	  PROJECTS_OPEN "道路养护项目|10.00||畅通率。\n! name-rebuilt 5\n" },
	{ "phenomenon 51: a name without amounts inside a page is a row of its own",
	  PROJECTS HEAD "道路养护\t10.00\t\t畅通\n养护类\t\t\t\n桥梁\t5.00\t\t安\n",
	  PROJECTS_OPEN "道路养护|10.00||畅通\n养护类\n桥梁|5.00||安\n" },
	{ "a total in a column of text is a row of its own",
	  PROJECTS HEAD "道路养护\t\t\t无\n\t\t\t合计\n", PROJECTS_OPEN "道路养护|||无\n|||合计\n" },
	{ "phenomenon 52: a number cut by a page end is put together and said",
	  "部门预算项目支出预算表\n项目名称\t总计\t一般公共预算\t绩效目标\n道路养护\t2,530.0\t2,530.\t畅通\n\n"
	  "项目名称\t总计\t一般公共预算\t绩效目标\n\t2\t02\t\n",
	  "= 部门预算项目支出预算表 [-]\n项目名称|总计|一般公共预算|绩效目标\n道路养护|2,530.02|2,530.02|畅通\n! number-rebuilt 4\n" },
	{ "phenomenon 52: what completes two numbers is no row of column numbers",
	  "部门预算项目支出预算表\n项目名称\t总计\t一般公共预算\n道路养护\t2,530.0\t1,530.0\n\n\t2\t5\n",
	  "= 部门预算项目支出预算表 [-]\n项目名称|总计|一般公共预算\n道路养护|2,530.02|1,530.05\n! number-rebuilt 4\n! number-doubtful 4\n" },
	{ "phenomenon 52: a whole number is not completed",
	  "部门预算项目支出预算表\n项目名称\t总计\t绩效目标\n道路养护\t2,530.02\t畅通\n\n项目名称\t总计\t绩效目标\n\t2\t\n",
	  "= 部门预算项目支出预算表 [-]\n项目名称|总计|绩效目标\n道路养护|2,530.02|畅通\n|2\n" },
	{ "phenomenon 25: a head that a page cut is one", "支出表\n科目编码\t科目名称\t本年支出\t\n\n\t\t合计\t基本支出\n1\t2\t3\t4\n201\t服务\t5\t3\n",
	  "= 支出表 [-]\n科目编码|科目名称|本年支出/合计|本年支出/基本支出\n201|服务|5|3\n" },
	{ "phenomenon 25: also where its words mean nothing until the numbers of columns come",
	  "渡口表\n甲\t乙\t\n\n\t丙\t丁\n\n1\t2\t3\n长桥\t5\t3\n", "= 渡口表 [-]\n甲|乙丙|乙/丁\n长桥|5|3\n" },
	{ "phenomenon 25: the first row of a head at the foot of a page, and the whole on the next",
	  "支出表\n科目名称\t本年支出\t\n\n科目名称\t本年支出\t\n\t合计\t基本支出\n服务\t5\t3\n",
	  "= 支出表 [-]\n科目名称|本年支出/合计|本年支出/基本支出\n服务|5|3\n" },
	{ "phenomenon 25: a head that stands again is cut too",
	  "支出表\n科目名称\t本年支出\t\n\t合计\t基本支出\n服务\t5\t3\n\n科目名称\t本年支出\t\n\n\t合计\t基本支出\n桥梁\t2\t1\n",
	  "= 支出表 [-]\n科目名称|本年支出/合计|本年支出/基本支出\n服务|5|3\n桥梁|2|1\n" },
	{ "phenomenon 25: the row of column numbers stands again too, inside a run of rows",
	  "支出表\n科目名称\t合计\t基本支出\n1\t2\t3\n服务\t5\t3\n1\t2\t3\n桥梁\t2\t1\n",
	  "= 支出表 [-]\n科目名称|合计|基本支出\n服务|5|3\n桥梁|2|1\n" },
	{ "a head without rows and a table with a caption of its own are two",
	  "支出表\n科目名称\t合计\n\n收入表\n项目\t金额\n税\t1\n", "= 支出表 [-]\n科目名称|合计\n= 收入表 [-]\n项目|金额\n税|1\n" },
	{ "phenomenon 43: a form whose first row a page cut off is one",
	  "自评表\n项目名称\t道路养护\t\t\n\n主管部门\t交通局\t实施单位\t养护站\n资金\t年初预算\t3.00\t\n",
	  "= 自评表 [-]\n项目名称/主管部门|道路养护/交通局|道路养护/实施单位|道路养护/养护站\n资金|年初预算|3.00\n" },
	{ "phenomenon 52: where one number is torn all of the row is",
	  "项目支出表\n单位编码\t项目名称\t总计\t其他资金\t绩效目标\n130001\t绿化\t1.00\t1.00\t好。\n13\t渡口码头\t2,53\t0.\t畅通率\n\n"
	  "单位编码\t项目名称\t总计\t其他资金\t绩效目标\n0001\t改造\t0.02\t00\t九成。\n130001\t照明\t3.00\t3.00\t亮。\n",
	  "= 项目支出表 [-]\n单位编码|项目名称|总计|其他资金|绩效目标\n130001|绿化|1.00|1.00|好。\n130001|渡口码头改造|2,530.02|0.00|畅通率九成。\n"
	  "130001|照明|3.00|3.00|亮。\n! number-rebuilt 5\n! number-doubtful 5\n" },
	{ "phenomenon 58: whole numbers on both sides are of two rows",
	  "项目支出表\n项目名称\t总计\t其他资金\n渡口\t2,530\t1.00\n\n项目名称\t总计\t其他资金\n码头\t0.02\t0.02\n",
	  "= 项目支出表 [-]\n项目名称|总计|其他资金\n渡口|2,530|1.00\n码头|0.02|0.02\n" },
	{ "phenomenon 51: among codes a name without one is the rest of the name above, unless it is numbered",
	  "支出表\n科目编码\t科目名称\t合计\n20103\t办公厅及相关事\t9.00\n\n科目编码\t科目名称\t合计\n\t务\t\n20104\t交通\t1.00\n\n\t二、结转\t\n",
	  "= 支出表 [-]\n科目编码|科目名称|合计\n20103|办公厅及相关事务|9.00\n20104|交通|1.00\n|二、结转\n! name-rebuilt 4\n" },
	{ "phenomenon 51: the numbers of columns above it do not hide where the page begins",
	  PROJECTS HEAD "道路\t10.00\t\t畅通\n\n" PROJECTS HEAD "1\t2\t3\t4\n养护项目\t\t\t率。\n",
	  PROJECTS_OPEN "道路养护项目|10.00||畅通率。\n! name-rebuilt 5\n" },
	{ "phenomenon 58: a row with money of its own goes on with nothing, whatever its columns are called",
	  "收入决算表\n科目名称\t渡口费收入\t合计\t绩效目标\n道路\t1.10\t1.10\t\n\n科目名称\t渡口费收入\t合计\t绩效目标\n桥梁\t2.20\t\t\n",
	  "= 收入决算表 [-]\n科目名称|渡口费收入|合计|绩效目标\n道路|1.10|1.10\n桥梁|2.20\n" },
	{ "phenomenon 58: nothing is joined where a page ends between rows",
	  PROJECTS HEAD "道路养护\t10.00\t养\t畅\n\n" HEAD "桥梁检测\t5.00\t检\t安\n",
	  PROJECTS_OPEN "道路养护|10.00|养|畅\n桥梁检测|5.00|检|安\n" },
	{ "a table of indicators joins no rows", "指标表\n一级指标\t二级指标\t指标值\n产出\t里程\t9公里\n\t质量\t良\n",
	  "= 指标表 [-]\n一级指标|二级指标|指标值\n产出|里程|9公里\n|质量|良\n" },
	{ "phenomenon 27: a second header inside a table begins another",
	  "绩效表\n\t部门整体支出绩效目标\t关键指标\t预期实现值\n年度目标\t畅通\t里程\t9公里\n"
	  "年度主要支出计划\t绩效目标\t关键指标\t预期实现值\n道路养护\t路好\t完成率\t100%\n",
	  "= 绩效表 [-]\n|部门整体支出绩效目标|关键指标|预期实现值\n年度目标|畅通|里程|9公里\n"
	  "= 年度主要支出计划 [-]\n年度主要支出计划|绩效目标|关键指标|预期实现值\n道路养护|路好|完成率|100%\n" },
	{ "phenomenon 15: furniture in cells is no row", "绩效表\n部门名称:\t\t云栖县交通局\t单位:元\n项目\t金额\n甲\t1\n",
	  "= 绩效表 [元]\n项目|金额\n甲|1\n" },
	{ "a markdown table is a table", "收入表\n| 项目 | 金额 |\n|:---|---:|\n| 甲 | 1 |\n| | 2 |\n",
	  "= 收入表 [-]\n项目|金额\n甲|1\n|2\n" },
	{ "a bar inside a tab row is text", "收入表\n项目\t金额\n甲|乙\t1\n", "= 收入表 [-]\n项目|金额\n甲|乙|1\n" },
	{ "empty rows are none", "收入表\n项目\t金额\n\t\n甲\t1\n \t\u3000\n", "= 收入表 [-]\n项目|金额\n甲|1\n" },
	{ "a table without a header has rows", "收入表\n甲\t1.00\n乙\t2.00\n", "= 收入表 [-]\n|\n甲|1.00\n乙|2.00\n" },
	{ "a unit may stand in a head", "收入表\n项目\t金额（元）\n甲\t1\n", "= 收入表 [元]\n项目|金额（元）\n甲|1\n" },
	{ "the unit of a page that goes on does not change the first",
	  "收入表\n单位：万元\n项目\t金额\n甲\t1\n\n收入表\n单位：元\n项目\t金额\n乙\t2\n",
	  "= 收入表 [万元]\n项目|金额\n甲|1\n乙|2\n" },
	{ "a unit in traditional characters is the same", "收入表\n單位：萬元\n项目\t金额\n甲\t1\n",
	  "= 收入表 [万元]\n项目|金额\n甲|1\n" },
	{ "a unit on a later page is the table's", "收入表\n项目\t金额\n甲\t1\n\n收入表\n单位：元\n项目\t金额\n乙\t2\n",
	  "= 收入表 [元]\n项目|金额\n甲|1\n乙|2\n" },
};

/* A row without the empty cells at its end, which may be missing. */
static void append_row(GString *out, const ys_row *row)
{
	guint last = row->cells->len;

	while (last && !*ys_row_cell(row, last - 1))
		last--;
	for (guint i = 0; i < last; i++)
		g_string_append_printf(out, "%s%s", i ? "|" : "", ys_row_cell(row, i));
	g_string_append_c(out, '\n');
}

static void append_table(GString *out, const ys_table *table)
{
	g_autofree char *columns = columns_of(table);

	g_string_append_printf(out, "= %s [%s]\n%s\n", table->title ? table->title : "-",
			       table->unit_text ? table->unit_text : "-", columns);
	for (guint i = 0; i < table->rows->len; i++)
		append_row(out, g_ptr_array_index(table->rows, i));
	for (guint i = 0; i < table->warnings->len; i++) {
		const ys_warning *warning = g_ptr_array_index(table->warnings, i);

		g_string_append_printf(out, "! %s %d\n", warning->code, warning->line);
	}
}

static void fragments_become_tables(void **state)
{
	const row *row = *state;
	g_autofree char *text = g_strconcat("2023年云栖县交通局部门预算\n", row->text, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; i < f->tables->len; i++)
		append_table(got, fixture_table(f, i));
	assert_string_equal(got->str, row->expected);
}

static const row original_rows[] = {
	{ "phenomenon 51: a name without amounts goes on with one that fills its cell",
	  "支出表\n| 1x2:科目名称 | 2x1:支出 |\n| 基本支出 | 项目支出 |\nfull| 渡口和码 | 1.00 | 2.00 |\npage| 头的养护 |  |  |\n| 绿化 | 3.00 | 4.00 |\n",
	  "= 支出表 [-]\n科目名称|支出/基本支出|支出/项目支出\n渡口和码头的养护|1.00|2.00\n绿化|3.00|4.00\n! name-rebuilt 5\n" },
	{ "phenomenon 51: and with no other",
	  "支出表\n| 1x2:科目名称 | 2x1:支出 |\n| 基本支出 | 项目支出 |\n| 本年支出合计 | 1.00 | 2.00 |\npage| 结转结余 |  |  |\n| 绿化 | 3.00 | 4.00 |\n",
	  "= 支出表 [-]\n科目名称|支出/基本支出|支出/项目支出\n本年支出合计|1.00|2.00\n结转结余\n绿化|3.00|4.00\n" },
	{ "a sentence that fills its cell goes on behind a page end where there are no amounts",
	  "目标完成情况表\n| 指标 | 完成情况 |\nfull| 渡口巡检 | 全年巡检四百次，排除隐患 |\npage|  | 三十处。 |\n| 码头疏浚 | 完成。 |\n",
	  "= 目标完成情况表 [-]\n|\n指标|完成情况\n渡口巡检|全年巡检四百次，排除隐患三十处。\n码头疏浚|完成。\n" },
	{ "one that has ended does not",
	  "目标完成情况表\n| 指标 | 完成情况 |\nfull| 渡口巡检 | 全年巡检四百次。 |\npage|  | 排除隐患三十处。 |\n| 码头疏浚 | 完成。 |\n",
	  "= 目标完成情况表 [-]\n|\n指标|完成情况\n渡口巡检|全年巡检四百次。\n|排除隐患三十处。\n码头疏浚|完成。\n" },
	{ "nor does one beside another cell",
	  "目标完成情况表\n| 指标 | 预期 | 完成情况 |\nfull| 渡口巡检 | 百次 | 全年巡检四百次，排除隐患 |\npage|  | 两处 | 三十处。 |\n",
	  "= 目标完成情况表 [-]\n||\n指标|预期|完成情况\n渡口巡检|百次|全年巡检四百次，排除隐患\n|两处|三十处。\n" },
};

static void tables_of_originals_go_on(void **state)
{
	const row *row = *state;
	g_autoptr(ys_original) original = original_of(row->text);
	g_autoptr(fixture) f = fixture_of(ys_input_of_original(original, NULL));
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; i < f->tables->len; i++)
		append_table(got, fixture_table(f, i));
	assert_string_equal(got->str, row->expected);
}

/* ---- titles ---- */

static const struct {
	const char *name, *text;
	const char *titles;     /* title=canonical id, joined with '|' */
} title_rows[] = {
	{ "a caption is the title", "收支总体情况表\n项目\t金额\n甲\t1\n", "收支总体情况表=bal" },
	{ "phenomenon 42: names that differ a little are one canonical table",
	  "一般公共预算基本支出情况表（按支出经济分类科目）\n项目\t金额\n甲\t1\n\n一般公共预算基本支出情况表（按经济分类科目）\n项目\t金额\n甲\t1\n",
	  "一般公共预算基本支出情况表（按支出经济分类科目）=gpb_basic|一般公共预算基本支出情况表（按经济分类科目）=gpb_basic" },
	{ "the body's name before a title does not count", "云栖县交通局2023年部门收入总表\n项目\t金额\n甲\t1\n",
	  "云栖县交通局2023年部门收入总表=rev" },
	{ "phenomenon 28: a missing caption comes from the contents",
	  "目录\n第一部分 报表\n一、收支总表\n二、收入总表\n三、支出总表\n第一部分 报表\n"
	  "收支总表\n项目\t金额\n甲\t1\n注：无。\n科目\t金额\n乙\t2\n\n支出总表\n项目\t金额\n丙\t3\n",
	  "收支总表=bal|收入总表=rev|支出总表=exp" },
	{ "phenomenon 28: but not where the contents name more than are missing",
	  "目录\n第一部分 报表\n一、收支总表\n二、收入总表\n三、支出总表\n四、项目支出表\n第一部分 报表\n"
	  "收支总表\n项目\t金额\n甲\t1\n注：无。\n科目\t金额\n乙\t2\n\n项目支出表\n项目\t金额\n丙\t3\n",
	  "收支总表=bal|报表=-|项目支出表=proj" },
	{ "phenomenon 29: a note above is no caption",
	  "目录\n第一部分 报表\n一、收支总表\n二、收入总表\n第一部分 报表\n"
	  "收支总表\n项目\t金额\n甲\t1\n注: 1. 本表反映收支。\n^{2.} 本套报表有尾差。\n科目\t金额\n乙\t2\n",
	  "收支总表=bal|收入总表=rev" },
	{ "a table of goals is named by its own header",
	  "第一部分 绩效\n\t部门整体支出绩效目标\t关键指标\t预期实现值\n年度\t畅通\t里程\t9\n", "部门整体支出绩效目标=goal_dept" },
	{ "without any of these the heading above is the title",
	  "一、单位构成\n序号\t单位名称\t单位性质\n1\t站\t事业\n", "单位构成=-" },
};

static void tables_find_their_titles(void **state)
{
	const typeof(title_rows[0]) *row = *state;
	g_autofree char *text = g_strconcat("2023年云栖县交通局部门预算\n", row->text, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; i < f->tables->len; i++) {
		const ys_table *table = fixture_table(f, i);

		g_string_append_printf(got, "%s%s=%s", i ? "|" : "", table->title ? table->title : "-",
				       table->kind ? ys_table_kind_id(table->kind) : "-");
	}
	assert_string_equal(got->str, row->titles);
}

/* ---- columns ---- */

static void columns_are_found_by_meaning(void **state)
{
	g_autoptr(fixture) f = fixture_new(T "项目表\n项目编码\t项目名称\t资金使用单位\t财政拨款\t\t绩效目标\n"
					     "\t\t\t合计\t一般公共预算\t\n1\t甲\t站\t10.00\t10.00\t好\n");
	const ys_table *table = fixture_table(f, 0);

	(void)state;
	assert_int_equal(ys_table_column(table, YS_COLUMN_CODE), 0);
	assert_int_equal(ys_table_column(table, YS_COLUMN_NAME), 1);
	assert_int_equal(ys_table_column(table, YS_COLUMN_UNIT_NAME), 2);
	assert_int_equal(ys_table_column(table, YS_COLUMN_TOTAL), 3);
	assert_int_equal(ys_table_column(table, YS_COLUMN_GPB), 4);
	assert_int_equal(ys_table_column(table, YS_COLUMN_GOAL), 5);
	assert_int_equal(ys_table_column(table, YS_COLUMN_SOE), -1);
	assert_true(ys_table_heads_money(table));
}

static void a_row_knows_all_its_lines(void **state)
{
	g_autoptr(fixture) f = fixture_new("2023年云栖县交通局部门预算\n" PROJECTS HEAD "道路养护\t10.00\t养护\t畅通\n\n" HEAD
					   "\t\t\t率。\n");
	const ys_row *row = g_ptr_array_index(fixture_table(f, 0)->rows, 0);

	(void)state;
	assert_int_equal(row->lines->len, 2);
	assert_int_equal(g_array_index(row->lines, int, 0), 5);
	assert_int_equal(g_array_index(row->lines, int, 1), 8);
	assert_int_equal(fixture_table(f, 0)->first_line, 4);
	assert_int_equal(fixture_table(f, 0)->last_line, 8);
	assert_int_equal(fixture_table(f, 0)->n_fragments, 2);
	assert_string_equal(ys_row_cell(row, 1000), "");
}

/* ---- what nobody prints ---- */

static const struct {
	const char *name, *head, *row, *end;
	guint times;
} hostile_rows[] = {
	{ "a hundred thousand columns take linear time", "项目名称\t总计", "\t1.00", "\n甲\t1.00\n", 100000 },
	{ "so do a hundred thousand heads", "项目名称\t总计", "\t财政拨款", "\n甲\t1.00\n", 100000 },
	{ "so do a hundred thousand unknown heads over others",
	  "项目名称\t总计\n甲", "\t乙", "\n丙\t丁\n1\t2\n甲\t1.00\n", 100000 },
	{ "so do a hundred thousand empty cells", "项目名称\t总计\n", "\t", "1\n", 100000 },
	{ "so do a hundred thousand bars", "|项目名称|总计|\n", "|", "1\n", 100000 },
	{ "so do two hundred thousand rows", "项目名称\t总计\n", "甲\t1.00\n", "", 200000 },
	{ "so do two hundred thousand rows that go on", "项目名称\t总计\t绩效目标\n甲\t1\t乙\n", "\t\t丙\n", "", 200000 },
	{ "so do two hundred thousand halves of numbers", "项目名称\t总计\n甲\t1.\n", "\t1\n", "", 200000 },
	{ "so do five hundred fragments", "项目名称\t总计\n", "甲\t1.00\n\n项目名称\t总计\n", "", 500 },
	{ "so do fifty thousand fragments", "", "甲\t1.00\n\n", "", 50000 },
	{ "so do fifty thousand captions", "", "收入表\n项目\t金额\n甲\t1\n\n", "", 50000 },
	{ "so do fifty thousand inner headers",
	  "项目名称\t总计\t绩效目标\n甲\t1\t乙\n", "项目名称\t总计\t绩效目标\t金额\n甲\t1\t乙\n", "", 50000 },
	{ "so do fifty thousand repeated totals", "项目名称\t总计\n合计\t1.00\n", "\n合计\t1.00\n", "", 50000 },
};

static void hostile_tables_take_linear_time(void **state)
{
	const typeof(hostile_rows[0]) *row = *state;
	g_autoptr(GString) text = g_string_new(T);
	g_autoptr(fixture) f = NULL;

	g_string_append(text, row->head);
	for (guint i = 0; i < row->times; i++)
		g_string_append(text, row->row);
	g_string_append(text, row->end);
	f = fixture_new(text->str);
	assert_true(f->tables->len > 0);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, header_rows, heads_are_flattened);
	ADD_KNOWN_BROKEN(tests, known_broken_rows, heads_are_flattened);
	ADD_ROWS(tests, table_rows, fragments_become_tables);
	ADD_ROWS(tests, original_rows, tables_of_originals_go_on);
	ADD_ROWS(tests, title_rows, tables_find_their_titles);
	ADD_TEST(tests, columns_are_found_by_meaning);
	ADD_TEST(tests, a_row_knows_all_its_lines);
	ADD_ROWS(tests, hostile_rows, hostile_tables_take_linear_time);
	return run_all("table", tests);
}
