/* What becomes of the parts of a table: margins, headers that stand twice, titles in headers, and single lines of
 * putting tables together.  Each rule has two unlike examples, and one that looks alike and stays. */
#include "src/publication/tables/table.h"

#include "tests/unit/publication_fixture.h"

#define BODY "2023年云栖县交通局部门预算\n"

typedef struct {
	const char *name, *text;
	const char *expected;   /* of each table: title=kind, columns, rows, warnings */
} row;

#define PROJECTS "部门预算项目支出预算表\n单位：万元\n\n项目名称\t总计\t一般公共预算\t其他资金\t绩效目标\n"
#define PROJECTS_OPEN "部门预算项目支出预算表=proj: 项目名称|总计|一般公共预算|其他资金|绩效目标; "

static const row rows[] = {
	/* ---- margins ---- */
	{ "a blank column on the left of all is a margin",
	  "收入总表\n\t科目编码\t科目名称\t合计\n\t201\t一般公共服务支出\t3.00\n\t205\t教育支出\t4.00\n",
	  "收入总表=rev: 科目编码|科目名称|合计; 201|一般公共服务支出|3.00; 205|教育支出|4.00" },
	{ "so are two, with groups of columns beside them",
	  "项目支出表\n\t\t项目名称\t财政拨款\t\n\t\t\t一般公共预算\t政府性基金预算\n\t\t档案数字化\t6.00\t1.00\n",
	  "项目支出表=proj: 项目名称|财政拨款/一般公共预算|财政拨款/政府性基金预算; 档案数字化|6.00|1.00" },
	{ "one in which any row has something is a column",
	  "收入总表\n\t科目编码\t科目名称\t合计\n\t201\t一般公共服务支出\t3.00\n附\t205\t教育支出\t4.00\n",
	  "收入总表=rev: |科目编码|科目名称|合计; |201|一般公共服务支出|3.00; 附|205|教育支出|4.00" },
	{ "and so is one with a head alone", "收入总表\n序号\t科目名称\t合计\n\t一般公共服务支出\t3.00\n\t教育支出\t4.00\n",
	  "收入总表=rev: 序号|科目名称|合计; |一般公共服务支出|3.00; |教育支出|4.00" },

	/* ---- the better of two headers ---- */
	{ "phenomenon 33: heads come from the page on which more of them mean something",
	  "项目支出表\n项曰名称\t资金使用单位\t合计\t一般公共预算\t绩效目标\n路灯更换\t站\t5.00\t5.00\t明亮。\n\n"
	  "项目支出表\n项目名称\t资金使用单位\t合计\t一般公共预算\t绩效目标\n桥梁检测\t站\t6.00\t6.00\t安全。\n",
	  "项目支出表=proj: 项目名称|资金使用单位|合计|一般公共预算|绩效目标; 路灯更换|站|5.00|5.00|明亮。; 桥梁检测|站|6.00|6.00|安全。" },
	{ "phenomenon 33: also of a third page, of a group",
	  "支出总表\n科目编码\t科目名称\t合计\t木年支出\t\n\t\t\t基木支出\t项目支出\n201\t一般公共服务支出\t3.00\t3.00\t0.00\n\n"
	  "支出总表\n科目编码\t科目名称\t合计\t本年支出\t\n\t\t\t基木支出\t项目支出\n205\t教育支出\t4.00\t4.00\t0.00\n\n"
	  "支出总表\n科目编码\t科目名称\t合计\t本年支出\t\n\t\t\t基本支出\t项目支出\n208\t社会保障和就业支出\t5.00\t5.00\t0.00\n",
	  "支出总表=exp: 科目编码|科目名称|合计|本年支出/基本支出|本年支出/项目支出; 201|一般公共服务支出|3.00|3.00|0.00; "
	  "205|教育支出|4.00|4.00|0.00; 208|社会保障和就业支出|5.00|5.00|0.00" },
	{ "a header that is read worse changes nothing",
	  "项目支出表\n项目名称\t资金使用单位\t合计\t一般公共预算\t绩效目标\n路灯更换\t站\t5.00\t5.00\t明亮。\n\n"
	  "项目支出表\n项曰名称\t资金使用单位\t合计\t一般公共预算\t绩效目标\n桥梁检测\t站\t6.00\t6.00\t安全。\n",
	  "项目支出表=proj: 项目名称|资金使用单位|合计|一般公共预算|绩效目标; 路灯更换|站|5.00|5.00|明亮。; 桥梁检测|站|6.00|6.00|安全。" },

	{ "phenomenon 33: also where one page is drawn with bars and the other is not",
	  "项目支出表\n| 项曰名称 | 资金使用单位 | 合计 | 一般公共预算 | 绩效目标 |\n| 路灯更换 | 站 | 5.00 | 5.00 | 明亮。 |\n\n"
	  "项目支出表\n项目名称\t资金使用单位\t合计\t一般公共预算\t绩效目标\n桥梁检测\t站\t6.00\t6.00\t安全。\n",
	  "项目支出表=proj: 项目名称|资金使用单位|合计|一般公共预算|绩效目标; 路灯更换|站|5.00|5.00|明亮。; 桥梁检测|站|6.00|6.00|安全。" },

	/* ---- what is no table ---- */
	{ "what a site says of its page is none",
	  "索引号\t1150023/2025-00067\t发文字号\t无\n主题分类\t交通\t体裁分类\t财政预算、决算\n发布机构\t云栖县交通局\t成文日期\t2025-09-12\n",
	  "" },
	{ "nor with brackets around its labels, blank values and labels and values in one cell",
	  "| [ 索引号 ] | 1150023/2025-00067 |\n| [ 有效性 ] | |\n| 发布机构：云栖县交通局 | 发布日期：2025-09-12 |\n", "" },
	{ "such heads above rows are a table",
	  "编号\t名称\t发布日期\t发布机构\n001\t路灯更换\t2025-09-12\t交通局\n002\t桥梁检测\t2025-09-13\t交通局\n",
	  "-=-: |||; 编号|名称|发布日期|发布机构; 001|路灯更换|2025-09-12|交通局; 002|桥梁检测|2025-09-13|交通局" },
	{ "and so are such labels of a project", "名称\t路灯更换\t编号\t001\n发布日期\t2025-09-12\t负责人\t张三\n",
	  "-=-: |||; 名称|路灯更换|编号|001; 发布日期|2025-09-12|负责人|张三" },

	/* ---- rows that are no rows ---- */
	{ "phenomenon 34: a total that each page repeats may have blank cells",
	  "支出总表\n科目编码\t科目名称\t合计\n\t合计\t9.00\n201\t一般公共服务支出\t5.00\n\n"
	  "支出总表\n科目编码\t科目名称\t合计\n\t合计\t9.00\n205\t教育支出\t4.00\n",
	  "支出总表=exp: 科目编码|科目名称|合计; |合计|9.00; 201|一般公共服务支出|5.00; 205|教育支出|4.00" },
	{ "phenomenon 27: a header in the middle of a table may have a blank cell",
	  "收入总表\n科目编码\t科目名称\t合计\t备注\n201\t一般公共服务支出\t5.00\t无\n项目名称\t\t财政拨款\t绩效目标\n路灯更换\t\t5.00\t明亮。\n",
	  "收入总表=rev: 科目编码|科目名称|合计|备注; 201|一般公共服务支出|5.00|无\n-=-: 项目名称||财政拨款|绩效目标; 路灯更换||5.00|明亮。" },

	/* ---- numbers that a page cut ---- */
	{ "phenomenon 52: what adds up only together may have a source without money",
	  PROJECTS "热线\t1,53\t1,530.06\t\t打得通。\n\n" PROJECTS "\t0.06\t\t\t\n",
	  PROJECTS_OPEN "热线|1,530.06|1,530.06||打得通。 !number-rebuilt" },
	{ "phenomenon 52: a source that cannot be read makes no number doubtful",
	  PROJECTS "热线\t2,530.0\t见附件\t0.00\t打得通。\n\n" PROJECTS "\t2\t\t\t\n",
	  PROJECTS_OPEN "热线|2,530.02|见附件|0.00|打得通。 !number-rebuilt" },
	{ "phenomenon 52: nor do sources beyond all amounts",
	  PROJECTS "热线\t2,530.0\t9000000000000.00\t9000000000000.00\t打得通。\n\n" PROJECTS "\t2\t\t\t\n",
	  PROJECTS_OPEN "热线|2,530.02|9000000000000.00|9000000000000.00|打得通。 !number-rebuilt" },
	{ "phenomenon 52: nor does a table that prints no sources",
	  "项目支出表\n项目名称\t总计\t绩效目标\n热线\t2,530.0\t打得通。\n\n项目支出表\n项目名称\t总计\t绩效目标\n\t2\t\n",
	  "项目支出表=proj: 项目名称|总计|绩效目标; 热线|2,530.02|打得通。 !number-rebuilt" },

	/* ---- titles in headers ---- */
	{ "a table of the goals of a department may be named in its header",
	  "整体绩效目标表\t一级指标\t三级指标\t指标值\n保障通行\t产出指标\t养护里程\t90公里\n",
	  "整体绩效目标表=goal_dept: 整体绩效目标表|一级指标|三级指标|指标值; 保障通行|产出指标|养护里程|90公里" },
	{ "and one of the goals of projects, without what stands in brackets",
	  "年度主要支出计划（对应任务）\t预算数（万元）\t绩效目标\n档案数字化\t5.00\t完成10万卷。\n",
	  "年度主要支出计划=goal_proj: 年度主要支出计划（对应任务）|预算数（万元）|绩效目标; 档案数字化|5.00|完成10万卷。" },
	{ "not any table: the total of another is a head", "支出总表\t金额\t备注\n路灯更换\t5.00\t无\n",
	  "-=-: 支出总表|金额|备注; 路灯更换|5.00|无" },
};

static void append_cells(GString *out, const GPtrArray *cells)
{
	guint last = cells->len;

	while (last > 0 && !*(const char *)g_ptr_array_index(cells, last - 1))
		last--;
	for (guint i = 0; i < last; i++)
		g_string_append_printf(out, "%s%s", i ? "|" : "", (const char *)g_ptr_array_index(cells, i));
}

static char *describe(const fixture *f)
{
	GString *out = g_string_new(NULL);

	for (guint t = 0; t < f->tables->len; t++) {
		const ys_table *table = fixture_table(f, t);

		g_string_append_printf(out, "%s%s=%s: ", t ? "\n" : "", table->title ? table->title : "-",
				       table->kind ? ys_table_kind_id(table->kind) : "-");
		for (guint i = 0; i < table->columns->len; i++)
			g_string_append_printf(out, "%s%s", i ? "|" : "",
					       ((ys_column *)g_ptr_array_index(table->columns, i))->name);
		for (guint r = 0; r < table->rows->len; r++) {
			g_string_append(out, "; ");
			append_cells(out, ((ys_row *)g_ptr_array_index(table->rows, r))->cells);
		}
		for (guint i = 0; i < table->warnings->len; i++)
			g_string_append_printf(out, " !%s", ((ys_warning *)g_ptr_array_index(table->warnings, i))->code);
	}
	return g_string_free(out, FALSE);
}

static void parts_become_tables(void **state)
{
	const row *row = *state;
	g_autofree char *text = g_strconcat(BODY, row->text, NULL), *got = NULL;
	g_autoptr(fixture) f = fixture_new(text);

	got = describe(f);
	assert_string_equal(got, row->expected);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, parts_become_tables);
	return run_all("assemble", tests);
}
