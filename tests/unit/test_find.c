#include "src/publication/title/find.h"

#include "tests/unit/publication_fixture.h"

#define BUREAU "舟曲县星火局"
#define TITLE BUREAU "2023年部门预算"
#define TEXT "\n目录\n一、职责\n二、收支\n一、职责\n负责照明。\n"

/* Pages as sites and converters make them (phenomena 112, 113): invented bodies of a real county. */
static const struct {
	const char *name, *page;
	const char *title, *department;
	int year;
	const char *kind;
} rows[] = {
	{ "a title is found below a way through the site", "当前位置：首页 > 政务公开 > 舟曲县财政局 > 2022年部门决算\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below a way over two lines", "首页 - 政务公开 - 星火局 -\n财政信息 - 2022年部门决算 - 正文\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below a block of labels", "索引号：1/2024-2\n发布机构：舟曲县财政局\n主题分类：财政\n发文字号：\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below labels in one line", "索引号：1 主题分类：财政、金融 发布机构：舟曲县财政局 发文字号： 有效性：有效\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below labels in cells", "索引号： | 1/2024-2 | 主题分类： | 财政 |\n发布机构： | 舟曲县财政局 | 发文字号： | |\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below labels in brackets", "[ 索引号 ] | 1/2024-2 |\n[ 发布机构 ] | 舟曲县财政局 |\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below labels without colons", "-\n索引号1/2024-2\n-\n发布机构舟曲县财政局\n-\n有效性\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below a menu", "舟曲县人民政府门户网站\n无障碍 长者模式\n首页\n新闻中心\n政务公开\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below a date", "发布时间：2024-02-03 10:11  来源：舟曲县财政局  字号：[大 中 小]\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "below the name of a file", "2022年度部门决算公开说明-星火局.pdf\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "with a comma between numbers", TITLE "（附件1,2）\n" TEXT, TITLE "（附件1,2）", BUREAU, 2023, "预算" },
	{ "on a cover of several lines below a menu", "首页 政务公开\n舟曲县\n星火局\n2023年\n部门预算\n" TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "broken inside the name", "舟曲县政务服务\n中心\n2023年部门预算\n" TEXT "舟曲县政务服务中心内设三个股。\n", "舟曲县政务服务中心2023年部门预算",
	  "舟曲县政务服务中心", 2023, "预算" },
	{ "behind a label", "索引号：1\n标题：" TITLE "\n发布日期：2023-01-02\n" TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "behind a label of cells", "信息名称 | " TITLE " | 索引号 | 1 |\n" TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "behind a label whose value is in the next line", "标题：\n" TITLE "\n发布日期：\n2023-01-02\n" TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "what ends in a short label is another", "项目名称：舟曲县烛光局2022年部门决算\n" TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "a page that became one line", TITLE " 目录 第一部分 概况 一、主要职责 二、机构设置 第二部分 预算表 一、收支总表 二、收入总表 三、支出总表 "
	  "四、财政拨款收支总表 五、一般公共预算支出表 第三部分 名词解释\n", TITLE, BUREAU, 2023, "预算" },
	{ "no title: a heading says all", "目录\n第一部分 概况\n第二部分 " TITLE "情况说明\n第一部分 概况\n", TITLE "情况说明", BUREAU, 2023, "预算" },
	{ "no title: a heading says year and kind, another the body", "目录\n第一部分 " BUREAU "概况\n第二部分 2023年度部门决算说明\n第一部分 概况\n",
	  "2023年度部门决算说明", BUREAU, 2023, "决算" },
	{ "no title: a sentence says whose", "目录\n第二部分 2023年部门预算说明\n第二部分 2023年部门预算说明\n纳入" TITLE "编制范围的单位共2个。\n",
	  TITLE, BUREAU, 2023, "预算" },
	{ "no title: a sentence begins with the body", "目录\n第二部分 2023年部门预算说明\n一、机构\n" BUREAU "内设3个股。\n", "2023年部门预算说明", BUREAU,
	  2023, "预算" },
	{ "no title: the publisher", "发布机构：" BUREAU "\n目录\n第二部分 2023年部门预算说明\n一、机构\n", "2023年部门预算说明", BUREAU, 2023, "预算" },
	{ "no title: nobody", "目录\n第二部分 2023年部门预算说明\n一、机构\n", "2023年部门预算说明", NULL, 2023, "预算" },
	{ "two lines of a cover say the body twice", "舟曲县星火局\n舟曲县2023年度部门决算\n" TEXT, "舟曲县星火局舟曲县2023年度部门决算", BUREAU, 2023, "决算" },
	{ "a report of a government", "您的位置：首页 > 政府预算\n舟曲县2022年预算执行情况和2023年预算草案的报告\n一、执行\n",
	  "舟曲县2022年预算执行情况和2023年预算草案的报告", NULL, 2022, "其他" },
	{ "a numbered list of tables below a title", "舟曲县2023年预算公开目录\n1、2023年舟曲县一般公共预算收入表\n2、2023年舟曲县一般公共预算支出表\n",
	  "舟曲县2023年预算公开目录", NULL, 2023, "其他" },
	{ "a number is no part of a title", "1." TITLE TEXT, TITLE, BUREAU, 2023, "预算" },
	{ "an assessment of projects is no budget", BUREAU "2023年部门预算项目支出绩效自评表\n项目名称：路灯\n", BUREAU "2023年部门预算项目支出绩效自评表",
	  BUREAU, 2023, "其他" },
	{ "a budget with an assessment in brackets is one", TITLE "（含绩效自评表）" TEXT, TITLE "（含绩效自评表）", BUREAU, 2023, "预算" },
	{ "words of notices in a name are the name's", "舟曲县会议指南中心2023年单位预算\n" TEXT, "舟曲县会议指南中心2023年单位预算", "舟曲县会议指南中心", 2023, "预算" },
};

static void a_title_is_found_on_a_page(void **state)
{
	const typeof(rows[0]) *row = *state;
	g_autoptr(ys_found_title) found = ys_title_find(row->page, NULL, NULL);

	assert_non_null(found->title->text);
	assert_string_equal(found->title->text, row->title);
	if (row->department)
		assert_string_equal(found->title->department, row->department);
	else
		assert_null(found->title->department);
	assert_int_equal(found->title->year, row->year);
	assert_string_equal(found->title->kind, row->kind);
}

/* What is no title, the line that is nearest to one, and the word that says what it is instead. */
static const struct {
	const char *name, *page, *nearest, *other;
	int line;
} other_rows[] = {
	{ "a notice", "\n舟曲县财政局关于做好2024年部门预算公开工作的通知\n各单位：\n", "舟曲县财政局关于做好2024年部门预算公开工作的通知", "通知", 2 },
	{ "a rule", "舟曲县部门预算绩效管理办法\n第一条 略\n", NULL, NULL, 0 },
	{ "news", "一图读懂舟曲县2023年部门预算\n什么是部门预算？\n", "一图读懂舟曲县2023年部门预算", "一图读懂", 1 },
	{ "an index of a site", "区直部门和直属单位预算\n", "区直部门和直属单位预算", NULL, 1 },
	{ "a clause with a comma of half width", "一、支出说明\n1.公务接待费支出0万元,与2023年度预算相比无增减\n", NULL, NULL, 0 },
	{ "nor one with a semicolon of half width", "2.舟曲县燎原局收入3万元;支出3万元;执行2023年度部门预算\n", NULL, NULL, 0 },
	{ "a call for bids", "舟曲县星火局2023年物业采购项目公开招标公告\n\n最高限价：3万元\n", NULL, NULL, 0 },
};

static void what_is_no_title_is_named(void **state)
{
	const typeof(other_rows[0]) *row = *state;
	g_autoptr(ys_found_title) found = ys_title_find(row->page, NULL, NULL);

	assert_null(found->title->text);
	assert_int_equal(found->nearest_line, row->line);
	if (row->nearest)
		assert_string_equal(found->nearest, row->nearest);
	else
		assert_null(found->nearest);
	if (row->other)
		assert_string_equal(found->other, row->other);
	else
		assert_null(found->other);
}

static const struct {
	const char *name, *page;
	gboolean has_text;
} text_rows[] = {
	{ "a page of attachments has no text", TITLE "公开\n发布时间：2023-01-02  浏览次数：3\n附件下载：\n" TITLE ".pdf\n【打印】【关闭】\n", FALSE },
	{ "an index has none", "首页 > 部门预算\n2023年部门预算公开\n舟曲县星火局2023年部门预算 2023-01-02\n共2条 上一页 1 下一页\n", FALSE },
	{ "a sentence is text", TITLE "\n负责照明，兼管取暖。\n", TRUE },
	{ "so is a line", TITLE "\n基本情况\n", TRUE },
};

static void a_page_has_text_or_not(void **state)
{
	const typeof(text_rows[0]) *row = *state;
	g_autoptr(ys_found_title) found = ys_title_find(row->page, NULL, NULL);

	assert_int_equal(found->has_text, row->has_text);
}

int main(void)
{
	g_autoptr(GArray) tests = tests_new();

	ADD_ROWS(tests, rows, a_title_is_found_on_a_page);
	ADD_ROWS(tests, other_rows, what_is_no_title_is_named);
	ADD_ROWS(tests, text_rows, a_page_has_text_or_not);
	return run_all("find", tests);
}
