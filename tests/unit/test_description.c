#include "tests/unit/records_fixture.h"
#include "tests/unit/words_fixture.h"

#define TITLE "岚汀市石蕖区水务局2024年部门预算"

/* Something that has a number stands above. */
#define ABOVE "一、国有资产占有使用情况\n\n本部门共有车辆3辆。\n\n"

#define CHAPTERS(amount)                                                                       \
	"一、项目概述\n\n每季清理城区河道六十公里。\n\n二、立项依据\n\n《河道管理办法》（岚水规〔2020〕3号）\n\n三、实施主体\n\n"  \
	"岚汀市石蕖区河道管理所\n\n四、实施方案\n\n1.公开招标。\n\n2.按月考核。\n\n五、实施周期\n\n2024年全年\n\n六、年度预算安排\n\n" amount \
	"\n\n七、绩效目标\n\n河道整洁率九成以上。\n"

#define FIELDS                                                                                 \
	"unit=岚汀市石蕖区河道管理所 | content=每季清理城区河道六十公里。 | goal=河道整洁率九成以上。 | "                                 \
	"basis=《河道管理办法》（岚水规〔2020〕3号） | plan=1.公开招标。\n2.按月考核。 | period=2024年全年 | "

static const records_row rows[] = {
	{ "phenomenon 106: a description is a project, its heading another name of it",
	  ABOVE "河道保洁项目经费情况说明\n\n" CHAPTERS("1,720.50万元"),
	  "河道保洁 | amount=17205000 | text=1,720.50万元 | " FIELDS
	  "lines=9,11,13,15,17,19,21,23,25,27,29,31,33,35,37 | also=7\n" },
	{ "another office's: chapters numbered by brackets, run into their text, the sum in a sentence",
	  "五、重点项目说明\n\n1.泵站改造工程经费情况说明\n\n（一）项目概况：改造泵站两座。\n\n（二）项目立项依据：岚发改〔2023〕8号。\n\n"
	  "（三）预算安排：2024年安排85万元，上年预算60万元，增加25万元。\n\n（四）项目绩效目标：详见附件。\n",
	  "泵站改造工程 | amount=850000 | text=85万元 | unit=岚汀市石蕖区水务局 | content=改造泵站两座。 | basis=岚发改〔2023〕8号。 | "
	  "lines=7,9,11,13 | also=5\n" },
	{ "descriptions follow each other",
	  ABOVE "河道保洁项目经费情况说明\n\n" CHAPTERS("96万元") "\n水库除险专项经费情况说明\n\n一、项目概述\n\n加固水库大坝。\n\n"
		"二、立项依据\n\n岚发改〔2023〕8号\n\n六、年度预算安排\n\n区级300万元，市级补助200万元，合计500万元。\n",
	  "河道保洁 | amount=960000 | text=96万元 | " FIELDS "lines=9,11,13,15,17,19,21,23,25,27,29,31,33,35,37 | also=7\n"
	  "水库除险专项 | amount=5000000 | text=500万元 | unit=岚汀市石蕖区水务局 | content=加固水库大坝。 | basis=岚发改〔2023〕8号 | "
	  "lines=41,43,45,47,49,51 | also=39\n" },
	{ "the first of several sums, if the others are its parts",
	  ABOVE "河道保洁项目经费情况说明\n\n" CHAPTERS("96万元，其中：清淤60万元，保洁36万元"),
	  "河道保洁 | amount=960000 | text=96万元 | " FIELDS "lines=9,11,13,15,17,19,21,23,25,27,29,31,33,35,37 | also=7\n" },
	{ "of several sums none is guessed",
	  ABOVE "河道保洁项目经费情况说明\n\n" CHAPTERS("第一季度24万元，第二季度24万元"),
	  "河道保洁 | " FIELDS "lines=9,11,13,15,17,19,21,23,25,27,29,31,33,35,37 | also=7 | warning=amount-missing\n" },
	{ "a heading without a name: that of the first sentence",
	  ABOVE "项目经费情况说明\n\n一、项目概况\n\n由岚汀市石蕖区水务局建设的城北泵站新建工程，位于城北路口。\n\n二、立项依据\n\n岚发改〔2023〕8号\n\n"
		"六、年度预算安排\n\n96万元\n",
	  "城北泵站新建工程 | amount=960000 | text=96万元 | unit=岚汀市石蕖区水务局 | "
	  "content=由岚汀市石蕖区水务局建设的城北泵站新建工程，位于城北路口。 | basis=岚发改〔2023〕8号 | lines=9,11,13,15,17,19 | also=7\n" },
	{ "so where the sentence begins with it",
	  ABOVE "项目经费情况说明\n\n一、项目概况\n\n水库移民后期扶持项目主要用于改善生产条件。\n\n二、立项依据\n\n岚发改〔2023〕8号\n\n"
		"六、年度预算安排\n\n96万元\n",
	  "水库移民后期扶持项目 | amount=960000 | text=96万元 | unit=岚汀市石蕖区水务局 | "
	  "content=水库移民后期扶持项目主要用于改善生产条件。 | basis=岚发改〔2023〕8号 | lines=9,11,13,15,17,19 | also=7\n" },
	{ "one description for several projects that only their sums name: its text is about none of them alone",
	  ABOVE "项目经费情况说明\n\n" CHAPTERS("河道保洁服务费66.66万元，泵站运行经费18.80万元，水情监测业务费10万元。"),
	  "河道保洁服务费 | amount=666600 | text=66.66万元 | unit=岚汀市石蕖区河道管理所 | "
	  "lines=9,11,13,15,17,19,21,23,25,27,29,31,33,35,37\n"
	  "泵站运行经费 | amount=188000 | text=18.80万元 | unit=岚汀市石蕖区河道管理所 | "
	  "lines=9,11,13,15,17,19,21,23,25,27,29,31,33,35,37\n"
	  "水情监测业务费 | amount=100000 | text=10万元 | unit=岚汀市石蕖区河道管理所 | "
	  "lines=9,11,13,15,17,19,21,23,25,27,29,31,33,35,37\n" },
	{ "the name alone above the chapters, which are items of a list; the next heading ends them",
	  "二、重点项目\n\n（一）河道保洁服务项目\n\n1.项目概述\n\n清理河道。\n\n2.立项依据\n\n岚水规3号\n\n3.年度预算安排\n\n96万元\n\n"
	  "（二）水库除险工程\n\n1.项目概述\n\n加固大坝。\n\n2.立项依据\n\n岚水规8号\n\n3.年度预算安排\n\n50万元\n\n三、其他\n\n无。\n",
	  "河道保洁服务项目 | amount=960000 | text=96万元 | unit=岚汀市石蕖区水务局 | content=清理河道。 | basis=岚水规3号 | "
	  "lines=7-9,11-13,15-17\n"
	  "水库除险工程 | amount=500000 | text=50万元 | unit=岚汀市石蕖区水务局 | content=加固大坝。 | basis=岚水规8号 | "
	  "lines=21-23,25-27,29-31\n" },
	{ "a heading over projects names none",
	  "二、重点项目\n\n（一）重点项目\n\n1.项目概述\n\n我局按照要求开展工作。\n\n2.立项依据\n\n岚水规3号\n\n3.实施方案\n\n分步实施。\n", "" },
	{ "what names no project is none",
	  ABOVE "项目经费情况说明\n\n一、项目概述\n\n我局按照要求开展工作。\n\n二、立项依据\n\n岚发改〔2023〕8号\n\n六、年度预算安排\n\n96万元\n", "" },
	{ "two chapters are no description",
	  ABOVE "四、绩效目标设置情况\n\n编报绩效目标的项目5个。\n\n（一）项目概况\n\n城北泵站新建工程，位于城北路口。\n\n（二）绩效目标\n\n排涝。\n", "" },
	{ "a table of projects has the project already",
	  "项目支出预算表\n单位：万元\n\n项目名称\t合计\n河道保洁\t96.00\n\n" ABOVE "河道保洁项目经费情况说明\n\n" CHAPTERS("96万元"),
	  "河道保洁 | amount=960000 | text=96.00万元 | content=每季清理城区河道六十公里。 | goal=河道整洁率九成以上。 | "
	  "basis=《河道管理办法》（岚水规〔2020〕3号） | plan=1.公开招标。\n2.按月考核。 | period=2024年全年 | lines=7 | "
	  "also=15,17,19,21,23,25,27,29,31,33,35,37,39,41,43 | also=13\n" },
};

static void descriptions_are_projects(void **state)
{
	check_records(*state, TITLE, YS_PROJECT);
}

#define CHAPTER(heading, text) TITLE "\n\n" ABOVE "河道保洁项目经费情况说明\n\n一、项目概述\n\n清理河道。\n\n二、立项依据\n\n岚水规3号\n\n" \
	"三、实施方案\n\n公开招标。\n\n四、" heading "\n\n" text "\n"
#define NAMELESS(text, amount) TITLE "\n\n" ABOVE "项目经费情况说明\n\n一、项目概述\n\n" text "\n\n二、立项依据\n\n岚水规3号\n\n" \
	"三、预算安排\n\n" amount "\n"

/* What the words of a class in data/descriptions do: the projects that are described. */
static const class_row class_rows[] = {
	{ "amount", CHAPTER("%s", "96万元"), "| amount=960000 |", NULL },
	{ "basis", TITLE "\n\n" ABOVE "河道保洁项目经费情况说明\n\n一、项目概述\n\n清理河道。\n\n二、%s\n\n岚水规3号\n\n三、实施方案\n\n招标。\n",
	  "| basis=岚水规3号", NULL },
	{ "body", CHAPTER("%s", "岚汀市石蕖区河道管理所"), "| unit=岚汀市石蕖区河道管理所 |", NULL },
	{ "by", NAMELESS("由区水务局建设%s城北泵站新建工程，位于城北。", "96万元"), "城北泵站新建工程 | amount=960000", NULL },
	{ "elsewhere", CHAPTER("绩效目标", "%s《绩效目标申报表》"), "| content=清理河道。 | basis", NULL },
	{ "goal", CHAPTER("%s", "河道整洁。"), "| goal=河道整洁。 |", NULL },
	{ "heading", TITLE "\n\n" ABOVE "河道保洁%s\n\n一、项目概述\n\n清理河道。\n\n二、立项依据\n\n岚水规3号\n\n三、实施方案\n\n招标。\n",
	  "河道保洁 | ", NULL },
	{ "is", NAMELESS("城北泵站新建工程%s城北路口。", "96万元"), "城北泵站新建工程 | amount=960000", NULL },
	{ "longer", TITLE "\n\n" ABOVE "河道保洁项目经费情况说明\n\n1.项目概述：清理河道。\n\n2.立项依据：岚水规3号\n\n"
	  "3.实施方案：招标。\n\n4.绩效目标%s如下。\n", "| plan=招标。\n4.绩效目标", NULL },
	{ "other", CHAPTER("预算安排", "2024年96万元，%s60万元"), "| amount=960000 |", NULL },
	{ "overview", TITLE "\n\n" ABOVE "一、%s\n\n城北泵站新建工程，位于城北。\n\n二、立项依据\n\n岚水规3号\n\n三、实施方案\n\n招标。\n",
	  "城北泵站新建工程 | ", NULL },
	{ "part", CHAPTER("预算安排", "96万元，%s：清淤60万元，保洁36万元"), "| amount=960000 |", NULL },
	{ "period", CHAPTER("%s", "全年"), "| period=全年 |", NULL },
	{ "plan", TITLE "\n\n" ABOVE "河道保洁项目经费情况说明\n\n一、项目概述\n\n清理河道。\n\n二、立项依据\n\n岚水规3号\n\n三、%s\n\n招标。\n",
	  "| plan=招标。 |", NULL },
	{ "whole", CHAPTER("预算安排", "区级60万元，市级20万元，%s96万元"), "| amount=960000 |", NULL },
};

static char *projects_in(const char *text)
{
	return records_in(text, YS_PROJECT);
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("descriptions", class_rows, G_N_ELEMENTS(class_rows), projects_in);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, descriptions_are_projects);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	return run_all("description", tests);
}
