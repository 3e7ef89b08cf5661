#include "tests/unit/records_fixture.h"

#define TITLE "岚汀市石蕖区数据局2024年部门预算"

#define HEAD "部门预算项目支出预算表\n单位：万元\n\n项目名称\t总计\t一般公共预算\t其他资金\t项目内容\t绩效目标\t绩效指标\n"
/* Line 11, after three rows below the first head. */
#define PAGE "\n" HEAD

static const records_row rows[] = {
	{ "phenomenon 59: content and goal in one cell are split where a paragraph ends",
	  HEAD "热线\t9.00\t9.00\t0.00\t<p>接听来电。</p> <p>打得通。</p>\t1、数量指标：座席40个\t\n" PAGE
	       "\t\t\t\t来信也办。\t办得好。\t2、满意度：90%\n",
	  "热线 | amount=90000 | text=9.00万元 | content=接听来电。来信也办。 | goal=打得通。办得好。 | "
	  "indicators=1、数量指标：座席40个2、满意度：90% | lines=7,13\n" },
	{ "phenomenon 59: into the empty cell beside it",
	  HEAD "热线\t9.00\t9.00\t0.00\t<p>接听来电。</p> <p>打得通。</p>\t\t1、数量指标：座席40个\n",
	  "热线 | amount=90000 | text=9.00万元 | content=接听来电。 | goal=打得通。 | "
	  "indicators=1、数量指标：座席40个 | lines=7\n" },
	{ "phenomenon 59: what moves need not read as indicators, where the row below goes on under these alone",
	  HEAD "热线\t9.00\t9.00\t0.00\t<p>接听来电和网</p> <p>打得通。</p>\t1、座席四十个。2、接通\t\n" PAGE
	       "\t\t\t\t络留言。\t\t率九成。\n",
	  "热线 | amount=90000 | text=9.00万元 | content=接听来电和网络留言。 | goal=打得通。 | "
	  "indicators=1、座席四十个。2、接通率九成。 | lines=7,13\n" },
	{ "phenomenon 59: but not where it goes on under both",
	  HEAD "机房\t9.00\t9.00\t0.00\t<p>每季巡检。</p> <p>更换电池。</p>\t机房不停，线路\t\n" PAGE
	       "\t\t\t\t\t不断。\t巡检四次。\n",
	  "机房 | amount=90000 | text=9.00万元 | content=每季巡检。更换电池。 | goal=机房不停，线路不断。 | "
	  "indicators=巡检四次。 | lines=7,13\n" },
	{ "two paragraphs stay in one cell where no cell is missing",
	  HEAD "热线\t9.00\t9.00\t0.00\t<p>接听来电。</p> <p>逐件登记。</p>\t打得通。\t1、数量指标：座席40个\n",
	  "热线 | amount=90000 | text=9.00万元 | content=接听来电。逐件登记。 | goal=打得通。 | "
	  "indicators=1、数量指标：座席40个 | lines=7\n" },
	{ "phenomenon 60: columns one to the left, as the rest on the next page shows",
	  HEAD "热线\t9.00\t9.00\t0.00\t把电话打得通、\t1、数量指标：座席\t\n" PAGE "\t\t\t\t\t话听得懂。\t40个。\n",
	  "热线 | amount=90000 | text=9.00万元 | goal=把电话打得通、话听得懂。 | "
	  "indicators=1、数量指标：座席40个。 | lines=7,13\n" },
	{ "phenomenon 60: also where goal and content stand one to the left",
	  HEAD "巡检\t6.00\t6.00\t0.00\t机房不停、\t1、时效指标：每季\t\n" PAGE "\t\t\t\t\t线路不断。\t一次。\n",
	  "巡检 | amount=60000 | text=6.00万元 | goal=机房不停、线路不断。 | indicators=1、时效指标：每季一次。 | lines=7,13\n" },
	{ "phenomenon 60: not when what stands last does not read as indicators",
	  HEAD "热线\t9.00\t9.00\t0.00\t接听来电。\t把电话打得通、\t\n" PAGE "\t\t\t\t\t话听得懂。\t数量指标：40个。\n",
	  "热线 | amount=90000 | text=9.00万元 | content=接听来电。 | goal=把电话打得通、话听得懂。 | "
	  "indicators=数量指标：40个。 | lines=7,13\n" },
	{ "phenomenon 61: the end of one text that bled into the next column stays",
	  HEAD "热线\t9.00\t9.00\t0.00\t接听来电。\t避免重复采集,降低数据采\t1、数量指标：采集,降低数据采\n" PAGE
	       "\t\t\t\t\t集成本。\t数量2次。\n",
	  "热线 | amount=90000 | text=9.00万元 | content=接听来电。 | goal=避免重复采集,降低数据采集成本。 | "
	  "indicators=1、数量指标：采集,降低数据采数量2次。 | lines=7,13\n" },
	{ "phenomenon 52: a number cut by a page break",
	  HEAD "热线\t2,530.0\t2,530.\t0.00\t\t\t\n" PAGE "\t2\t02\t\t\t\t\n",
	  "热线 | amount=25300200 | text=2,530.02万元 | lines=7,13 | warning=number-rebuilt\n" },
	{ "phenomenon 52: cut where it does not show, but only together the row adds up",
	  HEAD "热线\t1,53\t1,530.06\t0.00\t\t\t\n" PAGE "\t0.06\t\t\t\t\t\n",
	  "热线 | amount=15300600 | text=1,530.06万元 | lines=7,13 | warning=number-rebuilt\n" },
	{ "phenomenon 52: put together, but not the sum of its parts",
	  HEAD "热线\t2,530.0\t2,520.00\t0.00\t\t\t\n" PAGE "\t2\t\t\t\t\t\n",
	  "热线 | amount=25300200 | text=2,530.02万元 | lines=7,13 | warning=number-rebuilt | warning=number-doubtful | warning=row-differs\n" },
	{ "of two numbers put together each row is warned of its own",
	  HEAD "甲\t1.00\t1.00\t0.00\t\t\t\n热线\t2,530.0\t2,530.00\t0.00\t\t\t\n" PAGE "\t0\t\t\t\t\t\n机房\t5.\t5.00\t0.00\t\t\t\n" PAGE
	       "\t00\t\t\t\t\t\n",
	  "甲 | amount=10000 | text=1.00万元 | lines=7\n热线 | amount=25300000 | text=2,530.00万元 | lines=8,14 | warning=number-rebuilt\n"
	  "机房 | amount=50000 | text=5.00万元 | lines=15,21 | warning=number-rebuilt\n" },
	{ "a number below a row that adds up already completes nothing",
	  HEAD "热线\t15\t15\t0.00\t打得通。\t\t\n" PAGE "\t3\t3\t\t\t\t\n",
	  "热线 | amount=150000 | text=15万元 | content=打得通。 | lines=7\n" },
	{ "phenomenon 51 below a total that stands again on each page",
	  "项目支出决算表\n单位：万元\n\n序号\t项目名称\t预算数\t绩效目标\n\t合计\t28.50\t\n5\t\"法律明白人\"\t28.50\t每村三名，\n"
	  "\n项目支出决算表\n\n序号\t项目名称\t预算数\t绩效目标\n\t合计\t28.50\t\n\t培育和普法宣传\t\t普法九十场。\n",
	  "\"法律明白人\"培育和普法宣传 | amount=285000 | text=28.50万元 | goal=每村三名，普法九十场。 | lines=8,14 | "
	  "warning=name-rebuilt\n" },
};

static void texts_stand_in_their_columns(void **state)
{
	check_records(*state, TITLE, YS_PROJECT);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, texts_stand_in_their_columns);
	return run_all("shift", tests);
}
