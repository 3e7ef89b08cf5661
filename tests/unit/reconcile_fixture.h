/* A budget and a final account of invented departments whose every number adds up, and a way
 * to change one thing in them and look at what the checks then say. */
#ifndef YS_RECONCILE_FIXTURE_H
#define YS_RECONCILE_FIXTURE_H

#include "tests/unit/publication_fixture.h"

#include "src/publication/publication.h"

#define BALANCE                                                                                                        \
	"收支总表\n\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"                                               \
	"一、财政拨款\t900.00\t一、一般公共服务支出\t610.50\n"                                                           \
	"（一）一般公共预算\t850.00\t二、教育支出\t0.00\n"                                                               \
	"（二）政府性基金预算\t50.00\t三、社会保障和就业支出\t289.50\n"                                                  \
	"二、其他资金\t20.00\t四、住房保障支出\t30.00\n"                                                                 \
	"本年收入合计\t920.00\t本年支出合计\t930.00\n"                                                                   \
	"上年结转\t10.00\t结转下年\t0.00\n"                                                                              \
	"收入总计\t930.00\t支出总计\t930.00\n\n"

#define EXPENDITURE                                                                                                    \
	"支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"                                             \
	"\t合计\t930.00\t430.00\t500.00\n"                                                                               \
	"201\t一般公共服务支出\t610.50\t150.50\t460.00\n"                                                                \
	"20103\t政府办公厅（室）及相关机构事务\t610.50\t150.50\t460.00\n"                                               \
	"2010301\t行政运行\t150.50\t150.50\t0.00\n"                                                                      \
	"2010302\t一般行政管理事务\t460.00\t0.00\t460.00\n"                                                              \
	"208\t社会保障和就业支出\t289.50\t249.50\t40.00\n"                                                               \
	"20805\t行政事业单位养老支出\t289.50\t249.50\t40.00\n"                                                           \
	"2080501\t行政单位离退休\t249.50\t249.50\t0.00\n"                                                                \
	"2080599\t其他行政事业单位养老支出\t40.00\t0.00\t40.00\n"                                                        \
	"221\t住房保障支出\t30.00\t30.00\t0.00\n"                                                                        \
	"22102\t住房改革支出\t30.00\t30.00\t0.00\n"                                                                      \
	"2210201\t住房公积金\t30.00\t30.00\t0.00\n\n"

#define BASIC_BY_CLASS                                                                                                 \
	"一般公共预算基本支出表\n\n单位：万元\n\n部门预算支出经济科目\t预算\n"                                                 \
	"合计\t430.00\n[301]工资福利支出\t250.00\n[30101]基本工资\t150.00\n[30102]津贴补贴\t100.00\n"                     \
	"[301]工资福利支出\t90.00\n[30101]基本工资\t90.00\n"                                                             \
	"[302]商品和服务支出\t90.00\n[30201]办公费\t60.00\n[30231]公务用车运行维护费\t30.00\n\n"

#define BASIC_BY_UNIT                                                                                                  \
	"部门预算基本支出预算表\n\n单位：万元\n\n支出项目类别(资金使用单位)\t总计\t一般公共预算\t其他资金\n"                   \
	"合计\t430.00\t430.00\t0.00\n工资福利支出合计\t340.00\t340.00\t0.00\n商品和服务支出合计\t90.00\t90.00\t0.00\n"     \
	"云栖县交通局\t300.00\t300.00\t0.00\n工资福利支出\t250.00\t250.00\t0.00\n商品和服务支出\t50.00\t50.00\t0.00\n"     \
	"云栖县公路养护中心\t130.00\t130.00\t0.00\n工资福利支出\t90.00\t90.00\t0.00\n商品和服务支出\t40.00\t40.00\t0.00\n\n"

#define PROJECTS                                                                                                       \
	"部门预算项目支出预算表\n\n单位：万元\n\n支出项目类别(资金使用单位)\t总计\t财政拨款\t\t其他资金\t绩效目标\n"          \
	"\t\t一般公共预算\t政府性基金预算\t\t\n"                                                                         \
	"合计\t500.00\t430.00\t50.00\t20.00\t\n"                                                                         \
	"云栖县交通局\t380.00\t310.00\t50.00\t20.00\t\n"                                                                 \
	"道路养护类\t330.00\t280.00\t50.00\t0.00\t\n"                                                                    \
	"农村公路养护经费\t210.00\t160.00\t50.00\t0.00\t养护农村公路。\n"                                               \
	"桥梁检测经费\t120.00\t120.00\t0.00\t0.00\t检测桥梁。\n"                                                         \
	"其他经常性项目\t50.00\t30.00\t0.00\t20.00\t\n"                                                                  \
	"路政执法经费\t50.00\t30.00\t0.00\t20.00\t查处超限。\n"                                                          \
	"云栖县公路养护中心\t120.00\t120.00\t0.00\t0.00\t\n"                                                             \
	"养护机械购置\t120.00\t120.00\t0.00\t0.00\t购置机械。\n\n"

#define PUBLIC_IN_ROWS                                                                                                 \
	"“三公”经费支出表\n\n单位：万元\n\n项目\t合计\t一般公共预算\t政府性基金预算\n"                                          \
	"“三公”经费\t9.00\t9.00\t0.00\n其中：（一）因公出国（境）费\t1.00\t1.00\t0.00\n"                                       \
	"（二）公务用车购置及运行维护费\t7.50\t7.50\t0.00\n1.公务用车购置费\t2.50\t2.50\t0.00\n"                               \
	"2.公务用车运行维护费\t5.00\t5.00\t0.00\n（三）公务接待费\t0.50\t0.50\t0.00\n\n"

#define BUDGET_PROSE                                                                                                   \
	"第三部分 情况说明\n\n"                                                                                          \
	"2023年收支总预算930.00万元，比上年增加30.00万元，增长3.33%。其中：基本支出430.00万元，项目支出500.00万元。\n\n"        \
	"“三公”经费预算9.00万元，比上年减少1.00万元，下降10.00%。其中：因公出国（境）费1.00万元，"                              \
	"公务用车购置及运行维护费7.50万元（公务用车购置费2.50万元，公务用车运行维护费5.00万元），公务接待费0.50万元。\n\n"       \
	"政府采购预算60.00万元，其中：货物类采购20.00万元，工程类采购10.00万元，服务类采购30.00万元。\n"

#define BUDGET_HEAD                                                                                                    \
	"云栖县交通局2023年部门预算\n\n第一部分 概况\n\n下属单位具体包括：云栖县公路养护中心。\n\n第二部分 2023年部门预算表\n\n"

#define BUDGET                                                                                                         \
	BUDGET_HEAD BALANCE EXPENDITURE BASIC_BY_CLASS BASIC_BY_UNIT PROJECTS PUBLIC_IN_ROWS BUDGET_PROSE

#define ACCOUNT_BALANCE                                                                                                \
	"收入支出决算总表\n\n部门: 岚溪市档案馆 单位: 万元\n\n收入\t\t\t支出\t\t\n项目\t行次\t决算数\t项目\t行次\t决算数\n"     \
	"栏次\t\t1\t栏次\t\t2\n"                                                                                         \
	"一、一般公共预算财政拨款收入\t1\t300.00\t一、一般公共服务支出\t9\t250.00\n"                                     \
	"二、政府性基金预算财政拨款收入\t2\t0.00\t二、住房保障支出\t10\t48.00\n"                                         \
	"三、其他收入\t3\t2.00\t\t11\t\n"                                                                                \
	"本年收入合计\t4\t302.00\t本年支出合计\t12\t298.00\n"                                                            \
	"使用非财政拨款结余\t5\t0.00\t结余分配\t13\t1.00\n"                                                              \
	"年初结转和结余\t6\t7.00\t年末结转和结余\t14\t10.00\n"                                                           \
	"总计\t7\t309.00\t总计\t15\t309.00\n\n"

#define ACCOUNT_BASIC                                                                                                  \
	"一般公共预算财政拨款基本支出决算表\n\n单位: 万元\n\n人员经费\t\t\t公用经费\t\t\n"                                      \
	"科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额\n"                                                           \
	"301\t工资福利支出\t120.00\t302\t商品和服务支出\t50.00\n"                                                        \
	"30101\t基本工资\t70.00\t30201\t办公费\t20.00\n"                                                                 \
	"30102\t津贴补贴\t50.00\t30231\t公务用车运行维护费\t30.00\n"                                                     \
	"303\t对个人和家庭的补助\t20.00\t310\t资本性支出\t8.00\n"                                                        \
	"30302\t退休费\t20.00\t31002\t办公设备购置\t8.00\n"                                                              \
	"\t人员经费合计\t140.00\t\t公用经费合计\t58.00\n\n"

#define ACCOUNT_EXPENDITURE                                                                                            \
	"支出决算表\n\n单位: 万元\n\n功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n\t栏次\t1\t2\t3\n"           \
	"\t合计\t298.00\t198.00\t100.00\n201\t一般公共服务支出\t250.00\t150.00\t100.00\n"                                 \
	"20126\t档案事务\t250.00\t150.00\t100.00\n2012601\t行政运行\t150.00\t150.00\t0.00\n"                              \
	"2012604\t档案馆\t100.00\t0.00\t100.00\n221\t住房保障支出\t48.00\t48.00\t0.00\n"                                  \
	"22102\t住房改革支出\t48.00\t48.00\t0.00\n2210201\t住房公积金\t48.00\t48.00\t0.00\n\n"

#define PUBLIC_IN_COLUMNS                                                                                              \
	"财政拨款“三公”经费支出决算表\n\n单位: 万元\n\n预算数\t\t\t\t\t\t决算数\t\t\t\t\t\n"                                    \
	"合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\n" \
	"\t\t小计\t公务用车购置费\t公务用车运行维护费\t\t\t\t小计\t公务用车购置费\t公务用车运行维护费\t\n"                     \
	"1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n"                                                                        \
	"8.50\t1.00\t6.50\t0.00\t6.50\t1.00\t6.20\t0.00\t5.40\t0.00\t5.40\t0.80\n\n"

#define EMPTY_FUND                                                                                                     \
	"政府性基金预算财政拨款收入支出决算表\n\n单位: 万元\n\n科目编码\t科目名称\t本年收入\t本年支出\n\t合计\t0.00\t0.00\n\n"   \
	"注：本表本年度无发生额。\n\n"

#define ACCOUNT_PROSE                                                                                                  \
	"第三部分 决算情况说明\n\n"                                                                                      \
	"2022年度收、支总计均为309.00万元。与2021年相比，收、支总计各增加9.00万元，增长3.00%。\n\n"                            \
	"2022年度“三公”经费财政拨款支出预算为8.50万元，支出决算为6.20万元。其中：因公出国（境）费支出决算为0万元；"             \
	"公务用车购置及运行维护费支出决算为5.40万元；公务接待费支出决算为0.80万元。\n"

#define ACCOUNT_HEAD "岚溪市档案馆2022年度部门决算\n\n第二部分 2022年度部门决算表\n\n"

#define ACCOUNT                                                                                                        \
	ACCOUNT_HEAD ACCOUNT_BALANCE ACCOUNT_EXPENDITURE ACCOUNT_BASIC PUBLIC_IN_COLUMNS EMPTY_FUND ACCOUNT_PROSE

/* The text with one thing changed, which must be there once. */
static inline char *with_change(const char *text, const char *from, const char *to)
{
	g_auto(GStrv) parts = g_strsplit(text, from, -1);

	if (g_strv_length(parts) != 2)
		fail_msg("%u times in the fixture: %s", g_strv_length(parts) - 1, from);
	return g_strjoinv(to, parts);
}

static inline ys_publication *publication_of(const char *text)
{
	g_autoptr(GError) error = NULL;
	ys_publication *publication = ys_publication_new("fixture.txt", text, strlen(text), &error);

	if (!publication)
		fail_msg("%s", error->message);
	return publication;
}

/* One line for each check with one of the statuses (bits): status, what, what of, off by how
 * much (in yuan). */
static inline char *describe_checks(const GPtrArray *checks, guint statuses)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < checks->len; i++) {
		const ys_check *check = g_ptr_array_index(checks, i);

		if (!(statuses & 1u << check->status))
			continue;
		g_string_append_printf(out, "%s %s %s", ys_reconciliation_status_name(check->status), check->what,
				       check->subject);
		if (check->residual != YS_AMOUNT_NONE) {
			g_string_append_c(out, ' ');
			ys_amount_append_yuan(out, check->residual);
		}
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

#define NOT_OK (1u << YS_MISMATCH | 1u << YS_ROUNDING | 1u << YS_UNCHECKED)

/* A row of a table of such changes. */
typedef struct {
	const char *name;
	const char *text;       /* BUDGET, ACCOUNT or a part of them */
	const char *from, *to;  /* NULL: nothing is changed */
	const char *expected;   /* of describe_checks(NOT_OK) */
} change_row;

static inline void a_change_is_seen(void **state)
{
	const change_row *row = *state;
	g_autofree char *text = row->from ? with_change(row->text, row->from, row->to) : g_strdup(row->text);
	g_autoptr(ys_publication) publication = publication_of(text);
	g_autofree char *got = describe_checks(publication->checks, NOT_OK);

	assert_string_equal(got, row->expected);
}

#endif
