#include "src/publication/projects/subordinates.h"

#include "src/text/key.h"
#include "tests/unit/publication_fixture.h"
#include "tests/unit/words_fixture.h"

#define DEPARTMENT "云栖县交通局"

static const struct {
	const char *name, *text;
	const char *units;      /* joined with '|' */
} rows[] = {
	{ "units are listed behind 分别为", "云栖县交通局所属事业单位 2 个，分别为云栖县公路养护中心、云栖县渡口管理站。\n",
	  "云栖县公路养护中心|云栖县渡口管理站" },
	{ "behind 具体包括", "下属单位具体包括：云栖县公路养护中心、云栖县渡口管理站。\n", "云栖县公路养护中心|云栖县渡口管理站" },
	{ "behind their number", "下属预算单位1个：云栖县公路养护中心，单位编码310002。\n", "云栖县公路养护中心" },
	{ "behind 即", "下属纳入部门预算的单位2个，即云栖县第二小学、云栖县教师进修学校；其余学校单独公开。\n",
	  "云栖县第二小学|云栖县教师进修学校" },
	{ "behind 是", "纳入编报的下属单位是：云栖县公路养护中心、云栖县渡口管理站。\n", "云栖县公路养护中心|云栖县渡口管理站" },
	{ "what stands in brackets behind a name is no part of it",
	  "所属独立核算单位2个：云栖县公路养护中心（公益一类）、云栖县渡口管理站（公益二类）。\n",
	  "云栖县公路养护中心|云栖县渡口管理站" },
	{ "the last one may follow 和 or 以及", "下属单位包括：云栖县公路养护中心和云栖县渡口管理站，以及云栖县港务所。\n",
	  "云栖县公路养护中心|云栖县渡口管理站|云栖县港务所" },
	{ "a bracket of either width", "所属单位1个：云栖县公路养护中心(公益一类)（正股级）。\n", "云栖县公路养护中心" },
	{ "a name may have 和 in it", "下属单位包括：云栖县卫生和计划生育中心。\n", "云栖县卫生和计划生育中心" },
	{ "what is denied in another clause is another matter", "本部门无派出机构，下属单位包括：云栖县公路养护中心。\n", "云栖县公路养护中心" },
	{ "both sides of 和 may have a bracket", "下属单位包括：云栖县公路养护中心（公益一类）和云栖县渡口管理站（公益二类）。\n",
	  "云栖县公路养护中心|云栖县渡口管理站" },
	{ "phenomenon 13: the list may go on after a page end",
	  "下属单位具体包括：云栖县公路养\n\n护中心、云栖县 渡口管理站。\n", "云栖县公路养护中心|云栖县渡口管理站" },
	{ "each is listed once", "下属单位包括：云栖县公路养护中心。\n下属单位包括：云栖县公路养护中心。\n", "云栖县公路养护中心" },
	{ "the department itself is none", "预算单位包括：云栖县交通局、云栖县公路养护中心。\n", "云栖县公路养护中心" },
	{ "nor is its head office", "预算单位包括：云栖县交通局本级、云栖县公路养护中心。\n", "云栖县公路养护中心" },
	{ "offices inside do not hide the units behind them",
	  "云栖县交通局内设8个科室，下属预算单位1个：云栖县公路养护中心。\n", "云栖县公路养护中心" },
	{ "no units are none", "本部门无下属单位，部门预算为局本级预算，包括办公室、财务室的经费。\n", "" },
	{ "nor are there any where none are budgeted for", "没有单独编报的下属预算单位。\n", "" },
	{ "offices inside are none", "局机关内设办公室、法规股、运输股；内设机构包括：运输管理室。\n", "" },
	{ "a list ends with its sentence", "下属单位包括：云栖县公路养护中心。另有指导关系的云栖县汽车协会、云栖县驾校学校。\n",
	  "云栖县公路养护中心" },
	{ "units of every kind are listed",
	  "下属单位包括：云栖县广播电视台、云栖县植物园、云栖县供销合作社、云栖县文化馆、云栖县档案局、"
	  "云栖县水务公司、云栖县测绘队、云栖县柳坞镇、云栖县公证处、云栖县残联。\n",
	  "云栖县广播电视台|云栖县植物园|云栖县供销合作社|云栖县文化馆|云栖县档案局|云栖县水务公司|云栖县测绘队|"
	  "云栖县柳坞镇|云栖县公证处|云栖县残联" },
	{ "what ends like a unit and is none is not listed",
	  "下属单位包括：云栖县植物园，面向全社会、各级干部，服务平安校园、信息平台、各乡镇，车辆5台。\n", "云栖县植物园" },
	{ "nor is what a unit does",
	  "下属单位包括：云栖县公路养护中心，负责指导各道班养护站，承担全县公路养护队。\n", "云栖县公路养护中心" },
	{ "a list may be introduced twice", "编报范围内的单位共2个，包括局本级和下属1个预算单位，分别是：云栖县公路养护中心。\n",
	  "云栖县公路养护中心" },
	{ "a unit in 和平区 is not one of 平区", "下属单位包括：和平区渡口管理站、和平县公路养护中心。\n", "和平区渡口管理站|和平县公路养护中心" },
	{ "a table of units lists them",
	  "单位构成表\n序号\t单位名称\t单位性质\n1\t云栖县交通局(本级)\t行政\n2\t云栖县公路 养护中心\t事业\n", "云栖县公路养护中心" },
	{ "a table of amounts does not", "支出表\n单位名称\t合计\n云栖县公路养护中心\t1.00\n", "" },
};

static char *units_of(const char *paragraphs)
{
	g_autofree char *text = g_strconcat("2023年云栖县交通局部门预算\n一、机构设置\n", paragraphs, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autoptr(GPtrArray) units = ys_subordinate_units(f->outline, f->tables, DEPARTMENT);

	g_ptr_array_add(units, NULL);
	return g_strjoinv("|", (char **)units->pdata);
}

static void units_are_found(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autofree char *units = units_of(row->text);

	assert_string_equal(units, row->units);
}

#define STATION "云栖县渡口管理站"

/* What the words of a class in data/subordinates do: which units are found, between bars. */
static const class_row class_rows[] = {
	{ "denial", "%s下属单位包括：" STATION "。\n", "||", NULL },
	{ "lead", "下属单位包括：%s" STATION "。\n", "|" STATION "|", NULL },
	{ "list", "下属单位2个，%s" STATION "。\n", "|" STATION "|", NULL },
	{ "no_unit", "下属单位包括：%s" STATION "。\n", "||", NULL },
	{ "subject", "%s中心包括：" STATION "。\n", "|" STATION "|", NULL },
};

static char *units_between_bars(const char *text)
{
	g_autofree char *units = units_of(text);

	return g_strdup_printf("|%s|", units);
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("subordinates", class_rows, G_N_ELEMENTS(class_rows), units_between_bars);
}

static const struct {
	const char *name, *body, *printed;
	gboolean same;
} name_rows[] = {
	{ "a body goes by its name", "云栖县交通运输局", "云栖县 交通运输局", TRUE },
	{ "without its province", "湖南省云栖县交通运输局", "云栖县交通运输局", TRUE },
	{ "without any region", "湖南省云栖县交通运输局", "交通运输局", TRUE },
	{ "but not by a word", "云栖县交通局", "交通局", FALSE },
	{ "nor by half its name", "云栖县交通运输局", "运输局", FALSE },
	{ "nor by what is no body", "云栖县区划地名服务", "划地名服务", FALSE },
};

static void a_body_goes_by_several_names(void **state)
{
	const typeof(name_rows[0]) *row = *state;
	g_autoptr(GHashTable) bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree char *key = ys_name_key(row->printed);

	ys_body_add_names(bodies, row->body);
	assert_int_equal(g_hash_table_contains(bodies, key), row->same);
}

static void hostile_lists_take_linear_time(void **state)
{
	static const char *const pieces[] = { "下属单位", "下属单位包括：", "下属单位包括：甲站、", "和和和和", "云栖县公路养护中心、" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = g_string_new("2023年云栖县交通局部门预算\n一、机构设置\n下属单位包括：");
		g_autoptr(fixture) f = NULL;
		g_autoptr(GPtrArray) units = NULL;

		for (int k = 0; k < 20000; k++)
			g_string_append(text, pieces[i]);
		f = fixture_new(text->str);
		units = ys_subordinate_units(f->outline, f->tables, NULL);
		assert_true(units->len <= 20000);
	}
}

static void a_list_of_very_many_units_takes_linear_time(void **state)
{
	g_autoptr(GString) text = g_string_new("2023年云栖县交通局部门预算\n一、机构设置\n下属单位包括：");
	g_autoptr(fixture) f = NULL;
	g_autoptr(GPtrArray) units = NULL;

	(void)state;
	for (int i = 0; i < 20000; i++)
		g_string_append_printf(text, "云栖县第%d中学、", i);
	f = fixture_new(text->str);
	units = ys_subordinate_units(f->outline, f->tables, DEPARTMENT);
	assert_int_equal(units->len, 20000);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, units_are_found);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	ADD_ROWS(tests, name_rows, a_body_goes_by_several_names);
	ADD_TEST(tests, hostile_lists_take_linear_time);
	ADD_TEST(tests, a_list_of_very_many_units_takes_linear_time);
	return run_all("subordinates", tests);
}
