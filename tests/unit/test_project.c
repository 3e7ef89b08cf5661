#include "src/publication/projects/project.h"

#include "src/publication/tables/hierarchy.h"
#include "src/text/key.h"
#include "tests/unit/publication_fixture.h"

#define DEPARTMENT "云栖县交通局"
#define CENTRE "云栖县公路养护中心"

#define PROJECTS "部门预算项目支出预算表\n单位：万元\n"
#define HEAD "项目名称\t总计\t项目内容\t绩效目标\n"

static fixture *read_tables(const char *text)
{
	g_autofree char *whole = g_strconcat("2023年云栖县交通局部门预算\n", text, NULL);

	return fixture_new(whole);
}

static GPtrArray *projects_of(const fixture *f)
{
	g_autoptr(GHashTable) bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func((GDestroyNotify)ys_grid_free);
	ys_project_context context = { "a.txt", DEPARTMENT, bodies, YS_WAN };

	g_hash_table_add(bodies, ys_name_key(DEPARTMENT));
	g_hash_table_add(bodies, ys_name_key(CENTRE));
	for (guint i = 0; i < f->tables->len; i++) {
		g_ptr_array_add(grids, ys_grid_new(fixture_table(f, i), context.unit));
		ys_hierarchy_solve(g_ptr_array_index(grids, i), bodies);
	}
	return ys_projects_new(grids, f->outline, &context);
}

/* ---- which rows are projects ---- */

typedef struct {
	const char *name, *text;
	/* One project a line: name amount in yuan [unit] <category>. */
	const char *expected;
} row;

static const row leaf_rows[] = {
	{ "rows with goals are projects", PROJECTS HEAD "道路养护\t10.00\t养\t畅\n桥梁检测\t5.50\t检\t安\n",
	  "道路养护 100000\n桥梁检测 55000\n" },
	{ "phenomenon 76: aggregates are no projects",
	  PROJECTS HEAD "合 计\t15.00\t无\t无\n其中：部门项目支出\t15.00\t无\t无\n区级财政专项资金（本级支出）\t0.00\t无\t无\n"
			DEPARTMENT "\t15.00\t无\t无\n部门项目支出\t15.00\t无\t无\n机构运行保障类\t15.00\t无\t无\n"
			"道路养护\t10.00\t养\t畅\n桥梁检测\t5.00\t检\t安\n",
	  "道路养护 100000 [云栖县交通局] <机构运行保障类>\n桥梁检测 50000 [云栖县交通局] <机构运行保障类>\n" },
	{ "phenomenon 41: totals have many names",
	  PROJECTS HEAD "总 计\t15.00\t\t\n支出总计\t15.00\t\t\n本年支出合计\t15.00\t\t\n道路养护\t15.00\t养\t畅\n",
	  "道路养护 150000\n" },
	{ "phenomenon 77: a category is no project and goes to those below",
	  PROJECTS HEAD "合计\t20.00\t\t\n信息化运行维护类\t15.00\t\t\n监控运维\t10.00\t维\t好\n平台运维\t5.00\t维\t好\n"
			"基本建设类\t5.00\t\t\n站房改造\t5.00\t建\t成\n",
	  "监控运维 100000 <信息化运行维护类>\n平台运维 50000 <信息化运行维护类>\n站房改造 50000 <基本建设类>\n" },
	{ "phenomenon 78: a category may read like a project",
	  PROJECTS HEAD "合计\t18.00\t\t\n其他一次性项目\t15.00\t\t\n水毁修复\t10.00\t修\t通\n桥梁检测\t5.00\t检\t安\n"
			"其他经常性项目\t3.00\t\t\n宣传\t3.00\t宣\t知\n",
	  "水毁修复 100000 <其他一次性项目>\n桥梁检测 50000 <其他一次性项目>\n宣传 30000 <其他经常性项目>\n" },
	{ "phenomenon 78: the sums tell, where the wording does not",
	  PROJECTS HEAD "合计\t18.00\t\t\n安全生产专项\t15.00\t无\t无\n水毁修复\t10.00\t修\t通\n桥梁检测\t5.00\t检\t安\n"
			"宣传培训专项\t3.00\t无\t无\n宣传\t3.00\t宣\t知\n",
	  "水毁修复 100000 <安全生产专项>\n桥梁检测 50000 <安全生产专项>\n宣传 30000 <宣传培训专项>\n" },
	{ "a project without texts stays one, where the total says so",
	  PROJECTS HEAD "合计\t18.00\t\t\n水毁修复\t10.00\t\t\n桥梁检测\t5.00\t检\t安\n宣传\t3.00\t宣\t知\n",
	  "水毁修复 100000\n桥梁检测 50000\n宣传 30000\n" },
	{ "phenomenon 79: a category with one member has the same amount",
	  PROJECTS HEAD "合计\t20.00\t\t\n基本建设类\t20.00\t\t\n站房改造\t20.00\t建\t成\n",
	  "站房改造 200000 <基本建设类>\n" },
	{ "phenomenon 80: a unit row goes to the projects below it",
	  PROJECTS HEAD "合计\t15.00\t\t\n" DEPARTMENT "\t10.00\t\t\n道路养护\t10.00\t养\t畅\n" CENTRE
			"\t5.00\t\t\n桥梁检测\t5.00\t检\t安\n",
	  "道路养护 100000 [云栖县交通局]\n桥梁检测 50000 [云栖县公路养护中心]\n" },
	{ "phenomenon 80: a unit that nothing names is told by its sum",
	  PROJECTS HEAD "合计\t15.00\t\t\n" DEPARTMENT "\t10.00\t\t\n道路养护\t10.00\t养\t畅\n云栖县渡口管理站\t5.00\t\t\n"
			"部门项目支出\t5.00\t\t\n运行保障类\t5.00\t\t\n渡船更新\t2.00\t更\t安\n码头维修\t3.00\t修\t安\n",
	  "道路养护 100000 [云栖县交通局]\n渡船更新 20000 [云栖县渡口管理站] <运行保障类>\n"
	  "码头维修 30000 [云栖县渡口管理站] <运行保障类>\n" },
	{ "phenomenon 81: a project named almost like a unit is a project",
	  PROJECTS HEAD "合计\t15.00\t\t\n" CENTRE "\t15.00\t\t\n公路养护中心运作经费\t15.00\t运\t转\n",
	  "公路养护中心运作经费 150000 [云栖县公路养护中心]\n" },
	{ "phenomenon 64: blanks inside a unit's name do not count",
	  PROJECTS HEAD "合计\t15.00\t\t\n云栖县 公路养护 中心\t15.00\t\t\n道路养护\t15.00\t养\t畅\n",
	  "道路养护 150000 [云栖县公路养护中心]\n" },
	{ "phenomenon 110: a table of transfers has a project in each row",
	  "专项转移支付预算表\n单位：万元\n\n项目名称\t合计\t一般公共预算\t支付对象\n合计\t15.00\t15.00\t\n乡镇渡口补助\t10.00\t10.00\t各乡镇\n"
	  "村道养护补助资金\t5.00\t5.00\t各乡镇\n",
	  "乡镇渡口补助 100000\n村道养护补助资金 50000\n" },
	{ "phenomenon 110: units and projects in one column, regions in the others",
	  "对下转移支付预算表\n单位：元\n\n单位名称（项目）\t资金来源\t\t地区\t\n\t合计\t一般公共预算\t甲禾镇\t乙禾镇\n"
	  DEPARTMENT "\t9000\t9000\t5000\t4000\n桥梁检测补助\t6000\t6000\t3000\t3000\n水毁修复补助\t3000\t3000\t2000\t1000\n",
	  "桥梁检测补助 6000 [云栖县交通局]\n水毁修复补助 3000 [云栖县交通局]\n" },
	{ "transfers by function or to each region are no projects",
	  "转移支付预算表\n单位：万元\n\n科目编码\t科目名称\t合计\n20805\t行政事业单位养老支出\t5.00\n\n"
	  "对下转移支付表\n单位：万元\n\n地区\t合计\n甲禾镇\t5.00\n乙禾镇\t4.00\n", "" },
	{ "phenomenon 82: unit codes stand before every row",
	  PROJECTS "单位编码\t项目名称(项目类别)\t总计\t绩效目标\n\t合计\t15.00\t\n301001\t" CENTRE
		   "\t15.00\t\n301001\t道路养护\t15.00\t畅\n",
	  "道路养护 150000 [云栖县公路养护中心]\n" },
	{ "a column may name the unit", PROJECTS "项目名称\t资金使用单位\t总计\n道路养护\t" CENTRE "\t10.00\n宣传\t\t5.00\n",
	  "道路养护 100000 [云栖县公路养护中心]\n宣传 50000\n" },
	{ "phenomenon 83: what rounding explains is no mismatch",
	  PROJECTS HEAD "合计\t15.01\t\t\n道路养护\t10.00\t养\t畅\n桥梁检测\t5.00\t检\t安\n",
	  "道路养护 100000\n桥梁检测 50000\n" },
	{ "phenomenon 83: more than that is one",
	  PROJECTS HEAD "合计\t15.02\t\t\n道路养护\t10.00\t养\t畅\n桥梁检测\t5.00\t检\t安\n",
	  "道路养护 100000\n桥梁检测 50000\n" },
	{ "phenomenon 88: an amount inside a text is not the amount",
	  PROJECTS HEAD "道路养护\t1.00\t合同1159.80万元\t≤720万元\n", "道路养护 10000\n" },
	{ "phenomenon 67: the full stop of a name goes",
	  PROJECTS HEAD "道路养护。\t1.00\t养\t畅\n", "道路养护 10000\n" },
	{ "phenomenon 87: rows of equal name in one table are two projects",
	  PROJECTS HEAD "道路养护\t1.00\t养\t畅\n道路养护\t2.00\t养\t畅\n", "道路养护 10000\n道路养护 20000\n" },
	{ "phenomenon 87: even of equal amount", PROJECTS HEAD "道路养护\t1.00\t养\t畅\n道路养护\t1.00\t养\t畅\n",
	  "道路养护 10000\n道路养护 10000\n" },
	{ "phenomenon 90: names may be very long and very short",
	  PROJECTS HEAD "云栖县农村公路养护管理体制改革和路长制考核及乡镇渡口渡船更新改造与水上应急救援能力建设（三年行动）补助资金\t"
			"1.00\t养\t畅\n宣传\t2.00\t宣\t知\n",
	  "云栖县农村公路养护管理体制改革和路长制考核及乡镇渡口渡船更新改造与水上应急救援能力建设（三年行动）补助资金 10000\n"
	  "宣传 20000\n" },
	{ "phenomenon 37: an empty table has no project", PROJECTS HEAD "合 计\t无\t无\t无\n", "" },
	{ "an empty amount is no amount, a dash is nothing", PROJECTS HEAD "道路养护\t\t养\t畅\n宣传\t-\t宣\t知\n",
	  "道路养护 ?\n宣传 0\n" },
	{ "amounts in yuan are exact", "部门预算项目支出预算表\n单位：元\n" HEAD "合计\t105000.37\t\t\n道路养护\t100000.07\t养\t畅\n"
				       "宣传\t5000.30\t宣\t知\n",
	  "道路养护 100000.07\n宣传 5000.3\n" },
	{ "rows above the first unit are the department's",
	  PROJECTS HEAD "合计\t15.00\t\t\n道路养护\t10.00\t养\t畅\n" CENTRE "\t5.00\t\t\n桥梁检测\t5.00\t检\t安\n",
	  "道路养护 100000 [云栖县交通局]\n桥梁检测 50000 [云栖县公路养护中心]\n" },
	{ "a head without text and amount is a category",
	  PROJECTS HEAD "合计\t15.00\t\t\n安全生产专项\t\t\t\n道路养护\t10.00\t养\t畅\n桥梁检测\t5.00\t检\t安\n",
	  "道路养护 100000 <安全生产专项>\n桥梁检测 50000 <安全生产专项>\n" },
	{ "a head without amount that is named like a body is a unit",
	  PROJECTS HEAD "云栖县渡口管理站\t\t\t\n渡船更新\t2.00\t更\t安\n码头维修\t3.00\t修\t安\n",
	  "渡船更新 20000 [云栖县渡口管理站]\n码头维修 30000 [云栖县渡口管理站]\n" },
	{ "a project named like a category is one, where the total says so",
	  PROJECTS HEAD "合计\t15.00\t\t\n机构运行类\t5.00\t\t\n道路养护\t10.00\t养\t畅\n", "机构运行类 50000\n道路养护 100000\n" },
	{ "and so is one whose amount the next happens to have",
	  PROJECTS HEAD "合计\t20.00\t\t\n安全生产专项\t10.00\t\t\n水毁修复\t10.00\t修\t通\n", "安全生产专项 100000\n水毁修复 100000\n" },
	{ "a group does not go on behind a part of a total",
	  PROJECTS HEAD "安全生产专项\t15.00\t\t\n水毁修复\t10.00\t修\t通\n其中：省级补助\t5.00\t\t\n",
	  "安全生产专项 150000\n水毁修复 100000\n" },
	{ "nor behind a unit",
	  PROJECTS HEAD "信息化专项\t7.00\t\t\n窗口租金\t4.00\t租\t开\n" CENTRE "\t3.00\t\t\n",
	  "信息化专项 70000 [云栖县交通局]\n窗口租金 40000 [云栖县交通局]\n" },
	{ "a head that OCR spoiled is told by its cells and the total",
	  PROJECTS "项目名称\t总汁\t一般公共预算\t项目内容\t绩效目标\n合计\t15.00\t14.00\t\t\n道路养护\t10.00\t9.00\t养\t畅\n"
		   "桥梁检测\t5.00\t5.00\t检\t安\n",
	  "道路养护 100000\n桥梁检测 50000\n" },
	{ "so is one that stands over the texts beside",
	  PROJECTS "单位编码\t项目名称\t▍\t总计\t绩效目标\n\t合计\t33.50\t\t\n7\t窗口租金\t30.25\t租用大厅\t开放\n"
		   "7\t叫号机\t3.25\t更换三台\t有序\n",
	  "窗口租金 302500\n叫号机 32500\n" },
	{ "numbers under such a head that no total adds up are no amounts",
	  PROJECTS "单位编码\t项目名称\t▍\t项目内容\t绩效目标\n7\t道路养护\t10\t养\t畅\n7\t桥梁检测\t5\t检\t安\n", "" },
	{ "the only column of money needs no 总计",
	  PROJECTS "项目名称\t一般公共预算\t绩效目标\n道路养护\t10.00\t畅\n桥梁检测\t5.00\t安\n",
	  "道路养护 100000\n桥梁检测 50000\n" },
	{ "two parts without their sum are no amount of the project",
	  PROJECTS "项目名称\t一般公共预算\t政府性基金预算\n道路养护\t10.00\t2.00\n桥梁检测\t5.00\t1.00\n", "" },
	{ "of two columns with the head of a total the one with amounts is taken",
	  PROJECTS "项目名称\t合计\t总计\t绩效目标\n道路养护\t见附件\t10.00\t畅\n桥梁检测\t见附件\t5.00\t安\n",
	  "道路养护 100000\n桥梁检测 50000\n" },
	{ "other tables hold no projects", "收入总表\n单位：万元\n项目\t合计\n其他收入\t1.00\n", "" },
};

static void append_project(GString *out, const ys_record *project)
{
	g_string_append_printf(out, "%s ", project->title);
	if (project->amount == YS_AMOUNT_NONE)
		g_string_append_c(out, '?');
	else
		ys_amount_append_yuan(out, project->amount);
	if (project->unit)
		g_string_append_printf(out, " [%s]", project->unit);
	if (project->category)
		g_string_append_printf(out, " <%s>", project->category);
	g_string_append_c(out, '\n');
}

static void leaves_are_projects(void **state)
{
	const row *row = *state;
	g_autoptr(fixture) f = read_tables(row->text);
	g_autoptr(GPtrArray) projects = projects_of(f);
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; i < projects->len; i++)
		append_project(got, g_ptr_array_index(projects, i));
	assert_string_equal(got->str, row->expected);
}

/* ---- what is known of a project ---- */

static void a_project_has_all_that_its_row_prints(void **state)
{
	g_autoptr(fixture) f = read_tables(PROJECTS "项目名称\t总计\t财政拨款\t\t其他资金\t项目内容\t绩效目标\t绩效指标\n"
						    "\t\t合计\t一般公共预算\t\t\t\t\n"
						    "道路养护\t2,655.11\t2,600.00\t2,600.00\t55.11\t养护县道\t畅通\t里程：9公里\n");
	g_autoptr(GPtrArray) projects = projects_of(f);
	const ys_record *project;

	(void)state;
	assert_int_equal(projects->len, 1);
	project = g_ptr_array_index(projects, 0);
	assert_int_equal(project->type, YS_PROJECT);
	assert_string_equal(project->amount_text, "2,655.11万元");
	assert_string_equal(project->content, "养护县道");
	assert_string_equal(project->goal, "畅通");
	assert_string_equal(project->indicators, "里程：9公里");
	assert_int_equal(project->funding->len, 3);
	assert_string_equal(((ys_funding *)project->funding->pdata[0])->name, "财政拨款合计");
	assert_string_equal(((ys_funding *)project->funding->pdata[1])->name, "一般公共预算");
	assert_true(((ys_funding *)project->funding->pdata[2])->amount == G_GINT64_CONSTANT(55110000));
	assert_string_equal(project->source->path, "a.txt");
	assert_string_equal(project->source->table, "部门预算项目支出预算表");
	assert_int_equal(g_array_index(project->source->lines, ys_lines, 0).first, 6);
}

static void funding_of_equal_heads_has_names_of_its_own(void **state)
{
	g_autoptr(fixture) f = read_tables(PROJECTS "项目名称\t总计\t本年收入\t\t上年结转\t\t绩效目标\n"
						    "\t\t一般公共预算\t其他资金\t一般公共预算\t其他资金\t\n"
						    "道路养护\t10.00\t1.00\t2.00\t3.00\t4.00\t畅\n");
	g_autoptr(GPtrArray) projects = projects_of(f);
	const ys_record *project = g_ptr_array_index(projects, 0);

	(void)state;
	assert_int_equal(project->funding->len, 4);
	assert_string_equal(((ys_funding *)project->funding->pdata[0])->name, "一般公共预算");
	assert_string_equal(((ys_funding *)project->funding->pdata[1])->name, "其他资金");
	assert_string_equal(((ys_funding *)project->funding->pdata[2])->name, "上年结转/一般公共预算");
	assert_string_equal(((ys_funding *)project->funding->pdata[3])->name, "上年结转/其他资金");
}

static gboolean has_warning(const ys_record *project, const char *code)
{
	for (guint i = 0; i < project->warnings->len; i++)
		if (!strcmp(((ys_warning *)project->warnings->pdata[i])->code, code))
			return TRUE;
	return FALSE;
}

static void a_table_without_unit_leaves_a_warning(void **state)
{
	g_autoptr(fixture) f = read_tables("部门预算项目支出预算表\n" HEAD "道路养护\t10.00\t养\t畅\n");
	g_autoptr(GPtrArray) projects = projects_of(f);

	(void)state;
	assert_true(has_warning(g_ptr_array_index(projects, 0), "unit-missing"));
}

static void phenomenon_52_a_number_put_together_leaves_a_warning(void **state)
{
	g_autoptr(fixture) f = read_tables(PROJECTS HEAD "道路养护\t2,530.0\t养\t畅\n宣传\t1.00\t宣\t知\n\n" PROJECTS HEAD);
	g_autoptr(fixture) cut = read_tables(PROJECTS HEAD "宣传\t1.00\t宣\t知\n道路养护\t2,530.0\t养\t畅\n\n" PROJECTS HEAD
						  "\t2\t\t\n");
	g_autoptr(GPtrArray) whole = projects_of(f), projects = projects_of(cut);
	const ys_record *project = g_ptr_array_index(projects, 1);

	(void)state;
	assert_false(has_warning(g_ptr_array_index(whole, 0), "number-rebuilt"));
	assert_true(project->amount == G_GINT64_CONSTANT(2530020000));
	assert_true(has_warning(project, "number-rebuilt"));
	assert_false(has_warning(g_ptr_array_index(projects, 0), "number-rebuilt"));
}

/* ---- one project in several places ---- */

#define KEY_HEAD "重点项目预算绩效目标情况\n项目名称\t预算数（万元）\t绩效目标\n"

static const struct {
	const char *name, *text;
	const char *projects;   /* name amount, also N, goal */
} place_rows[] = {
	{ "phenomenon 86: a project in two tables is one",
	  PROJECTS HEAD "道路养护\t10.00\t养\t\n宣传\t1.00\t宣\t知\n\n" KEY_HEAD "道路养护。\t10.00\t畅通\n",
	  "道路养护 100000 also 1 畅通\n宣传 10000 also 0 知\n" },
	{ "phenomenon 86: also where the other table comes first",
	  KEY_HEAD "道路养护\t10.00\t畅通\n\n" PROJECTS HEAD "道路养护\t10.00\t养\t平整\n",
	  "道路养护 100000 also 1 平整\n" },
	{ "phenomenon 87: another amount is another project",
	  PROJECTS HEAD "道路养护\t10.00\t养\t平整\n\n" KEY_HEAD "道路养护\t70.00\t畅通\n",
	  "道路养护 100000 also 0 平整\n道路养护 700000 also 0 畅通\n" },
	{ "an amount that the project table leaves out stands in the other",
	  PROJECTS HEAD "道路养护\t\t养\t平整\n宣传\t1.00\t宣\t知\n\n" KEY_HEAD "道路养护\t70.00\t畅通\n",
	  "道路养护 700000 also 1 平整\n宣传 10000 also 0 知\n" },
	{ "without a project table the key projects are all there is", KEY_HEAD "道路养护\t10.00\t畅通\n",
	  "道路养护 100000 also 0 畅通\n" },
	{ "phenomenon 84: a project may stand in the table of goals alone",
	  "年度主要支出计划\n年度主要支出计划（对应任务、政策）\t绩效目标\t关键指标\t预期实现值\n"
	  "道路养护。\t平整。\t完好率。\t90%。\n市民码头。\t安全。\t泊位。\t3个。\n\n" PROJECTS HEAD "道路养护\t10.00\t养\t畅\n",
	  "道路养护 100000 also 1 畅\n市民码头 ? also 0 安全。\n" },
	{ "phenomenon 85: a name may be worded a little differently there",
	  "年度主要支出计划\n年度主要支出计划（对应任务、政策）\t绩效目标\t关键指标\t预期实现值\n"
	  "乡镇渡口租赁。\t安全。\t泊位。\t3个。\n\n" PROJECTS HEAD "乡镇渡口租赁年度租金\t10.00\t养\t\n",
	  "乡镇渡口租赁年度租金 100000 also 1 安全。\n" },
	{ "phenomenon 87: a second phase is not the first",
	  "年度主要支出计划\n年度主要支出计划（对应任务、政策）\t绩效目标\t关键指标\t预期实现值\n"
	  "智慧公路平台二期项目。\t建成。\t数量。\t1个。\n\n" PROJECTS HEAD "智慧公路平台一期项目\t10.00\t建\t建\n",
	  "智慧公路平台一期项目 100000 also 0 建\n智慧公路平台二期项目 ? also 0 建成。\n" },
};

static void places_of_a_project_are_one_record(void **state)
{
	const typeof(place_rows[0]) *row = *state;
	g_autoptr(fixture) f = read_tables(row->text);
	g_autoptr(GPtrArray) projects = projects_of(f);
	g_autoptr(GString) got = g_string_new(NULL);

	for (guint i = 0; i < projects->len; i++) {
		const ys_record *project = g_ptr_array_index(projects, i);

		g_string_append_printf(got, "%s ", project->title);
		if (project->amount == YS_AMOUNT_NONE)
			g_string_append_c(got, '?');
		else
			ys_amount_append_yuan(got, project->amount);
		g_string_append_printf(got, " also %u %s\n", project->also->len, project->goal);
	}
	assert_string_equal(got->str, row->projects);
}

/* ---- final accounts ---- */

static const char form[] = "2022年度项目支出绩效自评表\n单位: 万元\n\n"
			   "\t\t\t\t\t· · ·\t\n"
			   "项目名称\t乡镇渡口 改造项目\t\t\t\t\t\n"
			   "主管部门\t云栖县交通局\t实施单位\t云栖县公路养护中心\t\t\t\n"
			   "\t\t年度预算数\t年度预算 完成数\t分值\t预算完成 率\t得分\n"
			   "\t总额\t282. 97\t264. 49\t\t\t\n"
			   "项目资金 (万元)\t其中: 财政拨款(本级支出)\t72.97\t54.49\t\t93. 47%\t\n"
			   "\t财政拨款 (转移支付)\t210\t210\t20\t18.69\t\n"
			   "绩效目标完成\t年度绩效目标内容\t目标实际完成情况\t\t\t\t\n"
			   "情况\t改造渡口9处，渡船\t改造渡口9处\t\t\t\t\n"
			   "\t全部检验合格。\t。\t\t\t\t\n";

static void phenomena_43_44_91_a_form_is_a_project_with_two_amounts(void **state)
{
	g_autoptr(fixture) f = read_tables(form);
	g_autoptr(GPtrArray) projects = projects_of(f);
	const ys_record *project;

	(void)state;
	assert_int_equal(projects->len, 1);
	project = g_ptr_array_index(projects, 0);
	assert_string_equal(project->title, "乡镇渡口改造项目");
	assert_string_equal(project->unit, CENTRE);
	assert_true(project->amount == 282970000);
	assert_true(project->executed == 264490000);
	assert_string_equal(project->goal, "改造渡口9处，渡船全部检验合格。");
}

static void a_form_for_each_project_is_a_record_for_each(void **state)
{
	g_autoptr(GString) text = g_string_new(form);
	g_autoptr(fixture) f = NULL;
	g_autoptr(GPtrArray) projects = NULL;

	(void)state;
	g_string_append(text, "\n");
	g_string_append(text, form);
	g_string_replace(text, "乡镇渡口 改造项目", "农村公路养护项目", 1);
	f = read_tables(text->str);
	projects = projects_of(f);
	assert_int_equal(projects->len, 2);
	assert_string_equal(((ys_record *)projects->pdata[0])->title, "农村公路养护项目");
	assert_string_equal(((ys_record *)projects->pdata[1])->title, "乡镇渡口改造项目");
}

static void what_was_executed_may_stand_in_the_form_alone(void **state)
{
	g_autofree char *text = g_strconcat(PROJECTS HEAD "乡镇渡口改造项目\t282.97\t改\t好\n\n", form, NULL);
	g_autoptr(fixture) f = read_tables(text);
	g_autoptr(GPtrArray) projects = projects_of(f);
	const ys_record *project = g_ptr_array_index(projects, 0);

	(void)state;
	assert_int_equal(projects->len, 1);
	assert_true(project->amount == 282970000);
	assert_true(project->executed == 264490000);
	assert_string_equal(project->goal, "好");
}

static void phenomenon_91_a_final_account_has_two_amounts(void **state)
{
	g_autoptr(fixture) f = read_tables("项目支出决算表\n单位：万元\n项目名称\t预算数\t决算数\t绩效目标\n合计\t15.00\t14.00\t\n"
					   "道路养护\t10.00\t9.50\t畅\n宣传\t5.00\t4.50\t知\n");
	g_autoptr(GPtrArray) projects = projects_of(f);
	const ys_record *project;

	(void)state;
	assert_int_equal(projects->len, 2);
	project = g_ptr_array_index(projects, 0);
	assert_true(project->amount == 10000000);
	assert_true(project->executed == 9500000);
}

/* ---- what nobody prints ---- */

static const struct {
	const char *name, *head, *row;
	guint times;
} hostile_rows[] = {
	{ "a hundred thousand projects take linear time", PROJECTS HEAD, "道路养护\t1.00\t养\t畅\n", 100000 },
	{ "so do a hundred thousand rows without text", PROJECTS HEAD, "道路养护\t0.00\t\t\n", 100000 },
	{ "so do a hundred thousand categories", PROJECTS HEAD, "运行保障类\t1.00\t\t\n", 100000 },
	{ "so do a hundred thousand tasks", "年度主要支出计划\n年度主要支出计划\t绩效目标\t关键指标\t预期实现值\n",
	  "道路养护\t平整\t完好率\t90%\n", 100000 },
	{ "so do ten thousand tables of one project each",
	  "", PROJECTS HEAD "道路养护\t1.00\t养\t畅\n\n注：无。\n", 10000 },
	{ "so do amounts that overflow when added",
	  PROJECTS HEAD "合计\t1.00\t\t\n", "道路养护类\t900000000000.00\t\t\n", 20000 },
};

static void hostile_tables_take_linear_time(void **state)
{
	const typeof(hostile_rows[0]) *row = *state;
	g_autoptr(GString) text = g_string_new(row->head);
	g_autoptr(fixture) f = NULL;
	g_autoptr(GPtrArray) projects = NULL;

	for (guint i = 0; i < row->times; i++)
		g_string_append(text, row->row);
	f = read_tables(text->str);
	projects = projects_of(f);
	assert_true(projects->len <= row->times);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, leaf_rows, leaves_are_projects);
	ADD_TEST(tests, a_project_has_all_that_its_row_prints);
	ADD_TEST(tests, funding_of_equal_heads_has_names_of_its_own);
	ADD_TEST(tests, a_table_without_unit_leaves_a_warning);
	ADD_TEST(tests, phenomenon_52_a_number_put_together_leaves_a_warning);
	ADD_ROWS(tests, place_rows, places_of_a_project_are_one_record);
	ADD_TEST(tests, phenomena_43_44_91_a_form_is_a_project_with_two_amounts);
	ADD_TEST(tests, a_form_for_each_project_is_a_record_for_each);
	ADD_TEST(tests, what_was_executed_may_stand_in_the_form_alone);
	ADD_TEST(tests, phenomenon_91_a_final_account_has_two_amounts);
	ADD_ROWS(tests, hostile_rows, hostile_tables_take_linear_time);
	return run_all("project", tests);
}
