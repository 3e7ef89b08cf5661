#include "tests/unit/known_broken.h"
#include "tests/unit/records_fixture.h"
#include "tests/unit/words_fixture.h"

#define TITLE "岚汀市石蕖区数据局2023年度部门决算"

/* The form of the south: 总额, and goal beside result. */
#define FORM(project, unit)                                                                    \
	"2023年度项目支出绩效自评表\n\n单位: 万元\n\n项目名称\t" project "\t\t\t\t\t\n"                         \
	"主管部门\t岚汀市石蕖区数据局\t实施单位\t" unit "\t\t\t\n"                                            \
	"\t\t年度预算数\t年度预算 完成数\t分值\t预算完成 率\t得分\n"
#define MONEY "项目资金 (万元)\t总额\t90.00\t81.00\t20\t90.00%\t18.00\n\t其中: 财政拨款\t90.00\t81.00\t\t\t\n"
#define GOAL "绩效目标完成\t年度绩效目标内容\t目标实际完成情况\t\t\t\t\n情况\t座席四十个，\t座席四十二个，\t\t\t\t\n"    \
	"\t接通率过九成。\t接通率九成五。\t\t\t\t\n"
#define INDICATORS                                                                             \
	"\n指标类别\t一级指标\t二级指标\t年度指标 值\t实际完成指 标值\t分值\t得分\t偏差原因分析及改进 措施\n"

/* The national form: everything in one table. */
#define NATIONAL                                                                               \
	"项目支出绩效自评表\n（2023年度）\n\n项目名称\t政务云租赁经费\t\t\t\t\t\t\n"                              \
	"主管部门\t岚汀市石蕖区数据局\t\t\t实施单位\t岚汀市石蕖区热线中心\t\t\n"                                  \
	"项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"

static const records_row rows[] = {
	{ "a self-assessment form with its table of indicators is a project",
	  FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY GOAL INDICATORS
	  "产出指标\t数量指标\t座席数\t≥40个\t42个\t20\t20.00\t\n\t质量指标\t接通率\t≥90%\t95%\t20\t20.00\t\n"
	  "总 分\t\t\t\t\t100\t98.00\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | "
	  "goal=座席四十个，接通率过九成。 | indicators=座席数：目标≥40个，完成42个；接通率：目标≥90%，完成95% | "
	  "lines=7,10,13-14\n" },
	{ "a dash or a slash is neither a target nor what was done",
	  FORM("热线运行经费", "岚汀市石蕖区数据局") MONEY GOAL INDICATORS
	  "产出指标\t数量指标\t座席数\t40个\t—\t20\t20.00\t\n\t质量指标\t接通率\t/\t/\t20\t20.00\t\n"
	  "\t质量指标\t办结率\t-\t95%\t20\t20.00\t\n\t质量指标\t无\t-\t九成\t20\t20.00\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区数据局 | "
	  "goal=座席四十个，接通率过九成。 | indicators=座席数：40个；接通率；办结率：完成95%；质量指标：完成九成 | lines=7,10,13-14\n" },
	{ "two forms under the same caption are two projects",
	  FORM("热线运行经费", "岚汀市石蕖区数据局") MONEY GOAL "\n"
	  FORM("机房维护", "岚汀市石蕖区数据局") "项目资金 (万元)\t总额\t12.00\t12.00\t20\t100.00%\t20.00\n" INDICATORS
	  "产出指标\t数量指标\t巡检次数\t≥4次\t4次\t20\t20.00\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区数据局 | "
	  "goal=座席四十个，接通率过九成。 | lines=7,10,13-14\n"
	  "机房维护 | amount=120000 | text=12.00万元 | executed=120000 | unit=岚汀市石蕖区数据局 | "
	  "indicators=巡检次数：目标≥4次，完成4次 | lines=20,23\n" },
	{ "a form about all projects together is no project",
	  FORM("项目合计", "岚汀市石蕖区数据局") MONEY GOAL "\n" FORM("机房维护", "岚汀市石蕖区数据局")
	  "项目资金 (万元)\t总额\t12.00\t12.00\t20\t100.00%\t20.00\n",
	  "机房维护 | amount=120000 | text=12.00万元 | executed=120000 | unit=岚汀市石蕖区数据局 | lines=20,23\n" },
	{ "two forms whose first row is rubbish are two projects all the same",
	  "2023年度项目支出绩效自评表\n\n单位: 万元\n\n\t\t\t· · · ·\t\n项目名称\t热线运行经费\t\t\t\n"
	  "\t\t年度预算数\t年度预算完成数\t分值\n\t总额\t90.00\t81.00\t\n\n"
	  "2023年度项目支出绩效自评表\n\n单位: 万元\n\n\t\t\t· · · ·\t\n项目名称\t机房维护\t\t\t\n"
	  "\t\t年度预算数\t年度预算完成数\t分值\n\t总额\t12.00\t11.00\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区数据局 | lines=8,10\n"
	  "机房维护 | amount=120000 | text=12.00万元 | executed=110000 | unit=岚汀市石蕖区数据局 | lines=17,19\n" },
	{ "the national form: of three measures the year's whole budget, goal and indicators inside",
	  NATIONAL "\t年度资金总额\t100.00\t90.00\t81.00\t10\t90.00%\t9.00\n"
		   "\t其中：当年财政拨款\t100.00\t90.00\t81.00\t－\t90.00%\t－\n\t上年结转资金\t0.00\t0.00\t0.00\t－\t\t－\n"
		   "年度总体目标\t预期目标\t\t\t实际完成情况\t\t\t\n\t承载九十个系统。\t\t\t承载九十三个系统。\t\t\t\n"
		   "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
		   "\t产出指标\t数量指标\t承载系统数\t≥90个\t93个\t25\t25.00\n"
		   "\t\t质量指标\t可用率\t≥99.9%\t99.93%\t25\t25.00\n总分\t\t\t\t\t\t100\t99.00\n",
	  "政务云租赁经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | "
	  "goal=承载九十个系统。 | indicators=承载系统数：目标≥90个，完成93个；可用率：目标≥99.9%，完成99.93% | "
	  "lines=6,9,13\n" },
	{ "of two measures with the head of a budget the later one",
	  "项目支出绩效自评表\n\n单位：万元\n\n项目名称\t窗口租金\t\t\t\n项目资金\t\t年初预算数\t预算数\t执行数\n\t年度资金总额\t10.00\t9.00\t8.00\n",
	  "窗口租金 | amount=90000 | text=9.00万元 | executed=80000 | unit=岚汀市石蕖区数据局 | lines=7,9\n" },
	{ "a form that only plans: goal, money and indicators of a budget",
	  "项目支出绩效目标申报表\n\n项目名称\t政务云租赁经费\t\t\n主管部门\t岚汀市石蕖区数据局\t项目单位\t岚汀市石蕖区热线中心\n"
	  "项目资金（元）\t年度资金总额\t900000\t\n总体目标\t承载九十个系统，可用率千分之九百九十九。\t\t\n"
	  "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t承载系统数\t≥90个\n",
	  "政务云租赁经费 | amount=900000 | text=900000元 | unit=岚汀市石蕖区热线中心 | "
	  "goal=承载九十个系统，可用率千分之九百九十九。 | indicators=承载系统数：≥90个 | lines=5,7-8\n" },
	{ "phenomenon 91: the prose below the project's name says what it does",
	  "一、项目绩效自评\n\n1.热线运行经费。\n\n(1)项目概况。\n\n①项目基本情况。承接市民来电，按时限转办，逐件回访。\n\n"
	  "②项目资金情况。全年预算数为90.00万元。\n\n" FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY,
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | "
	  "content=①项目基本情况。承接市民来电，按时限转办，逐件回访。 | lines=17,20 | also=9\n" },
	{ "prose of the next project is not that of this one",
	  "一、项目绩效自评\n\n1.热线运行经费。\n\n2.机房维护经费。\n\n①项目基本情况。每季巡检机房，更换易损件。\n\n"
	  FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY "\n" FORM("机房维护经费", "岚汀市石蕖区数据局") MONEY,
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | lines=15,18\n"
	  "机房维护经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区数据局 | "
	  "content=①项目基本情况。每季巡检机房，更换易损件。 | lines=25,28 | also=9\n" },
	{ "phenomenon 43: of goal and result run through each other only what the prose confirms",
	  "一、项目绩效自评\n\n1.热线运行经费。\n\n①项目基本情况。按照全区部署，承接市民来电和网络留言，按时限转办到承办单位，"
	  "逐件回访并通报结果等工作。\n\n" FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY
	  "绩效目标完成\t年度绩效目标内容\t目标实际完成情况\t\t\t\t\n"
	  "情况\t承接市民来电和网络留言， 全年受理来电四万件， 按时限转办到承办\t\t\t\t\t\n\n"
	  "单位，逐件回访并通报结果。 接通率九成五，群众评价满意。\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | "
	  "content=①项目基本情况。按照全区部署，承接市民来电和网络留言，按时限转办到承办单位，逐件回访并通报结果等工作。 | "
	  "goal=承接市民来电和网络留言，按时限转办到承办单位，逐件回访并通报结果。 | lines=13,16 | also=7\n" },
	{ "phenomenon 43: so in another form, where the result stands first",
	  "一、项目绩效自评\n\n1.机房维护。\n\n①项目基本情况。为保障政务系统稳定运行，每季度巡检全区四个机房的空调和电源，更换老化的电池组。\n\n"
	  FORM("机房维护", "岚汀市石蕖区数据局") MONEY "绩效目标完成\t年度绩效目标内容\t目标实际完成情况\t\t\t\t\n"
	  "情况\t全年未停机一次， 每季度巡检全区四个机房的空调和电源， 更换老化的电池组， 支出九成\t\t\t\t\t\n",
	  "机房维护 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区数据局 | "
	  "content=①项目基本情况。为保障政务系统稳定运行，每季度巡检全区四个机房的空调和电源，更换老化的电池组。 | "
	  "goal=每季度巡检全区四个机房的空调和电源，更换老化的电池组。 | lines=13,16 | also=7\n" },
	{ "goal and result run through each other, and nothing to tell them apart by",
	  FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY "绩效目标完成\t年度绩效目标内容\t目标实际完成情况\t\t\t\t\n"
	  "情况\t承接来电 受理四万件 按时转办\t\t\t\t\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | lines=7,10\n" },
	{ "项目支出决算表 with three measures: executed is measured by the adjusted budget",
	  "项目支出决算表\n单位：万元\n\n序号\t项目名称\t年初预算数\t调整预算数\t决算数\n\t合计\t100.00\t95.00\t93.50\n"
	  "1\t热线运行经费\t60.00\t55.00\t54.00\n2\t机房维护\t40.00\t40.00\t39.50\n",
	  "热线运行经费 | amount=550000 | text=55.00万元 | executed=540000 | lines=8\n"
	  "机房维护 | amount=400000 | text=40.00万元 | executed=395000 | lines=9\n" },
	{ "a label without a value is looked for further down",
	  "项目支出绩效目标申报表\n\n项目名称\t政务云租赁经费\t\t\n实施单位\t\t\t\n项目单位\t岚汀市石蕖区热线中心\t\t\n年度资金总额\t\t\t\n"
	  "预算金额\t90.00\t\t\n",
	  "政务云租赁经费 | amount=900000 | text=90.00万元 | unit=岚汀市石蕖区热线中心 | lines=5,9\n" },
	{ "what stands below the head of indicators is no goal",
	  FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY
	  "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t座席数\t≥40个\t42个\t20\t20\n"
	  "\t年度绩效目标\t接通率过九成。\t\t\t\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | "
	  "indicators=座席数：目标≥40个，完成42个；接通率过九成 | lines=7,10\n" },
	{ "phenomena 107, 108: cells that span rows printed but once: amounts, goal and indicators stand left of their columns; a code is no name",
	  "部门预算项目支出绩效自评表（2023年度）\n\n项目名称\t51040023T000000012345-人民调解补贴\n主管部门\t岚汀市石蕖区数据局\t实施单位（盖章）\t岚汀市石蕖区热线中心\n"
	  "项目基本情况\t1.项目年度目标完成情况\t项目年度目标\t年度目标完成情况\n足额兑现补贴。\t全部兑现\n"
	  "2.项目实施内容及过程概述\t年底前发放完毕。\n"
	  "预算执行情况（10分）\t年度预算数（万元）\t年初预算\t调整后预算数\t预算执行数\t预算执行率\t权重\t得分\n"
	  "总额\t8.00\t12.60\t12.50\t99.21%\t10\t10\n其中：财政资金\t8.00\t12.60\t12.50\t99.21%\t/\t/\n"
	  "绩效指标（90分）\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\n"
	  "产出指标\t数量指标\t调解案件\t≥\t500\t件\t600\t30\t30\n质量指标\t化解率\t≥\t95\t%\t97\t30\t30\n合计\t100\t90\n"
	  "评价结论\t按时兑现。\n",
	  "人民调解补贴 | amount=126000 | text=12.60万元 | code=51040023T000000012345 | executed=125000 | "
	  "unit=岚汀市石蕖区热线中心 | content=年底前发放完毕。 | goal=足额兑现补贴。 | "
	  "indicators=调解案件：目标≥500件，完成600；化解率：目标≥95%，完成97 | lines=5,8,11\n" },
	{ "phenomenon 47: a kind of indicators in the middle of its rows moves none, for empty cells are kept",
	  FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY INDICATORS
	  "\t数量指标\t座席数\t≥40个\t42个\t20\t20.00\t\n产出指标\t\t新增座席\t≥4个\t5个\t20\t20.00\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | "
	  "indicators=座席数：目标≥40个，完成42个；新增座席：目标≥4个，完成5个 | lines=7,10\n" },
	{ "the name behind a label at the side, and the sum of the year beside the last one's",
	  "项目支出预算绩效目标申报表\n\n项目基本情况\t项目名称\t粮食应急保障\t\t\n\t主管部门\t岚汀市石蕖区政府\t项目起止时间\t2023.1-2023.12\n"
	  "项目概况\t建设供应网点。\t\t\t\n项目立项依据\t岚发〔2020〕3号\t\t\t\n"
	  "项目资金申请（万元）\t项目\t上年度安排资金\t本年度申请资金\t\n\t合计\t130\t300\t\n\t区级资金\t130\t260\t\n",
	  "粮食应急保障 | amount=3000000 | text=300万元 | unit=岚汀市石蕖区数据局 | content=建设供应网点。 | basis=岚发〔2020〕3号 | "
	  "period=2023.1-2023.12 | lines=5,10\n" },
	{ "the sum in the middle of its cell, and a group of projects beside the name",
	  "项目绩效目标表\n\n一级项目名称\t基础设施建设\t二级项目名称\t镇区道路改造\n资金总额及构成\t总额1,606.75万元 财政拨款：923.35万元\t\t\n",
	  "镇区道路改造 | amount=16067500 | text=1,606.75万元 | unit=岚汀市石蕖区数据局 | category=基础设施建设 | lines=5-6\n" },
	{ "under a title that says nothing, what is laid out as a form and has indicators is one",
	  "附件二\n\n项目名称\t热线运行经费\t\t\n实施单位\t岚汀市石蕖区热线中心\t\t\n项目资金（万元）\t年度资金总额\t90.00\t\n"
	  "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t座席数\t≥40个\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | unit=岚汀市石蕖区热线中心 | indicators=座席数：≥40个 | lines=5,7\n" },
	{ "a page that only looks like a form, under another title, is none",
	  "项目基本信息表\n\n项目名称\t热线运行经费\t\t\n项目单位\t岚汀市石蕖区热线中心\t\t\n预算金额\t90.00\t\t\n", "" },
	{ "heads that a page repeats within the goal are none of it",
	  FORM("热线运行经费", "岚汀市石蕖区热线中心") MONEY "绩效目标完成\t年度绩效目标内容\t目标实际完成情况\t\t\t\t\n"
	  "情况\t座席四十个，\t座席四十二个，\t\t\t\t\n\t年度绩效目标\t实际完成情况\t\t\t\t\n\t接通率过九成。\t接通率九成五。\t\t\t\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区热线中心 | "
	  "goal=座席四十个，接通率过九成。 | lines=7,10,13,15\n" },
	{ "a form of the whole department is no project",
	  "部门整体支出绩效自评表\n\n单位: 万元\n\n部门名称\t岚汀市石蕖区数据局\t\t\n\t年度预算数\t年度预算完成数\t分值\n"
	  "总额\t90.00\t81.00\t20\n",
	  "" },
};

static const records_row known_broken_rows[] = {
	{ "phenomenon 44: amounts that slipped into the row below the label of the sum",
	  FORM("热线运行经费", "岚汀市石蕖区数据局")
	  "项目资金 (万元)\t总额\t\t\t20\t\t\n\t\t90.00\t81.00\t\t90.00%\t18.00\n\t其中: 财政拨款\t80.00\t80.00\t\t\t\n",
	  "热线运行经费 | amount=900000 | text=90.00万元 | executed=810000 | unit=岚汀市石蕖区数据局 | lines=7,11\n" },
};

static void forms_are_projects(void **state)
{
	check_records(*state, TITLE, YS_PROJECT);
}

/* A form that only plans. */
#define PLAN(name, unit, money) TITLE "\n\n项目支出绩效目标申报表\n\n" name "\t政务云租赁经费\t\t\n" \
	"主管部门\t岚汀市石蕖区数据局\t" unit "\t岚汀市石蕖区热线中心\n" money "总体目标\t承载九十个系统。\t\t\n"

/* What the words of a class in data/labels do: the project of the form. */
static const class_row class_rows[] = {
	{ "amount", PLAN("项目名称", "项目单位", "项目资金（元）\t%s\t900000\t\n"), "| amount=900000 |", NULL },
	{ "amount_of_year", PLAN("项目名称", "项目单位", "项目资金总额\t80.00\t\t\n%s\t90.00\t\t\n"), "| amount=900000 |", NULL },
	{ "basis", PLAN("项目名称", "项目单位", "%s\t岚发〔2020〕3号\t\t\n"), "| basis=岚发〔2020〕3号 |", NULL },
	{ "catalogue", TITLE "\n\n政府采购预算表\n单位：万元\n\n项目名称\t采购品目\t%s编号\t金额\n机房维护\t台式计算机\tA0201\t2.50\n",
	  "| code=A0201 |", NULL },
	{ "category", TITLE "\n\n项目支出绩效目标表\n\n%s\t数字政府建设\t项目名称\t云资源租赁\n年度资金总额\t90.00\t\t\n",
	  "云资源租赁 | amount=900000 | text=90.00万元 | unit=岚汀市石蕖区数据局 | category=数字政府建设 |", NULL },
	{ "code", PLAN("项目名称", "项目单位", "%s\t42000023T000099\t\t\n"), "| code=42000023T000099 |", NULL },
	{ "content", PLAN("项目名称", "项目单位", "%s\t租用云资源。\t\t\n"), "| content=租用云资源。 |", NULL },
	{ "end", PLAN("项目名称", "项目单位", "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t系统数\t90个\n%s\t\t良好\t\n"),
	  "| indicators=系统数：90个 |", NULL },
	{ "money", PLAN("项目名称", "项目单位", "%s（元）\t年度资金总额\t900000\t\n"), "| amount=900000 |", NULL },
	{ "name", PLAN("%s", "项目单位", "年度资金总额\t90.00\t\t\n"), "政务云租赁经费 |", NULL },
	{ "names", TITLE "\n\n转移支付预算表\n单位：万元\n\n%s\t合计\t支付对象\n困难群众救助补助\t90.00\t各县\n",
	  "困难群众救助补助 | amount=900000 | text=90.00万元 |", "项目单位" },
	{ "period", PLAN("项目名称", "项目单位", "%s\t2023年1月至12月\t\t\n"), "| period=2023年1月至12月 |", NULL },
	{ "side", TITLE "\n\n项目支出绩效目标申报表\n\n%s\t项目名称\t云资源租赁\n\t年度资金总额\t90.00\n", "云资源租赁 | amount=900000 |", NULL },
	{ "sum", TITLE "\n\n" FORM("热线运行经费", "岚汀市石蕖区热线中心") "项目资金 (万元)\t%s\t90.00\t81.00\t20\t90.00%\t18.00\n",
	  "| executed=810000 |", NULL },
	{ "this_year", PLAN("项目名称", "项目单位", "项目资金（万元）\t上年度安排资金\t%s\t\n合计\t80.00\t90.00\t\n"), "| amount=900000 |", NULL },
	{ "unit", PLAN("项目名称", "%s", "年度资金总额\t90.00\t\t\n"), "| unit=岚汀市石蕖区热线中心 |", NULL },
};

static char *projects_in(const char *text)
{
	g_autofree char *projects = records_in(text, YS_PROJECT), *items = records_in(text, YS_ITEM);

	return g_strconcat(projects, items, NULL);
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("labels", class_rows, G_N_ELEMENTS(class_rows), projects_in);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, forms_are_projects);
	ADD_KNOWN_BROKEN(tests, known_broken_rows, forms_are_projects);
	ADD_TEST(tests, every_word_of_the_data_does_what_its_class_says);
	return run_all("form", tests);
}
