#include "tests/unit/records_fixture.h"
#include "tests/unit/words_fixture.h"

#define TITLE "岚汀市石蕖区数据局2024年部门预算"

/* A publication without any table of projects. */
#define TOTALS "收支总表\n单位：万元\n\n项目\t预算数\t项目\t预算数\n收入总计\t90.00\t支出总计\t90.00\n\n注：无。\n\n"

static const records_row rows[] = {
	{ "a numbered list under a heading about key projects",
	  TOTALS "三、重点项目情况说明\n\n1.政务云租赁经费52.30万元，主要用于租用云资源。\n\n"
		 "2.12345热线运行项目，预算安排37.70万元，用于话务外包。\n",
	  "政务云租赁经费 | amount=523000 | text=52.30万元 | lines=13 | warning=only-mentioned\n"
	  "12345热线运行项目 | amount=377000 | text=37.70万元 | lines=15 | warning=only-mentioned\n" },
	{ "several in one paragraph, and a unit of its own",
	  TOTALS "三、重点项目情况说明\n\n一是机房维护项目：预算金额800元；二是数据治理服务为1.2亿元。\n",
	  "机房维护项目 | amount=800 | text=800元 | lines=13 | warning=only-mentioned\n"
	  "数据治理服务 | amount=120000000 | text=1.2亿元 | lines=13 | warning=only-mentioned\n" },
	{ "in every unit",
	  TOTALS "三、重点项目情况说明\n\n（一）机房维护项目3千元；（二）数据治理服务2百万元；③云资源租赁经费1.5百万元，含税；二是光纤租赁经费3萬元。\n",
	  "机房维护项目 | amount=3000 | text=3千元 | lines=13 | warning=only-mentioned\n"
	  "数据治理服务 | amount=2000000 | text=2百万元 | lines=13 | warning=only-mentioned\n"
	  "云资源租赁经费 | amount=1500000 | text=1.5百万元 | lines=13 | warning=only-mentioned\n"
	  "光纤租赁经费 | amount=30000 | text=3萬元 | lines=13 | warning=only-mentioned\n" },
	{ "the longest name: 资金 is part of it or leads to the amount",
	  TOTALS "三、重点项目情况说明\n\n1.公共卫生服务补助资金52.30万元。\n\n2.河道保洁项目，资金37.70万元。\n",
	  "公共卫生服务补助资金 | amount=523000 | text=52.30万元 | lines=13 | warning=only-mentioned\n"
	  "河道保洁项目 | amount=377000 | text=37.70万元 | lines=15 | warning=only-mentioned\n" },
	{ "a project that is named twice is one",
	  TOTALS "三、重点项目情况说明\n\n1.政务云租赁经费52.30万元。\n\n2.政务云租赁经费52.30万元，已全部落实。\n",
	  "政务云租赁经费 | amount=523000 | text=52.30万元 | lines=13 | warning=only-mentioned\n" },
	{ "sums in sentences are no projects",
	  TOTALS "三、重点项目情况说明\n\n2024年本部门安排项目支出90.00万元，比上年增加3.00万元。其中：基本建设工程资金20.00万元。\n\n"
		 "重点项目共3个，预算资金90.00万元。完成专项服务300万元以上的企业有五家。\n",
	  "" },
	{ "three characters are no name", TOTALS "三、重点项目情况说明\n\n1.云服务52.30万元。\n", "" },
	{ "nor are more than fifty",
	  TOTALS "三、重点项目情况说明\n\n1.全县农村公路养护管理体制改革实施方案所确定的县乡村三级路长制在各个乡镇得到全面落实并且按月考核"
		 "按季通报经费52.30万元。\n",
	  "" },
	{ "elsewhere nothing is a mention",
	  TOTALS "三、收支情况说明\n\n1.政务云租赁经费52.30万元，主要用于租用云资源。\n", "" },
	{ "the next heading ends the list",
	  TOTALS "三、重点项目情况说明\n\n无。\n\n四、其他说明\n\n1.政务云租赁经费52.30万元。\n", "" },
	{ "where a table of projects is printed, sentences make none",
	  "项目支出预算表\n单位：万元\n\n项目名称\t金额\n合计\t0.00\n\n注：无。\n\n三、重点项目情况说明\n\n1.政务云租赁经费52.30万元。\n",
	  "" },
};

static void mentions_are_projects(void **state)
{
	check_records(*state, TITLE, YS_PROJECT);
}

/* What the words of a class in data/mentions do: which projects are found. */
static const class_row class_rows[] = {
	{ "head", TITLE "\n\n" TOTALS "三、%s\n\n1.政务云租赁经费52.30万元。\n", "政务云租赁经费 | amount=523000", NULL },
	{ "link", TITLE "\n\n" TOTALS "三、重点项目\n\n1.政务云租赁经费，%s52.30万元。\n", "政务云租赁经费 | amount=523000", NULL },
	{ "no_name", TITLE "\n\n" TOTALS "三、重点项目\n\n1.政务%s云租赁经费52.30万元。\n", "none", NULL },
};

static char *projects_in(const char *text)
{
	char *projects = records_in(text, YS_PROJECT);

	if (*projects)
		return projects;
	g_free(projects);
	return g_strdup("none");
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("mentions", class_rows, G_N_ELEMENTS(class_rows), projects_in);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, mentions_are_projects);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	return run_all("mention", tests);
}
