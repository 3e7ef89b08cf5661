#include "tests/unit/known_broken.h"
#include "tests/unit/records_fixture.h"

#define TITLE "岚汀市石蕖区数据局2024年部门预算"

/* Lines 3 to 9. */
#define PROJECTS                                                                               \
	"部门预算项目支出预算表\n单位：万元\n\n项目名称\t总计\t一般公共预算\n合计\t330.00\t330.00\n"       \
	"岚汀市石蕖区数据局\t330.00\t330.00\n"

#define GOALS "\n项目支出绩效目标表\n\n项目名称\t绩效目标\t关键指标\t预期实现值\n"

#define GOALS_ELSEWHERE                                                                        \
	"\n项目支出绩效目标表\n\n单位名称\t项目名称\t年度绩效目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t"   \
	"度量单位\n"

static const records_row rows[] = {
	{ "a performance table gives the project of its name goal, indicators and another place",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS
		   "热线运行经费。\t接得通，办得好。\t接通率。\t≥95%。\n\t\t办结率。\t100%。\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=接得通，办得好。 | "
	  "indicators=接通率：≥95%；办结率：100% | lines=9 | also=14-15\n" },
	{ "a stop alone in the column of names names nothing",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS
		   "热线运行经费\t接得通，\t接通率\t≥95%\n。\t办得好。\t办结率\t100%\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=接得通，办得好。 | "
	  "indicators=接通率：≥95%；办结率：100% | lines=9 | also=14-15\n" },
	{ "phenomenon 84: a project without a row in the budget table has no amount",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS "市民服务平台\t一网通办。\t用户数\t9000人\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | lines=9\n"
	  "市民服务平台 | unit=岚汀市石蕖区数据局 | goal=一网通办。 | indicators=用户数：9000人 | lines=14 | "
	  "warning=amount-missing\n" },
	{ "phenomenon 85: a block finds its project under a slightly different name",
	  PROJECTS "区长专用日常经费\t300.00\t300.00\n办公场租\t30.00\t30.00\n" GOALS
		   "区长专项日常经费\t保障。\t次数\t4次\n办公场所\t租用。\t面积\t800平方米\n",
	  "区长专用日常经费 | amount=3000000 | text=300.00万元 | unit=岚汀市石蕖区数据局 | goal=保障。 | "
	  "indicators=次数：4次 | lines=9 | also=15\n"
	  "办公场租 | amount=300000 | text=30.00万元 | unit=岚汀市石蕖区数据局 | goal=租用。 | "
	  "indicators=面积：800平方米 | lines=10 | also=16\n" },
	{ "phenomenon 87: names that differ in a number are different projects",
	  PROJECTS "智慧园区建设一期项目\t330.00\t330.00\n" GOALS "智慧园区建设二期项目\t建成。\t进度\t100%\n",
	  "智慧园区建设一期项目 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | lines=9\n"
	  "智慧园区建设二期项目 | unit=岚汀市石蕖区数据局 | goal=建成。 | indicators=进度：100% | lines=14 | "
	  "warning=amount-missing\n" },
	{ "the exact name goes before the similar one, wherever it stands",
	  PROJECTS "信息化总体监理\t300.00\t300.00\n信息化总体监理服务\t30.00\t30.00\n" GOALS
		   "信息化总体监理项目\t甲。\t次数\t1次\n信息化总体监理服务\t乙。\t次数\t2次\n",
	  "信息化总体监理 | amount=3000000 | text=300.00万元 | unit=岚汀市石蕖区数据局 | goal=甲。 | "
	  "indicators=次数：1次 | lines=9 | also=15\n"
	  "信息化总体监理服务 | amount=300000 | text=30.00万元 | unit=岚汀市石蕖区数据局 | goal=乙。 | "
	  "indicators=次数：2次 | lines=10 | also=16\n" },
	{ "a second block of the same name is the same project again, and takes no other one",
	  PROJECTS "培训经费\t300.00\t300.00\n培训场租\t30.00\t30.00\n" GOALS
		   "培训经费\t上半年。\t人次\t80\n调研\t走访。\t次数\t3\n培训经费\t下半年。\t人次\t90\n",
	  "培训经费 | amount=3000000 | text=300.00万元 | unit=岚汀市石蕖区数据局 | goal=上半年。 | "
	  "indicators=人次：80 | lines=9 | also=15 | also=17\n"
	  "培训场租 | amount=300000 | text=30.00万元 | unit=岚汀市石蕖区数据局 | lines=10\n"
	  "调研 | unit=岚汀市石蕖区数据局 | goal=走访。 | indicators=次数：3 | lines=16 | warning=amount-missing\n" },
	{ "two projects of one name take the two blocks of this name in their order",
	  PROJECTS "培训经费\t300.00\t300.00\n培训经费\t30.00\t30.00\n" GOALS
		   "培训经费\t甲。\t人次\t80\n培训经费\t乙。\t人次\t90\n",
	  "培训经费 | amount=3000000 | text=300.00万元 | unit=岚汀市石蕖区数据局 | goal=甲。 | indicators=人次：80 | "
	  "lines=9 | also=15\n"
	  "培训经费 | amount=300000 | text=30.00万元 | unit=岚汀市石蕖区数据局 | goal=乙。 | indicators=人次：90 | "
	  "lines=10 | also=16\n" },
	{ "phenomenon 56: the goal goes on behind a page break in a row with the next indicator",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS
		   "热线运行经费\t把电话打得通、\t接通率\t≥95%\n\n\t话听得懂。\t办结率\t100%\n\t\t满意率\t90%\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=把电话打得通、话听得懂。 | "
	  "indicators=接通率：≥95%；办结率：100%；满意率：90% | lines=9 | also=14,16-17\n" },
	{ "an indicator's value goes on behind a page break",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS
		   "热线运行经费\t打得通。\t接通率\t不低于百分\n\n\t\t\t之九十五\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=打得通。 | "
	  "indicators=接通率：不低于百分之九十五 | lines=9 | also=14,16\n" },
	{ "phenomenon 57: a goal whose beginning is lost stays as printed",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS "热线运行经费\t进网格化管理。\t\t\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=进网格化管理。 | lines=9 | "
	  "also=14\n" },
	{ "another province: three levels of indicators, sign, value and measure in cells of their own",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS_ELSEWHERE
		   "岚汀市石蕖区数据局\t热线运行经费\t打得通。\t产出指标\t数量指标\t座席数\t≥\t40\t个\n"
		   "\t\t\t\t质量指标\t接通率\t≥\t95\t%\n\t\t\t满意度指标\t服务对象满意度\t市民满意度\t定性\t好\t\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=打得通。 | "
	  "indicators=座席数：≥40个；接通率：≥95%；市民满意度：好 | lines=9 | also=14-16\n" },
	{ "another province: the unit stands in a row of the column of names",
	  "项目支出绩效目标表\n\n单位名称、项目名称\t项目年度绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n"
	  "岚汀市石蕖区热线中心\t\t\t\t\t\n热线运行经费\t打得通。\t产出指标\t质量指标\t接通率\t95%\n",
	  "热线运行经费 | unit=岚汀市石蕖区热线中心 | goal=打得通。 | indicators=接通率：95% | lines=7 | "
	  "warning=amount-missing\n" },
	{ "phenomenon 108: cells that span rows printed but once, told by the signs",
	  "部门预算项目绩效目标申报表\n\n单位：元\n\n单位名称\t项目名称\t预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\n"
	  "820-石蕖区部门\t800\n820001-岚汀市石蕖区数据局\t热线运行经费\t500\t打得通。\t产出指标\t质量指标\t接通率\t≥\t95\t%\n"
	  "产出指标\t质量指标\t办结率\t=\t100\t%\n机房维护\t300\t不断电。\t产出指标\t数量指标\t巡检\t≥\t4\t次\n",
	  "热线运行经费 | amount=500 | text=500元 | unit=岚汀市石蕖区数据局 | goal=打得通。 | indicators=接通率：≥95%；办结率：=100% | lines=9-10\n"
	  "机房维护 | amount=300 | text=300元 | unit=岚汀市石蕖区数据局 | goal=不断电。 | indicators=巡检：≥4次 | lines=11\n" },
	{ "values below 绩效指标值 beside a column for each level; a code and a unit's code are no names",
	  "项目支出绩效表\n\n单位：万元\n\n预算单位\t项目名称\t项目申报总额\t绩效目标\t绩效指标\t\t\t\t\n"
	  "\t\t\t\t一级指标\t二级指标\t三级指标\t绩效指标性质\t绩效指标值\n"
	  "101001-岚汀市石蕖区热线中心\t11010524T000003210987-架空线入地\t1,356.90\t入地。\t产出指标\t数量指标\t长度\t≥\t8公里\n",
	  "架空线入地 | amount=13569000 | text=1,356.90万元 | code=11010524T000003210987 | unit=岚汀市石蕖区热线中心 | "
	  "goal=入地。 | indicators=长度：≥8公里 | lines=9\n" },
	{ "phenomenon 108: or by the words for kinds of indicators",
	  "项目支出绩效目标表\n\n单位：万元\n\n项目名称\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n"
	  "热线运行经费\t打得通。\t产出指标\t质量指标\t接通率\t95%\n质量指标\t办结率\t100%\n满意度指标\t服务对象满意度指标\t市民满意度\t90%\n",
	  "热线运行经费 | goal=打得通。 | indicators=接通率：95%；办结率：100%；市民满意度：90% | lines=8-10 | warning=amount-missing\n" },
	{ "another province: name and goal printed again on each row of indicators",
	  "项目支出绩效目标表\n\n项目名称\t年度目标\t三级指标\t指标值\n"
	  "热线运行经费\t打得通。\t接通率\t95%\n热线运行经费\t打得通。\t办结率\t100%\n",
	  "热线运行经费 | goal=打得通。 | indicators=接通率：95%；办结率：100% | lines=6-7 | warning=amount-missing\n" },
	{ "another province: a goal table with amounts makes projects with amounts",
	  "项目支出绩效目标表\n单位：元\n\n项目名称\t预算金额\t年度目标\t三级指标\t指标值\n"
	  "热线运行经费\t58000\t打得通。\t接通率\t95%\n\t\t\t办结率\t100%\n",
	  "热线运行经费 | amount=58000 | text=58000元 | goal=打得通。 | indicators=接通率：95%；办结率：100% | "
	  "lines=7-8\n" },
	{ "a table of projects with one row an indicator gives each project all its rows",
	  "项目支出预算表\n单位：万元\n\n项目名称\t金额\t年度目标\t三级指标\t指标值\n"
	  "热线运行经费\t5.80\t打得通。\t接通率\t95%\n\t\t\t办结率\t100%\n",
	  "热线运行经费 | amount=58000 | text=5.80万元 | goal=打得通。 | indicators=接通率：95%；办结率：100% | "
	  "lines=7-8\n" },
	{ "columns of one kind of indicators each are one text",
	  "项目支出预算表\n单位：万元\n\n项目名称\t金额\t年度目标\t数量指标\t满意度指标\n"
	  "热线运行经费\t5.80\t打得通。\t座席40个\t≥90%\n",
	  "热线运行经费 | amount=58000 | text=5.80万元 | goal=打得通。 | indicators=数量指标：座席40个；满意度指标：≥90% | "
	  "lines=7\n" },
	{ "a total ends the block above it and is none itself",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS "热线运行经费\t打得通。\t接通率\t95%\n合计\t\t\t\n\t\t办结率\t100%\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=打得通。 | indicators=接通率：95% | "
	  "lines=9 | also=14\n" },
	{ "a total with numbers of its own ends it too",
	  GOALS "窗口租金\t开放。\t窗口\t6个\n总计\t\t窗口\t6个\n\t\t座椅\t12把\n",
	  "窗口租金 | goal=开放。 | indicators=窗口：6个 | lines=7 | warning=amount-missing\n" },
	{ "an amount that the table of projects leaves out is the block's",
	  PROJECTS "热线运行经费\t\t\n机房维护\t30.00\t30.00\n\n项目支出绩效目标表\n单位：元\n\n项目名称\t预算金额\t年度目标\t三级指标\t指标值\n"
		   "热线运行经费\t58000\t打得通。\t接通率\t95%\n",
	  "热线运行经费 | amount=58000 | text=58000元 | unit=岚汀市石蕖区数据局 | goal=打得通。 | indicators=接通率：95% | "
	  "lines=9 | also=16\n机房维护 | amount=300000 | text=30.00万元 | unit=岚汀市石蕖区数据局 | lines=10\n" },
	{ "of two projects of one name a block takes the one with its amount",
	  PROJECTS "培训经费\t3.00\t3.00\n培训经费\t5.00\t5.00\n\n项目支出绩效目标表\n单位：万元\n\n项目名称\t预算金额\t年度目标\t三级指标\t指标值\n"
		   "培训经费\t5.00\t乙。\t人次\t90\n培训经费\t3.00\t甲。\t人次\t80\n",
	  "培训经费 | amount=30000 | text=3.00万元 | unit=岚汀市石蕖区数据局 | goal=甲。 | indicators=人次：80 | lines=9 | also=17\n"
	  "培训经费 | amount=50000 | text=5.00万元 | unit=岚汀市石蕖区数据局 | goal=乙。 | indicators=人次：90 | lines=10 | also=16\n" },
	{ "of two blocks with similar names the more similar one is the project's, wherever it stands",
	  PROJECTS "智慧公路平台运维\t3.00\t3.00\n" GOALS "智慧公路平台运行维护\t甲。\t次数\t1次\n智慧公路平台运维费\t乙。\t次数\t2次\n",
	  "智慧公路平台运维 | amount=30000 | text=3.00万元 | unit=岚汀市石蕖区数据局 | goal=乙。 | indicators=次数：2次 | lines=9 | also=15\n"
	  "智慧公路平台运行维护 | unit=岚汀市石蕖区数据局 | goal=甲。 | indicators=次数：1次 | lines=14 | warning=amount-missing\n" },
	{ "a similar name with another amount is another project",
	  PROJECTS "智慧公路平台运维\t3.00\t3.00\n\n项目支出绩效目标表\n单位：万元\n\n项目名称\t预算金额\t年度目标\t三级指标\t指标值\n"
		   "智慧公路平台运维费\t5.00\t乙。\t次数\t2次\n",
	  "智慧公路平台运维 | amount=30000 | text=3.00万元 | unit=岚汀市石蕖区数据局 | lines=9\n"
	  "智慧公路平台运维费 | amount=50000 | text=5.00万元 | unit=岚汀市石蕖区数据局 | goal=乙。 | indicators=次数：2次 | lines=15\n" },
	{ "where projects belong to several units, that of a new one is not known",
	  PROJECTS "热线运行经费\t300.00\t300.00\n岚汀市石蕖区热线中心\t30.00\t30.00\n机房维护\t30.00\t30.00\n" GOALS
		   "市民平台\t一网通办。\t用户数\t9000人\n",
	  "热线运行经费 | amount=3000000 | text=300.00万元 | unit=岚汀市石蕖区数据局 | lines=9\n"
	  "机房维护 | amount=300000 | text=30.00万元 | unit=岚汀市石蕖区热线中心 | lines=11\n"
	  "市民平台 | goal=一网通办。 | indicators=用户数：9000人 | lines=16 | warning=amount-missing\n" },
	{ "two blocks of one new name are one project",
	  GOALS "市民平台\t一网通办。\t用户数\t9000人\n调研\t走访。\t次数\t3\n市民平台\t迁移。\t系统数\t90个\n",
	  "市民平台 | goal=一网通办。 | indicators=用户数：9000人 | lines=7 | also=9 | warning=amount-missing\n"
	  "调研 | goal=走访。 | indicators=次数：3 | lines=8 | warning=amount-missing\n" },
	{ "a sign and a measure without a value say nothing",
	  GOALS_ELSEWHERE "岚汀市石蕖区数据局\t热线运行经费\t打得通。\t产出指标\t数量指标\t座席数\t≥\t\t个\n",
	  "热线运行经费 | unit=岚汀市石蕖区数据局 | goal=打得通。 | indicators=座席数 | lines=7 | warning=amount-missing\n" },
	{ "of columns of one kind of indicators each, those that say 无 are none",
	  "项目支出预算表\n单位：万元\n\n项目名称\t金额\t年度目标\t数量指标\t满意度指标\n热线运行经费\t5.80\t打得通。\t无\t≥90%\n",
	  "热线运行经费 | amount=58000 | text=5.80万元 | goal=打得通。 | indicators=满意度指标：≥90% | lines=7\n" },
	{ "a name without goal and indicators is no project",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS "信息化类\t\t\t\n热线运行经费\t打得通。\t接通率\t95%\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=打得通。 | "
	  "indicators=接通率：95% | lines=9 | also=15\n" },
	{ "a row that says more of the goal and no indicator ends none",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS "热线运行经费\t接得通，\t接通率\t95%\n\t办得好。\t\t\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=接得通，办得好。 | "
	  "indicators=接通率：95% | lines=9 | also=14-15\n" },
	{ "a project with the name of a body is one where its row says something",
	  PROJECTS "热线运行经费\t330.00\t330.00\n" GOALS "文化馆\t全年开放。\t开放天数\t300天\n",
	  "热线运行经费 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | lines=9\n"
	  "文化馆 | unit=岚汀市石蕖区数据局 | goal=全年开放。 | indicators=开放天数：300天 | lines=14 | warning=amount-missing\n" },
};

static const records_row known_broken_rows[] = {
	{ "a project's name is cut by a page break",
	  PROJECTS "大数据中心平台建设项目\t330.00\t330.00\n" GOALS
		   "大数据中心\t汇聚\t数据量\t1亿条\n\n平台建设项目\t治理。\t质量\t合格\n",
	  "大数据中心平台建设项目 | amount=3300000 | text=330.00万元 | unit=岚汀市石蕖区数据局 | goal=汇聚治理。 | "
	  "indicators=数据量：1亿条；质量：合格 | lines=9 | also=14,16\n" },
};

static void projects_have_goals(void **state)
{
	check_records(*state, TITLE, YS_PROJECT);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, projects_have_goals);
	ADD_KNOWN_BROKEN(tests, known_broken_rows, projects_have_goals);
	return run_all("goal", tests);
}
