/* Difficulties of real publications that no other test names: what is read of them, and what a
 * searcher finds. */
#include <glib/gstdio.h>

#include "index/search/search.h"
#include "index/write/indexer.h"
#include "tests/unit/records_fixture.h"

#define TITLE "岚汀市石蕖区数据局2024年部门预算"
#define HEAD "部门预算项目支出预算表\n单位：万元\n\n项目名称\t总计\t一般公共预算\t项目内容\t绩效目标\n"
#define GOALS "项目支出绩效目标表\n\n项目名称\t绩效目标\t关键指标\t预期实现值\n"

/* ---- figures ---- */

static const struct figures_row {
	const char *name, *title, *text;
	const char *expected;   /* total income, change and its percentage */
} figures_rows[] = {
	{ "phenomenon_18_the_income_is_the_grand_total_not_that_of_the_year", "2023年度岚汀市石蕖区数据局部门决算",
	  "二、收入说明\n\n本部门2023年度总收入 365.08 万元,其中本年收入 345.27 万元。\n", "3650800 - -" },
	{ "phenomenon_18_also_where_the_table_prints_both", "2023年度岚汀市石蕖区数据局部门决算",
	  "收入支出决算总表\n单位：万元\n\n项目\t决算数\t项目\t决算数\n一、财政拨款收入\t345.27\t一、教育支出\t360.00\n"
	  "本年收入合计\t345.27\t本年支出合计\t360.00\n年初结转和结余\t19.81\t年末结转和结余\t5.08\n总计\t365.08\t总计\t365.08\n",
	  "3650800 - -" },
	{ "phenomenon_19_two_dashes_are_no_percentage", TITLE,
	  "二、收入说明\n\n收入预算 5 万元，比上年增加 5 万元，增长--%（上年基数为 0，不可比）。\n", "50000 50000 -" },
	{ "phenomenon_19_nor_is_the_next_percentage_theirs", TITLE,
	  "二、收入说明\n\n收入预算 5 万元，比上年增加 5 万元，增长--%，主要是热线来电增长 3.5%。\n", "50000 50000 -" },
	{ "phenomenon_19_a_number_is_one", TITLE,
	  "二、收入说明\n\n收入预算 5 万元，比上年增加 1 万元，增长 25%，主要是热线来电增长 3.5%。\n", "50000 10000 2500" },
};

static void append_number(GString *out, gint64 number, gboolean known)
{
	if (out->len)
		g_string_append_c(out, ' ');
	if (known)
		g_string_append_printf(out, "%" G_GINT64_FORMAT, number);
	else
		g_string_append_c(out, '-');
}

static void figures_are_read(void **state)
{
	const struct figures_row *row = *state;
	g_autofree char *text = g_strconcat(row->title, "\n\n", row->text, NULL);
	g_autoptr(ys_publication) publication = ys_publication_new("x.txt", text, strlen(text), NULL);
	g_autoptr(GString) got = g_string_new(NULL);
	const ys_record *record;

	assert_non_null(publication);
	record = ys_publication_record(publication);
	append_number(got, record->total_income / 100, record->total_income != YS_AMOUNT_NONE);
	append_number(got, record->change / 100, record->change != YS_AMOUNT_NONE);
	append_number(got, record->change_percent, record->change_percent != YS_PERCENT_NONE);
	assert_string_equal(got->str, row->expected);
}

/* ---- projects ---- */

static const records_row project_rows[] = {
	{ "phenomenon_46_indicator_and_target_may_share_a_cell_and_the_name_may_be_lost",
	  GOALS "热线经费\t打得通。\t工单及时率 100%\t\n\t\t办结率\t100%\n\t\t\t≥95%\n",
	  "热线经费 | goal=打得通。 | indicators=工单及时率100%；办结率：100%；≥95% | lines=6-8 | "
	  "warning=amount-missing\n" },
	{ "phenomenon_47_a_side_label_in_the_middle_of_its_rows_is_no_indicator",
	  "项目支出绩效目标表\n\n项目名称\t绩效目标\t指标类别\t一级指标\t二级指标\t指标值\n"
	  "热线经费\t打得通。\t\t数量指标\t座席数\t40个\n\t\t产出指标\t\t接通率\t95%\n\t\t\t时效指标\t等待\t9秒\n",
	  "热线经费 | goal=打得通。 | indicators=座席数：40个；接通率：95%；等待：9秒 | lines=6-8 | "
	  "warning=amount-missing\n" },
	{ "phenomenon_53_pieces_of_a_word_are_joined_without_a_blank",
	  HEAD "热线\t9.00\t9.00\t接听公共卫生公\t打得通。\n\n" HEAD "\t\t\t益热线。\t\n",
	  "热线 | amount=90000 | text=9.00万元 | content=接听公共卫生公益热线。 | goal=打得通。 | lines=7,13\n" },
	{ "phenomenon_54_a_character_printed_on_both_sides_of_a_page_break_stays",
	  HEAD "热线\t9.00\t9.00\t供机关事业单位\t打得通。\n\n" HEAD "\t\t\t位使用。\t\n",
	  "热线 | amount=90000 | text=9.00万元 | content=供机关事业单位位使用。 | goal=打得通。 | lines=7,13\n" },
	{ "phenomenon_55_a_text_above_its_own_name_goes_to_the_row_below_the_page_break",
	  HEAD "一期经费\t9.00\t9.00\t\t建成一期。\n\t\t\t\t立足全区，规划引领、项\n\n" HEAD
	       "智慧园区经费\t8.00\t8.00\t\t层设计；完成规划。\n",
	  "一期经费 | amount=90000 | text=9.00万元 | goal=建成一期。 | lines=7\n"
	  "智慧园区经费 | amount=80000 | text=8.00万元 | goal=立足全区，规划引领、项层设计；完成规划。 | lines=8,14\n" },
	{ "phenomenon_55_also_where_it_is_content_and_goal",
	  HEAD "窗口租金\t3.00\t3.00\t租用大厅。\t开放。\n\t\t\t每季巡检\t全年不\n\n" HEAD "机房维护\t2.00\t2.00\t四次。\t中断。\n",
	  "窗口租金 | amount=30000 | text=3.00万元 | content=租用大厅。 | goal=开放。 | lines=7\n"
	  "机房维护 | amount=20000 | text=2.00万元 | content=每季巡检四次。 | goal=全年不中断。 | lines=8,14\n" },
	{ "phenomenon_55_but_a_text_whose_row_is_not_complete_goes_on_there",
	  HEAD "一期经费\t9.00\t9.00\t\t建成\n\t\t\t\t一期，规划引领、项\n\n" HEAD
	       "智慧园区经费\t8.00\t8.00\t\t完成规划。\n",
	  "一期经费 | amount=90000 | text=9.00万元 | goal=建成一期，规划引领、项 | lines=7-8\n"
	  "智慧园区经费 | amount=80000 | text=8.00万元 | goal=完成规划。 | lines=14\n" },
	{ "phenomenon_55_and_a_text_that_is_complete_does_not_open_the_next",
	  HEAD "一期经费\t9.00\t9.00\t\t建成一期。\n\t\t\t\t打得通。\n\n" HEAD "智慧园区经费\t8.00\t8.00\t\t完成规划。\n",
	  "一期经费 | amount=90000 | text=9.00万元 | goal=建成一期。打得通。 | lines=7-8\n"
	  "智慧园区经费 | amount=80000 | text=8.00万元 | goal=完成规划。 | lines=14\n" },
	{ "phenomenon_55_nor_does_one_in_the_middle_of_a_page",
	  HEAD "一期经费\t9.00\t9.00\t\t建成一期。\n\t\t\t\t规划引领、项\n智慧园区经费\t8.00\t8.00\t\t完成规划。\n",
	  "一期经费 | amount=90000 | text=9.00万元 | goal=建成一期。规划引领、项 | lines=7-8\n"
	  "智慧园区经费 | amount=80000 | text=8.00万元 | goal=完成规划。 | lines=9\n" },
	{ "phenomenon_74_misread_characters_stay_as_they_are_printed",
	  HEAD "政务无项目\t9.00\t9.00\t业务参观内学习\t发挥战斗堡\n\n" HEAD "\t\t\t\t奎作用。\n",
	  "政务无项目 | amount=90000 | text=9.00万元 | content=业务参观内学习 | goal=发挥战斗堡奎作用。 | lines=7,13\n" },
	{ "phenomenon_89_a_department_in_front_of_a_name_is_part_of_the_name",
	  HEAD "石蕖区数据局2024年登记档案整理\t9.00\t9.00\t\t整理。\n",
	  "石蕖区数据局2024年登记档案整理 | amount=90000 | text=9.00万元 | goal=整理。 | lines=7\n" },
};

static void projects_are_read(void **state)
{
	check_records(*state, TITLE, YS_PROJECT);
}

/* ---- tables of the whole department ---- */

#define WHOLE                                                                                                \
	"部门整体支出主要绩效目标完成情况表\n\n\t部门整体支出目标\t关键指标\t预期实现值\t指标完成情况\n"                     \
	"\t打得通。\t工单及时率 100%\t\t及时率99.99%。\n年度绩 效目标\t\t办结率\t100%\t全部办结。\n"                 \
	"\t\t\t≥95%\t接通率95.20%。\n其中: 部门年\t度整体预期预算完成\t率: 97 %\t\t完成率99.99%。\n"

static void phenomena_45_47_a_label_is_neither_a_row_nor_a_project_of_its_own(void **state)
{
	g_autofree char *text = g_strconcat(TITLE "\n\n", WHOLE, NULL);
	g_autoptr(fixture) f = fixture_new(text);
	g_autofree char *projects = records_in(text, YS_PROJECT);
	g_autoptr(GString) last = g_string_new(NULL);
	const ys_row *row;

	(void)state;
	assert_string_equal(projects, "");
	assert_int_equal(f->tables->len, 1);
	assert_int_equal(fixture_table(f, 0)->rows->len, 4);
	row = g_ptr_array_index(fixture_table(f, 0)->rows, 3);
	for (guint i = 0; i < 3; i++)
		g_string_append(last, ys_row_cell(row, i));
	assert_string_equal(last->str, "其中:部门年度整体预期预算完成率:97%");
}

/* ---- an index to ask ---- */

typedef struct {
	char *dir, *index;
	ys_search *search;
} library;

static void unexpected_message(const char *path, int line, const char *message, void *data)
{
	(void)data;
	fail_msg("%s:%d: %s", path, line, message);
}

static void library_add(const library *l, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(l->dir, name, NULL);

	assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* Budgets of four departments. */
static void library_fill(const library *l)
{
	library_add(l, "data.txt",
		    TITLE "\n\n一、主要职责\n\n负责全区数据归集。\n\n"
		    "二、机关运行说明\n\n本年安排差旅费、物业管理费等 3.00 万元，增减不大。\n\n"
		    HEAD
		    "热线座席外包\t60.00\t60.00\t依据岚编办〔2019〕54号\t确保来电接\n\n"
		    HEAD
		    "\t\t\t\t听及时。\n"
		    "档案整理\t55.00\t55.00\t依据岚编办[2019]54号\t热线。热线。热线。热线。热线。热线。热线。热线。热线。\n"
		    "政务云窗\t50.00\t50.00\t依据岚编办（2019）\n"
		    "电费\t45.00\t45.00\t网络带宽5G\t邮电费另计。\n"
		    "邮电费\t40.00\t40.00\t硬盘5GB，带宽5Gbps\t维护\n"
		    "设备\t35.00\t35.00\t依据岚编办(2019) 54号\t车辆\n"
		    "石蕖区数据局2024年登记整理\t30.00\t30.00\t\t整理。\n"
		    "全区人口和法人基础数据归集共享平台\t25.00\t25.00\t依据岚编办【2019】54 号\t入库。\n\n"
		    "收支总体情况表\n单位：万元\n\n项目\t预算数\t项目\t预算数\n一、财政拨款收入\t340.00\t一、外交支出\t0.00\n"
		    "收入总计\t340.00\t支出总计\t340.00\n\n"
		    "部门预算转移支付项目预算表\n单位：万元\n\n项目名称\t总计\t其中：\t\t\n\t\t松溪镇\t栖梧镇\t待分配\n"
		    "合计\t0.00\t0.00\t0.00\t0.00\n\n注：本部门无转移支付。\n\n"
		    "第四部分 名词解释\n\n差旅费：指出差的费用。差旅费、差旅费、差旅费。特种装备依据岚府办〔2018〕7号采购。\n");
	library_add(l, "roads.txt",
		    "岚汀市石蕖区交通局2024年部门预算\n\n一、主要职责\n\n负责道路。\n\n" HEAD
		    "道路养护\t5.00\t5.00\t养护。\t通畅。\n\n"
		    "第四部分 专业名词解释\n\n差旅费：指出差的费用。\n\n一、住宿费\n\n住宿费是出差的费用，含差旅费。\n");
	/* a place that the gazetteer knows */
	library_add(l, "place.txt",
		    "广州市白云区某某局2024年部门预算\n\n" HEAD "白云区某某局档案\t5.00\t5.00\t\t整理。\n"
		    "老旧书刊及某某资料数字化加工和长期保存服务经费\t4.00\t4.00\t\t保存。\n"
		    "镜湖云台修缮及周边绿化养护经费\t3.00\t3.00\t\t养护。\n");
	library_add(l, "items.txt",
		    "岚汀市石蕖区体育局2024年部门预算\n\n"
		    "部门政府采购项目预算表\n单位：万元\n\n采购项目\t采购目录\t采购数量\t总计\n"
		    "公务用车运行维护费\t车辆保险服务\t1\t2.00\n");
}

static library *shared;

static void open_library(void)
{
	library *l = g_new0(library, 1);
	char *paths[] = { NULL, NULL };
	ys_index_options options = { 0 };
	ys_index_summary summary;
	g_autoptr(GError) error = NULL;

	l->dir = g_dir_make_tmp("yusou-phenomena-XXXXXX", NULL);
	assert_non_null(l->dir);
	l->index = g_build_filename(l->dir, "index", NULL);
	library_fill(l);
	paths[0] = l->dir;
	if (!ys_index(l->index, paths, &options, unexpected_message, NULL, &summary, &error) ||
	    !(l->search = ys_search_open(l->index, &error)))
		fail_msg("%s", error->message);
	shared = l;
}

static void remove_all(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *entry = g_build_filename(path, name, NULL);

		remove_all(entry);
	}
	assert_int_equal(g_remove(path), 0);
}

static void close_library(void)
{
	ys_search_free(shared->search);
	remove_all(shared->dir);
	g_free(shared->dir);
	g_free(shared->index);
	g_free(shared);
}

#define PROJECTS (1u << YS_PROJECT | 1u << YS_ITEM)
#define SECTIONS (1u << YS_SECTION)
#define EVERYTHING ((1u << YS_N_TYPES) - 1)

static ys_page *ask(const char *text, guint types)
{
	g_autoptr(ys_query) query = ys_query_new();
	g_autoptr(GError) error = NULL;
	ys_page *page;

	query->types = types;
	query->no_amount_factor = TRUE;
	if (!ys_query_set_text(query, text, &error) || !(page = ys_search_run(shared->search, query, &error)))
		fail_msg("%s: %s", text, error->message);
	return page;
}

/* Titles of what matches, without the loose matches, best first. */
static char *titles_of(const ys_page *page)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < page->hits->len; i++) {
		const ys_hit *hit = g_ptr_array_index(page->hits, i);

		if (hit->match != YS_MATCH_LOOSE)
			g_string_append_printf(out, "%s%s", out->len ? "; " : "", hit->record->title);
	}
	return g_string_free(out, FALSE);
}

static const struct question {
	const char *name, *text;
	guint types;
	const char *titles;
} questions[] = {
	{ "phenomenon_75_a_word_that_OCR_repeated_is_below_one_in_a_name", "热线", PROJECTS, "热线座席外包; 档案整理" },
	{ "phenomenon_89_the_department_in_a_name_weighs_less_than_the_word_in_a_longer_name", "某某", PROJECTS,
	  "老旧书刊及某某资料数字化加工和长期保存服务经费; 白云区某某局档案" },
	{ "phenomenon_89_so_does_the_place", "云", PROJECTS,
	  "政务云窗; 镜湖云台修缮及周边绿化养护经费; 白云区某某局档案" },
	{ "phenomenon_89_a_name_that_begins_like_that_is_found_by_what_follows", "某某局档案", PROJECTS,
	  "白云区某某局档案" },
	{ "phenomenon_94_a_contiguous_run_is_found_below_the_name_that_is_about_it", "电费", PROJECTS,
	  "电费; 邮电费" },
	{ "phenomenon_95_a_run_is_found_in_a_longer_name", "政务云", PROJECTS, "政务云窗" },
	{ "phenomenon_95_the_longer_name_is_not_found_in_the_shorter", "政务云窗口", PROJECTS, "" },
	{ "phenomenon_95_5G_is_neither_5GB_nor_5Gbps", "5G", PROJECTS, "电费" },
	{ "phenomenon_95_5GB_is_not_5G", "5GB", PROJECTS, "邮电费" },
	{ "phenomenon_96_a_place_that_only_heads_a_column_does_not_answer", "栖梧镇", EVERYTHING, "" },
	{ "phenomenon_97_a_statutory_row_is_a_line", "外交支出", EVERYTHING, "外交支出" },
	{ "phenomenon_97_and_nothing_else_answers_for_it", "外交支出", EVERYTHING & ~(1u << YS_LINE), "" },
	{ "phenomenon_98_a_glossary_is_below_a_section_that_says_something", "差旅费", SECTIONS,
	  "二、机关运行说明; 第四部分名词解释; 第四部分专业名词解释; 一、住宿费" },
	{ "phenomenon_98_what_only_a_glossary_says_is_found", "岚府办[2018]7号", SECTIONS, "第四部分名词解释" },
	{ "phenomenon_98_a_glossary_is_found_by_its_name", "专业名词解释", SECTIONS, "第四部分专业名词解释" },
	{ "phenomenon_99_a_run_does_not_go_over_the_border_of_two_cells", "\"维护费车辆\"", EVERYTHING, "" },
	{ "phenomenon_99_nor_over_that_of_two_texts", "\"维护车辆\"", EVERYTHING, "" },
	{ "phenomenon_100_page_furniture_inside_a_cell_does_not_break_a_run", "\"来电接听及时\"", PROJECTS,
	  "热线座席外包" },
	{ "phenomenon_100_nor_is_it_text", "\"接部门预算\"", EVERYTHING, "" },
	{ "phenomenon_100_heads_of_columns_answer_for_no_project", "\"项目内容\"", EVERYTHING, "" },
	{ "phenomenon_100_nor_does_the_unit", "\"单位万元\"", EVERYTHING, "" },
};

static void question_is_answered(void **state)
{
	const struct question *q = *state;
	g_autoptr(ys_page) page = ask(q->text, q->types);
	g_autofree char *titles = titles_of(page);

	assert_string_equal(titles, q->titles);
}

static void phenomenon_93_document_numbers_in_four_kinds_of_brackets_are_one(void **state)
{
	static const char *const forms[] = { "岚编办〔2019〕54号", "岚编办[2019]54号", "岚编办（2019）54号",
					     "岚编办(2019) 54号", "岚编办【2019】 54号" };
	static const char *const found[] = { "热线座席外包", "档案整理", "设备", "全区人口和法人基础数据归集共享平台" };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		g_autofree char *quoted = g_strdup_printf("\"%s\"", forms[i]);
		g_autoptr(ys_page) page = ask(quoted, PROJECTS);
		g_autofree char *titles = titles_of(page);

		assert_int_equal(page->total, G_N_ELEMENTS(found));
		for (gsize k = 0; k < G_N_ELEMENTS(found); k++)
			if (!strstr(titles, found[k]))
				fail_msg("%s finds only %s", forms[i], titles);
	}
}

/* Both departments have the word in their glossary; one says something of it. */
static void phenomenon_98_a_glossary_is_no_evidence_for_its_department(void **state)
{
	g_autoptr(ys_page) page = ask("差旅费", PROJECTS), only = ask("\"住宿费\"", EVERYTHING);

	(void)state;
	assert_int_equal(page->departments->len, 1);
	assert_string_equal(((ys_department_hit *)g_ptr_array_index(page->departments, 0))->department,
			    "岚汀市石蕖区数据局");
	assert_int_equal(only->departments->len, 0);
}

int main(void)
{
	GArray *tests = tests_new();
	int failed;

	ADD_ROWS(tests, figures_rows, figures_are_read);
	ADD_ROWS(tests, project_rows, projects_are_read);
	ADD_TEST(tests, phenomena_45_47_a_label_is_neither_a_row_nor_a_project_of_its_own);
	ADD_ROWS(tests, questions, question_is_answered);
	ADD_TEST(tests, phenomenon_93_document_numbers_in_four_kinds_of_brackets_are_one);
	ADD_TEST(tests, phenomenon_98_a_glossary_is_no_evidence_for_its_department);
	open_library();
	failed = run_all("phenomena", tests);
	close_library();
	return failed;
}
