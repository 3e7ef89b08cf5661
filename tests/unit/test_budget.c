#include "tests/unit/records_fixture.h"

#define BUDGET "岚汀市石蕖区数据局2024年部门预算"
#define ACCOUNT "岚汀市石蕖区数据局2024年部门决算"

static void append_line(GString *out, const ys_record *line)
{
	g_string_append_printf(out, "%s %s%s%s", line->classification, line->code ? line->code : "",
			       line->code ? " " : "", line->title);
	for (guint i = 0; i < line->path->len; i++)
		g_string_append_printf(out, "%s%s", i ? "/" : " < ", (char *)g_ptr_array_index(line->path, i));
	append_amount(out, "amount", line->amount);
	for (guint i = 0; i < line->amounts->len; i++) {
		const ys_measured *measured = g_ptr_array_index(line->amounts, i);

		append_amount(out, measured->measure, measured->amount);
		append_lines(out, "in", measured->place);
	}
	for (guint i = 0; i < line->warnings->len; i++)
		append_known(out, "warning", ((ys_warning *)g_ptr_array_index(line->warnings, i))->code);
	g_string_append_c(out, '\n');
}

/* The lines of a publication but for those of one classification: figures, which every table has a few of. */
static void check(const records_row *row, const char *title, const char *without)
{
	g_autofree char *text = g_strconcat(title, "\n\n", row->text, NULL);
	g_autoptr(ys_publication) publication = ys_publication_new("x.txt", text, strlen(text), NULL);
	g_autoptr(GString) out = g_string_new(NULL);

	assert_non_null(publication);
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *line = g_ptr_array_index(publication->records, i);

		if (line->type == YS_LINE && g_strcmp0(line->classification, without))
			append_line(out, line);
	}
	assert_string_equal(out->str, row->expected);
}

#define EXP(rows) "支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n" rows "\n"
#define GPB(rows) "一般公共预算支出表\n单位：万元\n\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n" rows "\n"

static const records_row coded[] = {
	{ "the same line of several tables is one, each measure with its place",
	  EXP("\t合计\t12.00\t8.00\t4.00\n205\t教育支出\t12.00\t8.00\t4.00\n20502\t普通教育\t12.00\t8.00\t4.00\n")
	  GPB("\t合计\t11.00\t8.00\t3.00\n205\t教育支出\t11.00\t8.00\t3.00\n20502\t普通教育\t11.00\t8.00\t3.00\n"),
	  "function 205 教育支出 | amount=120000 | total=120000 | in=8 | basic=80000 | in=8 | project=40000 | in=8 | "
	  "general_public=110000 | in=16 | general_public_basic=80000 | in=16 | general_public_project=30000 | in=16\n"
	  "function 20502 普通教育 < 教育支出 | amount=120000 | total=120000 | in=9 | basic=80000 | in=9 | "
	  "project=40000 | in=9 | general_public=110000 | in=17 | general_public_basic=80000 | in=17 | "
	  "general_public_project=30000 | in=17\n" },
	{ "names of levels that are not printed are those of the classification",
	  EXP("\t合计\t2.00\t2.00\t0.00\n2130106\t科技转化与推广服务\t1.00\t1.00\t0.00\n2130108\t病虫害控制\t1.00\t1.00\t0.00\n"),
	  "function 2130106 科技转化与推广服务 < 农林水支出/农业农村 | amount=10000 | total=10000 | in=8 | basic=10000 | in=8 | "
	  "project=0 | in=8\n"
	  "function 2130108 病虫害控制 < 农林水支出/农业农村 | amount=10000 | total=10000 | in=9 | basic=10000 | in=9 | "
	  "project=0 | in=9\n" },
	{ "codes of several units in one table add up",
	  EXP("\t合计\t6.00\t6.00\t0.00\n205\t教育支出\t2.00\t2.00\t0.00\n20502\t普通教育\t2.00\t2.00\t0.00\n"
	      "205\t教育支出\t4.00\t4.00\t0.00\n20502\t普通教育\t4.00\t4.00\t0.00\n"),
	  "function 205 教育支出 | amount=60000 | total=60000 | in=8,10 | basic=60000 | in=8,10 | project=0 | in=8,10\n"
	  "function 20502 普通教育 < 教育支出 | amount=60000 | total=60000 | in=9,11 | basic=60000 | in=9,11 | "
	  "project=0 | in=9,11\n" },
	{ "but not the sum of the units with the units",
	  EXP("205\t教育支出\t6.00\t6.00\t0.00\n20502\t普通教育\t6.00\t6.00\t0.00\n205\t教育支出\t2.00\t2.00\t0.00\n"
	      "20502\t普通教育\t2.00\t2.00\t0.00\n205\t教育支出\t4.00\t4.00\t0.00\n20502\t普通教育\t4.00\t4.00\t0.00\n"),
	  "function 205 教育支出 | amount=60000 | total=60000 | in=7,9,11 | basic=60000 | in=7,9,11 | project=0 | in=7,9,11\n"
	  "function 20502 普通教育 < 教育支出 | amount=60000 | total=60000 | in=8,10,12 | basic=60000 | in=8,10,12 | "
	  "project=0 | in=8,10,12\n" },
	{ "two tables that do not agree: the first counts, with a warning",
	  EXP("\t合计\t2.00\t2.00\t0.00\n205\t教育支出\t2.00\t2.00\t0.00\n20502\t普通教育\t2.00\t2.00\t0.00\n")
	  "支出功能分类预算表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\n\t合计\t2.50\t2.50\n"
	  "205\t教育支出\t2.50\t2.50\n20502\t普通教育\t2.01\t2.01\n\n",
	  "function 205 教育支出 | amount=20000 | total=20000 | in=8 | basic=20000 | in=8 | project=0 | in=8 | "
	  "warning=line-differs | warning=line-differs\n"
	  "function 20502 普通教育 < 教育支出 | amount=20000 | total=20000 | in=9 | basic=20000 | in=9 | project=0 | in=9\n" },
	{ "a printed zero is a figure, also one that is drawn, and an empty cell is none",
	  EXP("\t合计\t2.00\t2.00\t0.00\n205\t教育支出\t2.00\t2.00\t0.00\n20502\t普通教育\t2.00\t2.00\t0.00\n"
	      "206\t科学技术支出\t0.00\t0.00\t0.00\n207\t文化旅游体育与传媒支出\t\t\t\n208\t社会保障和就业支出\t-\t-\t-\n"
	      "210\t卫生健康支出\t\t0.00\t\n"),
	  "function 205 教育支出 | amount=20000 | total=20000 | in=8 | basic=20000 | in=8 | project=0 | in=8\n"
	  "function 20502 普通教育 < 教育支出 | amount=20000 | total=20000 | in=9 | basic=20000 | in=9 | project=0 | in=9\n"
	  "function 206 科学技术支出 | amount=0 | total=0 | in=10 | basic=0 | in=10 | project=0 | in=10\n"
	  "function 208 社会保障和就业支出 | amount=0 | total=0 | in=12 | basic=0 | in=12 | project=0 | in=12\n"
	  "function 210 卫生健康支出 | amount=0 | basic=0 | in=13\n" },
	{ "the purpose of the department is the line, not that of the government beside it",
	  "一般公共预算基本支出表\n单位：万元\n\n政府预算经济分类\t部门预算经济分类\t2024年预算\n\t合计\t9.00\n"
	  "[501]机关工资福利支出\t[301]工资福利支出\t9.00\n[50101]工资奖金津补贴\t[30101]基本工资\t4.00\n"
	  "[50101]工资奖金津补贴\t[30102]津贴补贴\t5.00\n\n",
	  "economic 301 工资福利支出 | amount=90000 | basic=90000 | in=8\n"
	  "economic 30101 基本工资 < 工资福利支出 | amount=40000 | basic=40000 | in=9\n"
	  "economic 30102 津贴补贴 < 工资福利支出 | amount=50000 | basic=50000 | in=10\n" },
	{ "a table of projects has codes and no lines",
	  "项目支出表\n单位：万元\n\n科目编码\t科目名称\t项目名称\t合计\n2050202\t小学教育\t课桌更新\t3.00\n"
	  "2050203\t初中教育\t操场改造\t4.00\n2050204\t高中教育\t食堂维修\t5.00\n\n",
	  "" },
};

static const records_row of_accounts[] = {
	{ "two lists of purposes stand side by side",
	  "一般公共预算财政拨款基本支出决算表\n单位：万元\n\n人员经费\t\t\t公用经费\t\t\n"
	  "经济分类科目编码\t科目名称\t金额\t经济分类科目编码\t科目名称\t金额\n"
	  "301\t工资福利支出\t9.00\t302\t商品和服务支出\t3.00\n30101\t基本工资\t9.00\t30201\t办公费\t2.00\n"
	  "\t\t\t30215\t会议费\t1.00\n\t人员经费合计\t9.00\t\t公用经费合计\t3.00\n\n",
	  "economic 301 工资福利支出 | amount=90000 | basic=90000 | in=8\n"
	  "economic 30101 基本工资 < 工资福利支出 | amount=90000 | basic=90000 | in=9\n"
	  "economic 302 商品和服务支出 | amount=30000 | basic=30000 | in=8\n"
	  "economic 30201 办公费 < 商品和服务支出 | amount=20000 | basic=20000 | in=9\n"
	  "economic 30215 会议费 < 商品和服务支出 | amount=10000 | basic=10000 | in=10\n" },
	{ "of an account's fund what was spent, not what was carried over",
	  "政府性基金预算财政拨款收入支出决算表\n单位：万元\n\n"
	  "科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余\n\t\t\t\t小计\t基本支出\t项目支出\t\n"
	  "\t合计\t1.00\t5.00\t4.00\t0.00\t4.00\t2.00\n229\t其他支出\t1.00\t5.00\t4.00\t0.00\t4.00\t2.00\n"
	  "22960\t彩票公益金安排的支出\t1.00\t5.00\t4.00\t0.00\t4.00\t2.00\n\n",
	  "function 229 其他支出 | amount=40000 | government_fund=40000 | in=9\n"
	  "function 22960 彩票公益金安排的支出 < 其他支出 | amount=40000 | government_fund=40000 | in=10\n" },
	{ "a balance is read side by side, and names lose their numbers",
	  "收入支出决算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n"
	  "一、财政拨款收入\t9.00\t一、教育支出\t7.00\n二、其他收入\t0.00\t二、卫生健康支出\t1.00\n"
	  "本年收入合计\t9.00\t本年支出合计\t8.00\n年初结转和结余\t1.00\t年末结转和结余\t2.00\n总计\t10.00\t总计\t10.00\n\n",
	  "balance 财政拨款收入 < 收入 | amount=90000 | total=90000 | in=8\n"
	  "balance 其他收入 < 收入 | amount=0 | total=0 | in=9\n"
	  "balance 本年收入合计 < 收入 | amount=90000 | total=90000 | in=10\n"
	  "balance 年初结转和结余 < 收入 | amount=10000 | total=10000 | in=11\n"
	  "balance 总计 < 收入 | amount=100000 | total=100000 | in=12\n"
	  "balance 教育支出 < 支出 | amount=70000 | total=70000 | in=8\n"
	  "balance 卫生健康支出 < 支出 | amount=10000 | total=10000 | in=9\n"
	  "balance 本年支出合计 < 支出 | amount=80000 | total=80000 | in=10\n"
	  "balance 年末结转和结余 < 支出 | amount=20000 | total=20000 | in=11\n"
	  "balance 总计 < 支出 | amount=100000 | total=100000 | in=12\n" },
	{ "the three public expenses as planned and as spent, also where nothing was",
	  "“三公”经费支出决算表\n单位：万元\n\n预算数\t\t\t\t\t\t决算数\t\t\t\t\t\n"
	  "合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\n"
	  "\t\t小计\t公务用车购置费\t公务用车运行费\t\t\t\t小计\t公务用车购置费\t公务用车运行费\t\n"
	  "5.00\t0.00\t4.00\t0.00\t4.00\t1.00\t3.00\t0.00\t3.00\t0.00\t3.00\t0.00\n\n",
	  "three_public “三公”经费 | amount=30000 | budget=50000 | in=9 | executed=30000 | in=9\n"
	  "three_public 因公出国（境）费 < “三公”经费 | amount=0 | budget=0 | in=9 | executed=0 | in=9\n"
	  "three_public 公务用车购置及运行维护费 < “三公”经费 | amount=30000 | budget=40000 | in=9 | executed=30000 | in=9\n"
	  "three_public 公务用车购置费 < “三公”经费/公务用车购置及运行维护费 | amount=0 | budget=0 | in=9 | executed=0 | in=9\n"
	  "three_public 公务用车运行维护费 < “三公”经费/公务用车购置及运行维护费 | amount=30000 | budget=40000 | in=9 | executed=30000 | in=9\n"
	  "three_public 公务接待费 < “三公”经费 | amount=0 | budget=10000 | in=9 | executed=0 | in=9\n" },
};

/* One line of prose, which is line 5. */
static const records_row said[] = {
	{ "what only prose names is a line, by the name that people know",
	  "一、机关运行经费\n\n2024年本部门机关运行经费安排46.62万元，比上年减少1.20万元，下降2.51%。\n",
	  "figure 机关运行经费 | amount=466200 | total=466200 | in=5\n" },
	{ "the three public expenses where no table has them",
	  "一、“三公”经费\n\n2024年“三公”经费预算安排1.80万元，其中：公务接待费0.30万元。\n",
	  "three_public “三公”经费 | amount=18000 | budget=18000 | in=5\n"
	  "three_public 公务接待费 < “三公”经费 | amount=3000 | budget=3000 | in=5\n" },
	{ "the meetings of one project are none of the publication",
	  "一、项目\n\n热线运行项目会议费0.50万元。\n", "" },
};

static void coded_rows_are_lines(void **state)
{
	check(*state, BUDGET, "figure");
}

static void accounts_have_lines(void **state)
{
	check(*state, ACCOUNT, "figure");
}

static void prose_has_lines(void **state)
{
	check(*state, BUDGET, NULL);
}

/* What a line is after it was stored and completed by its publication. */
static void a_line_survives_storing(void **state)
{
	static const char text[] = BUDGET "\n\n" EXP("\t合计\t12.00\t8.00\t4.00\n205\t教育支出\t12.00\t8.00\t4.00\n"
						     "20502\t自有名称\t12.00\t8.00\t4.00\n2050202\t小学\t12.00\t8.00\t4.00\n");
	g_autoptr(ys_publication) publication = ys_publication_new("x.txt", text, strlen(text), NULL);
	const ys_record *head = ys_publication_record(publication);

	(void)state;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *line = g_ptr_array_index(publication->records, i);
		g_autofree char *stored = NULL;
		g_autoptr(ys_record) back = NULL;
		g_autoptr(GString) before = g_string_new(NULL), after = g_string_new(NULL);

		if (line->type != YS_LINE)
			continue;
		stored = ys_record_to_stored(line);
		back = ys_record_from_stored(stored, strlen(stored), NULL);
		assert_non_null(back);
		ys_record_complete(back, head);
		append_line(before, line);
		append_line(after, back);
		assert_string_equal(after->str, before->str);
		assert_string_equal(back->id, line->id);
		assert_string_equal(back->department, line->department);
		assert_string_equal(back->publication, head->id);
		assert_string_equal(back->source->path, "x.txt");
		assert_int_equal(back->year, 2024);
		assert_int_equal(back->source->table_no, line->source->table_no);
		if (line->code) {
			assert_string_equal(back->source->table, "支出总表");
			assert_int_equal(back->source->rows.first, line->source->rows.first);
		}
	}
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, coded, coded_rows_are_lines);
	ADD_ROWS(tests, of_accounts, accounts_have_lines);
	ADD_ROWS(tests, said, prose_has_lines);
	ADD_TEST(tests, a_line_survives_storing);
	return run_all("budget", tests);
}
