#include "tests/unit/records_fixture.h"

#define TITLE "岚汀市石蕖区数据局2024年部门预算"

/* Lines 3 to 8. */
#define PROJECTS                                                                               \
	"部门预算项目支出预算表\n单位：万元\n\n项目名称\t总计\t一般公共预算\n热线运行经费\t300.00\t300.00\n"    \
	"机房维护\t30.00\t30.00\n\n"

/* Four lines. */
#define HEAD                                                                                   \
	"单位编码\t单位名称（支出项目名称）\t政府采购项目\t\t\t数量\t计量单位\t总计\t财政拨款\t\n"                 \
	"\t\t政府采购项目名称\t政府采购品目名称\t政府采购品目编号\t\t\t\t合计\t一般公共预算\n"                     \
	"1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n"
#define PROCUREMENT "政府采购预算表\n\n单位：万元\n\n" HEAD

static const records_row rows[] = {
	{ "phenomenon 92: kind, unit, 基本支出 and budget project above an item, over page breaks",
	  PROJECTS PROCUREMENT "\t合 计\t\t\t\t\t\t90.00\t90.00\t90.00\n"
			       "\t服务\t\t\t\t\t\t60.00\t60.00\t60.00\n"
			       "350001\t岚汀市石蕖区热线中心\t\t\t\t\t\t60.00\t60.00\t60.00\n"
			       "350001\t基本支出\t\t\t\t\t\t10.00\t10.00\t10.00\n"
			       "350001\t公用经费\t\t\t\t\t\t10.00\t10.00\t10.00\n"
			       "350001\t\t公务用车运行维护费\t车辆保险服务\tC1504\t1\t项\t10.00\t10.00\t10.00\n"
			       "350001\t项目支出\t\t\t\t\t\t50.00\t50.00\t50.00\n\n" PROCUREMENT
			       "350001\t热线运行经费\t\t\t\t\t\t50.00\t50.00\t50.00\n"
			       "350001\t\t热线外包服务\t其他服务\tC99\t1\t项\t20.00\t20.00\t20.00\n\n" PROCUREMENT
			       "350001\t\t热线录音设备租赁\t租赁服务\tC98\t1\t项\t30.00\t30.00\t30.00\n",
	  "公务用车运行维护费 | amount=100000 | text=10.00万元 | code=C1504 | unit=岚汀市石蕖区热线中心 | category=服务/公用经费 | "
	  "content=车辆保险服务 | lines=22\n"
	  "热线外包服务 | amount=200000 | text=20.00万元 | code=C99 | unit=岚汀市石蕖区热线中心 | category=服务 | content=其他服务 | "
	  "parent=热线运行经费 | lines=33\n"
	  "热线录音设备租赁 | amount=300000 | text=30.00万元 | code=C98 | unit=岚汀市石蕖区热线中心 | category=服务 | "
	  "content=租赁服务 | parent=热线运行经费 | lines=42\n" },
	{ "phenomenon 73: the code of the catalogue is not part of the name",
	  PROCUREMENT "350001\t机房维护\t\tA02010104 台 式计算机\tA02010104\t5\t台\t2.50\t2.50\t2.50\n",
	  "台式计算机 | amount=25000 | text=2.50万元 | code=A02010104 | category=机房维护 | lines=10\n" },
	{ "the budget project stands on the item's own row",
	  PROJECTS PROCUREMENT "350001\t岚汀市石蕖区数据局\t\t\t\t\t\t8.00\t8.00\t8.00\n"
			       "350001\t机房维护\t空调维修\t空调\tA0206\t2\t台\t8.00\t8.00\t8.00\n",
	  "空调维修 | amount=80000 | text=8.00万元 | code=A0206 | unit=岚汀市石蕖区数据局 | content=空调 | parent=机房维护 | lines=18\n" },
	{ "an item's name goes on behind a page break",
	  PROCUREMENT "350001\t机房维护\t机房精密空调\t空调\tA0206\t2\t台\t8.00\t8.00\t8.00\n\n" PROCUREMENT
		      "\t\t维修保养\t维修\t\t\t\t\t\t\n",
	  "机房精密空调维修保养 | amount=80000 | text=8.00万元 | code=A0206 | category=机房维护 | content=空调维修 | lines=10,19\n" },
	{ "phenomenon 109: kinds that break the total down head nothing, kinds above their items do",
	  PROJECTS PROCUREMENT "\t合 计\t\t\t\t\t\t90.00\t90.00\t90.00\n"
			       "\t其中：货物类\t\t\t\t\t\t30.00\t30.00\t30.00\n"
			       "\t工程类\t\t\t\t\t\t0.00\t0.00\t0.00\n\t服务类\t\t\t\t\t\t60.00\t60.00\t60.00\n"
			       "350001\t机房维护\t空调购置\t空调\tA0206\t2\t台\t30.00\t30.00\t30.00\n"
			       "\t货物类\t\t\t\t\t\t60.00\t60.00\t60.00\n"
			       "350001\t机房维护\t电池购置\t电池\tA0207\t2\t台\t60.00\t60.00\t60.00\n",
	  "空调购置 | amount=300000 | text=30.00万元 | code=A0206 | content=空调 | parent=机房维护 | lines=21\n"
	  "电池购置 | amount=600000 | text=60.00万元 | code=A0207 | category=货物类 | content=电池 | parent=机房维护 | lines=23\n" },
	{ "the project above an item is what it is for, the purpose beside it says more",
	  PROJECTS PROCUREMENT "\t项目支出\t\t\t\t\t\t30.00\t30.00\t30.00\n\t机房维护\t\t\t\t\t\t30.00\t30.00\t30.00\n"
			       "350001\t专项工作经费\t空调维修\t空调\tA0206\t2\t台\t8.00\t8.00\t8.00\n"
			       "350001\t物业管理费\t保洁\t保洁\tC1204\t1\t项\t22.00\t22.00\t22.00\n",
	  "空调维修 | amount=80000 | text=8.00万元 | code=A0206 | category=专项工作经费 | content=空调 | parent=机房维护 | lines=19\n"
	  "保洁 | amount=220000 | text=22.00万元 | code=C1204 | category=物业管理费 | parent=机房维护 | lines=20\n" },
	{ "the purpose beside an item may be a project itself",
	  PROJECTS PROCUREMENT "\t热线运行经费\t\t\t\t\t\t30.00\t30.00\t30.00\n"
			       "350001\t机房维护\t空调维修\t空调\tA0206\t2\t台\t8.00\t8.00\t8.00\n",
	  "空调维修 | amount=80000 | text=8.00万元 | code=A0206 | content=空调 | parent=机房维护 | lines=18\n" },
	{ "an empty table has no items",
	  PROCUREMENT "\t合 计\t无\t无\t无\t无\t无\t0.00\t0.00\t0.00\n\n注：无。\n", "" },
	{ "a simple table: project, entry of the catalogue, amount",
	  PROJECTS "部门政府采购预算表\n单位：元\n\n项目名称\t采购品目\t金额\n合计\t\t25000\n"
		   "机房维护\t台式计算机\t25000\n党建经费\t复印纸\t900\n",
	  "台式计算机 | amount=25000 | text=25000元 | parent=机房维护 | lines=15\n"
	  "复印纸 | amount=900 | text=900元 | category=党建经费 | lines=16\n" },
	{ "unit and project in columns of their own",
	  PROJECTS "政府采购预算表\n单位：万元\n\n单位名称\t项目名称\t采购项目\t采购金额\n"
		   "岚汀市石蕖区热线中心\t热线运行经费\t座席电脑\t4.50\n",
	  "座席电脑 | amount=45000 | text=4.50万元 | unit=岚汀市石蕖区热线中心 | parent=热线运行经费 | lines=14\n" },
	{ "purchased services by three levels of a catalogue",
	  PROJECTS "政府购买服务预算表\n单位：万元\n\n"
		   "单位编码\t单位名称(支出项目名称)\t政府购买服务项目\t\t\t购买方式\t总计\t财政拨款\t\n"
		   "\t\t一级目录\t二级目录\t三级目录\t\t\t合计\t一般公共预算\n"
		   "\t合计\t\t\t\t\t12.00\t12.00\t12.00\n"
		   "350001\t机房维护\t政府履职辅助性服务\t信息化服务\t机房运维服务\t公开招标\t12.00\t12.00\t12.00\n",
	  "机房运维服务 | amount=120000 | text=12.00万元 | parent=机房维护 | lines=16\n" },
	{ "a service with a name",
	  "政府购买服务支出预算表\n单位：万元\n\n购买服务项目名称\t购买方式\t金额\n合计\t\t3.00\n物业管理服务\t公开招标\t3.00\n",
	  "物业管理服务 | amount=30000 | text=3.00万元 | lines=8\n" },
	{ "a summary by kind has no items",
	  "政府采购情况表\n单位：万元\n\n项目\t金额\n合计\t90.00\n货物\t30.00\n服务\t60.00\n", "" },
	{ "without an amount there is no item",
	  PROCUREMENT "350001\t机房维护\t空调维修\t空调\tA0206\t2\t台\t\t\t\n", "" },
	{ "a code of less than four digits may be a name",
	  PROCUREMENT "350001\t机房维护\t114号码百事通\t服务\tC01\t1\t项\t2.50\t2.50\t2.50\n",
	  "114号码百事通 | amount=25000 | text=2.50万元 | code=C01 | category=机房维护 | content=服务 | lines=10\n" },
	{ "a project that is named like a body is a project",
	  "部门预算项目支出预算表\n单位：万元\n\n项目名称\t总计\t绩效目标\n区级融媒体中心\t30.00\t建成。\n\n" PROCUREMENT
	  "350001\t区级融媒体中心\t摄像机\t设备\tA02\t2\t台\t8.00\t8.00\t8.00\n",
	  "摄像机 | amount=80000 | text=8.00万元 | code=A02 | content=设备 | parent=区级融媒体中心 | lines=16\n" },
	{ "基本支出 ends the project above it",
	  PROJECTS PROCUREMENT "350001\t机房维护\t\t\t\t\t\t8.00\t8.00\t8.00\n350001\t基本支出\t\t\t\t\t\t2.00\t2.00\t2.00\n"
			       "350001\t\t复印纸\t纸\tA09\t9\t箱\t2.00\t2.00\t2.00\n",
	  "复印纸 | amount=20000 | text=2.00万元 | code=A09 | content=纸 | lines=19\n" },
	{ "the unit of an item is its project's where none stands above it",
	  "部门预算项目支出预算表\n单位：万元\n\n项目名称\t资金使用单位\t总计\n机房维护\t岚汀市石蕖区热线中心\t30.00\n\n" PROCUREMENT
	  "350001\t机房维护\t空调维修\t空调\tA0206\t2\t台\t8.00\t8.00\t8.00\n",
	  "空调维修 | amount=80000 | text=8.00万元 | code=A0206 | unit=岚汀市石蕖区热线中心 | content=空调 | parent=机房维护 | lines=16\n" },
	{ "a table of something else with such columns has no items",
	  "新增资产配置表\n单位：万元\n\n项目名称\t采购品目\t金额\n机房维护\t台式计算机\t2.50\n", "" },
	{ "a table that prints no unit takes the publication's and says so",
	  "政府采购预算表\n\n项目名称\t采购品目\t金额\n机房维护\t台式计算机\t2.50\n",
	  "台式计算机 | amount=25000 | text=2.50 | category=机房维护 | lines=6 | warning=unit-missing\n" },
};

static void items_are_read(void **state)
{
	check_records(*state, TITLE, YS_ITEM);
}

/* What a parent's id is good for: it is that of the project's record. */
static void the_parent_is_the_record_of_the_project(void **state)
{
	static const char text[] = TITLE "\n\n" PROJECTS PROCUREMENT
					 "350001\t机房维护\t空调维修\t空调\tA0206\t2\t台\t8.00\t8.00\t8.00\n"
					 "350001\t别处的项目\t打印纸\t纸\tA0901\t2\t箱\t1.00\t1.00\t1.00\n";
	g_autoptr(ys_publication) publication = ys_publication_new("x.txt", text, strlen(text), NULL);
	const char *project = NULL;
	const ys_record *items[2] = { NULL };
	guint n = 0;

	(void)state;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type == YS_PROJECT && !strcmp(record->title, "机房维护"))
			project = record->id;
		else if (record->type == YS_ITEM && n < 2)
			items[n++] = record;
	}
	assert_int_equal(n, 2);
	assert_string_equal(items[0]->parent, project);
	assert_null(items[1]->parent);
	assert_null(items[1]->parent_title);
	assert_string_not_equal(items[0]->id, items[1]->id);
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, rows, items_are_read);
	ADD_TEST(tests, the_parent_is_the_record_of_the_project);
	return run_all("item", tests);
}
