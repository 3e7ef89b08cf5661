#include "src/publication/title/find.h"

#include <stdio.h>

#include "tests/unit/words_fixture.h"

/* 青禾县 and its bodies do not exist.  Where a row needs a division, a real one stands
 * with a body that does not. */
typedef struct {
	const char *says, *text;
	const char *department;
	int year;
	const char *kind, *level, *scope, *alias;
} title_row;

#define BUREAU "青禾县星火局"
#define OTHER "2022年青禾县烛光局部门决算"

static const title_row rows[] = {
	/* order of the parts */
	{ "body, year, level, kind", "青禾县星火局2021年度部门决算", BUREAU, 2021, "决算", "部门", NULL, NULL },
	{ "year, body, level, kind", "2022年度青禾县星火局部门决算", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "a unit's budget", "2023年度青禾县星火站单位预算", "青禾县星火站", 2023, "预算", "单位", NULL, NULL },
	{ "no level word", "青禾县星火公园2022年预算", "青禾县星火公园", 2022, "预算", NULL, NULL, NULL },
	{ "no level word, year first", "2023年青禾县星火办公室预算", "青禾县星火办公室", 2023, "预算", NULL, NULL, NULL },
	{ "a number behind the kind is no body", "2022年度部门决算7", NULL, 2022, "决算", "部门", NULL, NULL },
	{ "body behind the kind", "2022年度部门决算公开：青禾县星火局", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "body behind the kind in brackets", "2022年部门决算（青禾县星火局）公开", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "parts split by dashes", "2023-部门预算-青禾县星火局", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "a dash behind the body", "青禾县星火局-2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "关于 and 公开 around the year", "青禾县星火局关于公开2022年度部门决算的公告", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "关于 in front", "关于青禾县星火局2023年部门预算公开的说明", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "marks around the whole", "《青禾县星火局2023年部门预算》", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "the column of a site in front", "【部门预算】青禾县星火局2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "marks of a column around the whole", "【青禾县星火局2023年部门预算】", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "a body said twice", "青禾县星火局青禾县星火局2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "its place said again behind it", "青禾县星火局青禾县2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "what ends as it begins is a name", "青禾站星火青禾站2023年部门预算", "青禾站星火青禾站", 2023, "预算", "部门", NULL, NULL },
	{ "a division in front of the year", "舟曲县2022年度星火街道办事处部门决算",
	  "舟曲县星火街道办事处", 2022, "决算", "部门", NULL, NULL },
	{ "a web site's name in front", "青禾县人民政府网2023年青禾县星火局部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },

	/* tails */
	{ "公开说明", "青禾县星火局2022年部门预算公开说明", BUREAU, 2022, "预算", "部门", NULL, NULL },
	{ "a list as tail", "青禾县星火局2022年部门预算公开目录及有关编制说明", BUREAU, 2022, "预算", "部门", NULL, NULL },
	{ "三公经费 in the tail", "青禾县星火局2021年部门决算和“三公”经费决算公开", BUREAU, 2021, "决算", "部门", NULL, NULL },
	{ "the path of a web page", "青禾县星火局2022年部门决算_公示公告_青禾县人民政府", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "two kinds: the first", "青禾县星火局2022年部门决算暨2023年部门预算", BUREAU, 2022, "决算", "部门", NULL, NULL },

	/* level */
	{ "局部门: the body ends before 部门", "2022年青禾县星火局部门预算", BUREAU, 2022, "预算", "部门", NULL, NULL },
	{ "部门 at the body as well", "青禾县星火局部门2021年度部门决算", BUREAU, 2021, "决算", "部门", NULL, NULL },
	{ "部门(单位) leans to 部门", "青禾县星火局2022年度部门(单位)决算", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "the same in wide brackets", "青禾县星火局2022年度部门（单位）决算", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "部门及单位 leaves it open", "青禾县星火局2022年部门及单位预算信息公开", BUREAU, 2022, "预算", NULL, NULL, NULL },
	{ "a mark behind the body", "青禾县星火馆(部门)2022年度决算", "青禾县星火馆", 2022, "决算", "部门", NULL, NULL },
	{ "部门综合预算", "青禾县星火局2023年部门综合预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "部门收支预算, year first", "2023年青禾县星火局部门收支预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "事业单位 is part of a name", "青禾县星火事业单位2022年部门预算", "青禾县星火事业单位", 2022, "预算", "部门", NULL, NULL },

	/* scope */
	{ "(汇总) behind the body", "青禾县星火局(汇总)2023年度部门决算", BUREAU, 2023, "决算", "部门", "汇总", NULL },
	{ "（汇总） behind the kind", "青禾县星火局2023年度部门决算公开（汇总）", BUREAU, 2023, "决算", "部门", "汇总", NULL },
	{ "(本级) behind the year", "青禾县星火局2023年度(本级)决算公开报告", BUREAU, 2023, "决算", NULL, "本级", NULL },
	{ "本级 without brackets", "2021年度青禾县星火部本级部门决算", "青禾县星火部", 2021, "决算", "部门", "本级", NULL },
	{ "局本级 names the bureau twice", "青禾县星火局局本级2022年度部门决算", BUREAU, 2022, "决算", "部门", "本级", NULL },
	{ "委本级 names the commission twice", "青禾县星火委员会委本级2022年部门决算",
	  "青禾县星火委员会", 2022, "决算", "部门", "本级", NULL },
	{ "机关 behind a body", "青禾县星火局机关2023年部门预算", BUREAU, 2023, "预算", "部门", "本级", NULL },
	{ "机关 behind a short name of a body", "青禾县残联机关2023年部门预算", "青禾县残联", 2023, "预算", "部门", "本级", NULL },
	{ "馆本级 names the museum twice", "青禾县星火馆馆本级2023年单位预算", "青禾县星火馆", 2023, "预算", "单位", "本级", NULL },
	{ "机关 inside a name", "青禾县机关事务服务中心2023年部门预算", "青禾县机关事务服务中心", 2023, "预算", "部门", NULL, NULL },
	{ "含下属单位", "青禾县星火局(含下属单位)2022年度部门决算", BUREAU, 2022, "决算", "部门", "汇总", NULL },
	{ "不含下属单位", "青禾县星火局(不含下属单位)2022年度部门决算", BUREAU, 2022, "决算", "部门", "本级", NULL },
	{ "局系统", "青禾县星火局系统2022年度部门决算", BUREAU, 2022, "决算", "部门", "汇总", NULL },
	{ "系统 inside a name", "青禾县星火系统2022年度部门决算", "青禾县星火系统", 2022, "决算", "部门", NULL, NULL },

	/* brackets */
	{ "a second name", "青禾县星火局 (青禾县烛光局) 2021年度部门决算", BUREAU, 2021, "决算", "部门", NULL, "青禾县烛光局" },
	{ "a second name on a plate", "青禾县星火局（挂青禾县烛光局牌子）2021年部门决算",
	  BUREAU, 2021, "决算", "部门", NULL, "青禾县烛光局" },
	{ "a second name and a scope", "青禾县星火局(青禾县烛光局)(本级)2021年部门决算",
	  BUREAU, 2021, "决算", "部门", "本级", "青禾县烛光局" },
	{ "a second name of another kind", "青禾县星火局(青禾县星火公园)2021年部门决算", BUREAU, 2021, "决算", "部门", NULL, "青禾县星火公园" },
	{ "a long second name that holds a mark", "青禾县星火局（青禾县本级公共资源电子交易中心）2021年部门决算",
	  BUREAU, 2021, "决算", "部门", NULL, "青禾县本级公共资源电子交易中心" },
	{ "a bracket inside the name", "青禾(星火)试验区管委会烛光局2023年部门预算",
	  "青禾(星火)试验区管委会烛光局", 2023, "预算", "部门", NULL, NULL },
	{ "a bracket that belongs to the name", "青禾县星火中学（高中部）2022年单位预算",
	  "青禾县星火中学（高中部）", 2022, "预算", "单位", NULL, NULL },

	/* codes and years */
	{ "a unit code", "360035青禾县星火园2023年单位预算", "青禾县星火园", 2023, "预算", "单位", NULL, NULL },
	{ "a code of three digits", "920青禾县星火所2023年单位预算", "青禾县星火所", 2023, "预算", "单位", NULL, NULL },
	{ "a code in brackets", "（101001）青禾县星火局2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "a code and a dash", "101001-青禾县星火局2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "a code glued to the year", "3600352023年青禾县星火局部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "a code that looks like a year", "2001青禾县星火局2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "a service number is no code", "120急救某某中心2023年单位预算", "120急救某某中心", 2023, "预算", "单位", NULL, NULL },
	{ "digits inside a name are no year", "青禾县12345热线中心2021年单位预算",
	  "青禾县12345热线中心", 2021, "预算", "单位", NULL, NULL },
	{ "年 lost behind the year", "青禾县星火局 2022 预算公开表", BUREAU, 2022, "预算", NULL, NULL, NULL },
	{ "年 lost, year first", "2022青禾县星火局部门决算", BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "年 lost before the level", "青禾县星火园 2022 单位预算及三公经费预算情况说明", "青禾县星火园", 2022, "预算", "单位", NULL, NULL },
	{ "a year in Chinese digits", "二〇二三年青禾县星火局部门决算", BUREAU, 2023, "决算", "部门", NULL, NULL },
	{ "full-width digits", "２０２３年度青禾县星火局部门决算", BUREAU, 2023, "决算", "部门", NULL, NULL },
	{ "a range: the year at the kind", "青禾县星火局2022-2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "the year behind the kind", "青禾县星火局部门预算(2023年)", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "the year behind the tail", "青禾县星火局部门预算公开(2023年度)", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "年 lost behind the kind", "青禾县星火局部门预算（2023）", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "no year", "青禾县星火局部门预算公开", BUREAU, 0, "预算", "部门", NULL, NULL },
	{ "a year that cannot be", "青禾县1023年星火局部门预算", "青禾县1023年星火局", 0, "预算", "部门", NULL, NULL },

	/* what the converter did */
	{ "broken inside 部门", "2021 年  \n青禾县星火局部  \n门预算\n\n# 目 录", BUREAU, 2021, "预算", "部门", NULL, NULL },
	{ "broken inside 预算", "\n\n2023 年\n青禾县星火局 部门预\n算\n\n目 录", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "blank lines between", "2021年\n\n青禾县星火局部门预算\n\n第一部分", BUREAU, 2021, "预算", "部门", NULL, NULL },
	{ "body, year and tail on lines of their own", "# 青禾县星火局\n## 2023年部门预算\n(公开稿)\n",
	  BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "the tail on its own line", "青禾县星火局2023年部门预算\n公开说明\n第一部分", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "the text below the title is not part of it", "青禾县星火局2022年部门决算\n2023年预算见另表",
	  BUREAU, 2022, "决算", "部门", NULL, NULL },
	{ "a sentence below the title is no body", "2022年度部门决算\n"
	  "本部门全年承担公路养护和桥梁检测以及渡口管理和水上安全巡查的各项工作并接受上级的监督检查和年度考核\n",
	  NULL, 2022, "决算", "部门", NULL, NULL },
	{ "a body that is named like a subject", "2023年青禾县星火局绩效管理中心\n部门预算",
	  "青禾县星火局绩效管理中心", 2023, "预算", "部门", NULL, NULL },
	{ "an annex number above", "附件2\n青禾县星火局2023年部门预算", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "预算 in the body's name", "青禾县预算评审中心\n2023年部门预算", "青禾县预算评审中心", 2023, "预算", "部门", NULL, NULL },
	{ "a budget office's own budget", "青禾县预算编审中心2023年预算", "青禾县预算编审中心", 2023, "预算", NULL, NULL, NULL },
	{ "emphasis", "**青禾县星火局2023年部门预算**", BUREAU, 2023, "预算", "部门", NULL, NULL },
	{ "blanks inside words", "青禾 县星火 局 2020年 部门 预算 公开 说明", BUREAU, 2020, "预算", "部门", NULL, NULL },
	{ "Kangxi radicals of a PDF font", "青⽲县星⽕局2020年部门预算", BUREAU, 2020, "预算", "部门", NULL, NULL },
	{ "characters that cannot be seen", "青禾县\u200b星\u00ad火局2020年部门预算", BUREAU, 2020, "预算", "部门", NULL, NULL },
	{ "damaged bytes", "青禾县\xff星火局2020年\xe5\x8d部门预算", BUREAU, 2020, "预算", "部门", NULL, NULL },

	/* not these documents */
	{ "a government's final account", "舟曲县2023年政府决算", NULL, 2023, "其他", NULL, NULL, NULL },
	{ "a division without a level", "舟曲县2023年预算公开", NULL, 2023, "其他", NULL, NULL, NULL },
	{ "a county government without a level", "舟曲县人民政府2022年决算", NULL, 2022, "其他", NULL, NULL, NULL },
	{ "a town government is a body", "舟曲县星火镇人民政府2022年决算", "舟曲县星火镇人民政府", 2022, "决算", NULL, NULL, NULL },
	{ "a town's finances", "舟曲县星火镇2022年财政决算", "舟曲县星火镇", 2022, "其他", NULL, NULL, NULL },
	{ "a finance bureau is a body", "2022年舟曲县财政局决算", "舟曲县财政局", 2022, "决算", NULL, NULL, NULL },
	{ "a report on carrying out the budget", "关于舟曲县2022年预算执行情况和\n2023年预算草案的报告",
	  NULL, 2022, "其他", NULL, NULL, NULL },
	{ "三公经费 alone", "2022年舟曲县三公经费汇总公示", NULL, 2022, "其他", NULL, NULL, NULL },
	{ "三公经费 of a body", "青禾县星火局2022年度“三公”经费决算公开", BUREAU, 2022, "其他", NULL, NULL, NULL },
	{ "an evaluation", "青禾县财政局2022年度整体支出绩效评价报告", "青禾县财政局", 2022, "其他", NULL, NULL, NULL },
	{ "an evaluation of the budget", "青禾县星火局2023年部门预算绩效自评报告", BUREAU, 2023, "其他", "部门", NULL, NULL },
	{ "a report on disclosure", "青禾县星火局2022年政府信息公开年度报告", BUREAU, 2022, "其他", NULL, NULL, NULL },
	{ "one fund's budget", "舟曲县2023年一般公共预算支出表", NULL, 2023, "其他", NULL, NULL, NULL },
	{ "procurement", "青禾县星火局2022年政府采购预算", BUREAU, 2022, "其他", NULL, NULL, NULL },
	{ "no title of any document", "abc", NULL, 0, "其他", NULL, NULL, NULL },
};

/* Titles that name at most a place, and what stands behind a label. */
static const struct {
	const char *says, *text, *owner;
	const char *department, *level, *scope, *alias, *code;
} owner_rows[] = {
	{ "a district's grade is no body", "舟曲县2025年县级部门预算", NULL, NULL, "部门", NULL, NULL, "623023" },
	{ "a grade alone is no body", "2025年区级单位预算", NULL, NULL, "单位", NULL, NULL, NULL },
	{ "the grade of a place that is not known is no body", "青禾县2025年县级部门预算", NULL, NULL, "部门", NULL, NULL, NULL },
	{ "a grade behind a body is dropped", "舟曲县星火局县级2025年部门预算", NULL, "舟曲县星火局", "部门", NULL, NULL, "623023" },
	{ "a label on the cover of a district's department", "舟曲县2025年县级部门预算", "舟曲县星火局", "舟曲县星火局",
	  "部门", NULL, NULL, "623023" },
	{ "of a unit, without its place", "舟曲县\n2025年县级单位预算", "星火福利院", "星火福利院", "单位", NULL, NULL, "623023" },
	{ "the place of a title without any is the label's", "2025年单位预算", "舟曲县星火站", "舟曲县星火站", "单位", NULL, NULL,
	  "623023" },
	{ "a place and a level", "舟曲县2025年部门预算", "舟曲县星火局", "舟曲县星火局", "部门", NULL, NULL, "623023" },
	{ "本级 of the place is not the body's", "舟曲县本级2025年部门预算", "舟曲县星火局", "舟曲县星火局", "部门", NULL, NULL, "623023" },
	{ "本级 of the body is", "舟曲县2025年县级单位预算", "舟曲县星火局（本级）", "舟曲县星火局", "单位", "本级", NULL, "623023" },
	{ "a mark behind the kind stays", "2025年单位预算（本级）", "舟曲县星火局", "舟曲县星火局", "单位", "本级", NULL, "623023" },
	{ "a second name at the label", "2025年部门预算", "舟曲县星火局（舟曲县烛光局）", "舟曲县星火局", "部门", NULL, "舟曲县烛光局",
	  "623023" },
	{ "a title with a body keeps it", "舟曲县星火局2025年部门预算", "舟曲县烛光局", "舟曲县星火局", "部门", NULL, NULL, "623023" },
	{ "who drew it up is not whose it is in other documents", "舟曲县2025年政府预算", "舟曲县财政局", NULL, NULL, NULL, NULL,
	  "623023" },
	{ "of a department whose title names no level", "舟曲县2025年县级预算", "舟曲县星火局", "舟曲县星火局", NULL, NULL, NULL, "623023" },
	{ "a treasury may draw up the budget of all", "舟曲县2025年县级预算", "舟曲县财政局", NULL, NULL, NULL, NULL, "623023" },
	{ "a government's own label is of all", "舟曲县2025年县级预算", "舟曲县人民政府", NULL, NULL, NULL, NULL, "623023" },
	{ "what ends as no body does is none", "2025年部门预算", "星火燎原", NULL, "部门", NULL, NULL, NULL },
};

static ys_title *title_of_cover(const char *text, const char *owner, const char *hint)
{
	g_autoptr(ys_found_title) found = ys_title_find(text, owner, hint);

	return g_steal_pointer(&found->title);
}

static ys_title *title_of(const char *text, const char *hint)
{
	return title_of_cover(text, NULL, hint);
}

static void check(const char *says, const char *field, const char *wanted, const char *got)
{
	if (g_strcmp0(wanted, got))
		fail_msg("%s: %s is %s instead of %s", says, field,
			 got ? got : "empty", wanted ? wanted : "empty");
}

static void titles_of_every_pattern_are_read(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		const title_row *row = &rows[i];
		g_autoptr(ys_title) title = title_of(row->text, NULL);

		check(row->says, "department", row->department, title->department);
		check(row->says, "alias", row->alias, title->alias);
		check(row->says, "kind", row->kind, title->kind);
		check(row->says, "level", row->level, title->level);
		check(row->says, "scope", row->scope, title->scope);
		if (title->year != row->year)
			fail_msg("%s: year is %d instead of %d", row->says, title->year, row->year);
	}
}

static void a_label_names_the_body_where_the_title_does_not(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(owner_rows); i++) {
		const typeof(owner_rows[0]) *row = &owner_rows[i];
		g_autoptr(ys_title) title = title_of_cover(row->text, row->owner, NULL);

		check(row->says, "department", row->department, title->department);
		check(row->says, "level", row->level, title->level);
		check(row->says, "scope", row->scope, title->scope);
		check(row->says, "alias", row->alias, title->alias);
		check(row->says, "code", row->code, title->region.code);
	}
}

/* What the words of a class in data/title do: the field of a title that they change. */
static const class_row class_rows[] = {
	{ "account", "舟曲县2022年%s预算", "kind=其他 ", NULL },
	{ "annex", "%s2青禾县星火局2023年部门预算", "department=" BUREAU " ", NULL },
	{ "division", "舟曲县%s2022年决算", "kind=其他 ", NULL },
	{ "filler", "2022年青禾县星火局%s预算", "department=" BUREAU " ", NULL },
	{ "government", "2022年舟曲县星火%s决算", "kind=决算 ", "政府" },
	{ "grade", "青禾县2025年%s部门预算", "department= ", NULL },
	{ "head_mark", "青禾县星火局(%s下属)2022年度部门决算", "scope=本级 ", NULL },
	{ "head_mark_end", "青禾县星火局(局%s)2022年度部门决算", "scope=本级 ", NULL },
	{ "head_office", "2021年度青禾县星火局%s部门决算", "scope=本级 ", NULL },
	{ "head_office_of", "2021年度青禾县星火局%s部门决算", "scope=本级 ", NULL },
	{ "in_name", "2023年青禾县预算%s", "kind=其他 ", NULL },
	{ "joint", "青禾县星火局2023年部门决算\n%s公开\n青苗", "text=青禾县星火局2023年部门决算%s公开 ", NULL },
	{ "joint", "青禾县星火局2023年部门决算%s\n青苗", "text=青禾县星火局2023年部门决算%s青苗 ", NULL },
	{ "lead", "%s青禾县星火局2023年部门预算", "department=" BUREAU " ", NULL },
	{ "level_department", "青禾县预算中心2022年%s预算", "department=青禾县预算中心 ", NULL },
	{ "level_department", "2022年青禾县星火局%s预算", "level=部门 ", NULL },
	{ "level_open", "青禾县预算中心2022年%s预算", "department=青禾县预算中心 ", NULL },
	{ "level_open", "2022年青禾县星火局%s预算", "department=" BUREAU " ", NULL },
	{ "level_open", "2022年青禾县星火局%s预算", "level= ", "部门" },
	{ "level_unit", "青禾县预算中心2022年%s预算", "department=青禾县预算中心 ", NULL },
	{ "level_unit", "2022年青禾县星火局%s预算", "level=单位 ", NULL },
	{ "link", "青禾县星火局%s2022年部门预算", "department=" BUREAU " ", NULL },
	{ "no_subject", "青禾县%s2022年度整体支出绩效评价报告", "department=青禾县%s ", "财政站" },
	{ "other_subject", "青禾县星火局2023年部门预算%s", "kind=其他 ", NULL },
	{ "plate", "青禾县星火局（挂青禾县烛光局%s）2021年部门决算", "alias=青禾县烛光局 ", NULL },
	{ "plate_lead", "青禾县星火局（%s青禾县烛光局）2021年部门决算", "alias=青禾县烛光局 ", NULL },
	{ "service", "%s急救某某中心2023年单位预算", "department=%s急救某某中心 ", "999" },
	{ "subject", "2022年青禾县星火局%s草案", "department=" BUREAU " ", NULL },
	{ "tail", "青禾县星火局2023年部门决算\n公开%s\n青苗", "text=青禾县星火局2023年部门决算公开%s ", NULL },
	{ "treasury", "舟曲县2025年县级预算\n编制部门：舟曲县%s", "kind=其他 ", NULL },
	{ "unit_name", "2022年青禾县星火%s预算", "level= ", "单位" },
	{ "whole", "青禾县星火局%s2023年度部门决算", "scope=汇总 ", NULL },
	{ "whole_mark", "青禾县星火局(%s数)2022年度部门决算", "scope=汇总 ", NULL },
	{ "whole_of", "青禾县星火局%s2023年度部门决算", "scope=汇总 ", NULL },
	/* what stands beside a title on a page */
	{ "about", "第一部分 青禾县星火局%s\n第二部分 2023年部门预算", "department=" BUREAU " ", NULL },
	{ "about_what", "青禾县星火局%s今年以来预算执行情况的报告（2023年）", "department=" BUREAU " ", NULL },
	{ "assessment", "青禾县星火局2023年部门预算项目%s表", "kind=其他 ", NULL },
	{ "before", BUREAU "2023年部门预算%s星火局负责照明和取暖以及两者的管理和监督并承担上级交办的其他任务还负责指导各乡镇星火站"
	  "的业务工作和人员培训以及考核评比", "text=" BUREAU "2023年部门预算 ", NULL },
	{ "bullet", "%s" BUREAU "2023年部门预算", "department=" BUREAU " ", NULL },
	{ "document", "舟曲县2023年预算执行%s", "text=舟曲县2023年预算执行%s ", NULL },
	{ "file_end", BUREAU "2023年部门预算%s\n" OTHER, "text=" OTHER " ", NULL },
	{ "introduces", "第一部分 2023年部门预算\n" BUREAU "%s五个科室。", "department=" BUREAU " ", NULL },
	{ "label_other", "%s：" BUREAU "2023年部门预算", "text= ", NULL },
	{ "label_publisher", "%s：" BUREAU "\n第一部分 2023年部门预算", "department=" BUREAU " ", NULL },
	{ "label_title", OTHER "\n%s：" BUREAU "2023年部门预算", "text=" BUREAU "2023年部门预算 ", NULL },
	{ "other_lead", "%s" BUREAU "2023年部门预算", "text= ", NULL },
	{ "other_text", BUREAU "2023年部门预算%s", "text= ", NULL },
	{ "prose_end", "纳入" BUREAU "2023年部门预算%s的单位共3个。", "text=" BUREAU "2023年部门预算 ", NULL },
	{ "prose_lead", "%s" BUREAU "2023年部门预算编制范围的单位共3个。", "text=" BUREAU "2023年部门预算 ", NULL },
	{ "site", "青禾县星火中心\n%s\n2023年部门预算", "text=2023年部门预算 ", NULL },
	{ "site_mark", "青禾县星火中心\n某%s某\n2023年部门预算", "text=2023年部门预算 ", NULL },
	{ "way", "%s-" BUREAU "2023年部门预算\n" OTHER, "text=" OTHER " ", NULL },
	{ "way_end", BUREAU "2023年部门预算-%s\n" OTHER, "text=" OTHER " ", NULL },
};

static char *fields_of(const char *text)
{
	static const char label[] = "编制部门：";
	const char *owner = strstr(text, label);
	g_autoptr(ys_title) title = title_of_cover(text, owner ? owner + strlen(label) : NULL, NULL);
	const char *const fields[][2] = {
		{ "department", title->department }, { "alias", title->alias }, { "kind", title->kind },
		{ "level", title->level }, { "scope", title->scope }, { "text", title->text },
	};
	GString *all = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
		g_string_append_printf(all, "%s=%s ", fields[i][0], fields[i][1] ? fields[i][1] : "");
	return g_string_free(all, FALSE);
}

static void every_word_of_the_data_does_what_its_class_says(void **state)
{
	(void)state;
	check_words("title", class_rows, G_N_ELEMENTS(class_rows), fields_of);
}

static void the_text_is_joined_without_blanks(void **state)
{
	g_autoptr(ys_title) title = title_of("\n2021 年  \n青禾县 星火局部\n门预\n算（公开）\n目录", NULL);

	(void)state;
	assert_string_equal(title->text, "2021年青禾县星火局部门预算（公开）");
}

static void an_entry_of_the_contents_gives_a_title_without_its_page(void **state)
{
	static const char *const texts[] = {
		"目录\n一、概况......................( 1 )\n二、2022年度部门决算公开表..........( 1)\n一、概况\n养护。\n",
		"目录\n一、概况…………1\n二、2022年度部门决算公开表…………2\n一、概况\n养护。\n",
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(ys_title) title = title_of(texts[i], NULL);

		assert_string_equal(title->text, "2022年度部门决算公开表");
	}
}

static void no_text_is_no_title(void **state)
{
	static const char *const texts[] = { NULL, "", " \n\t\r\n", "目 录\n一、概况", "\xff\xfe\xfd", "## \n- " };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(ys_title) title = title_of(texts[i], NULL);

		assert_null(title->text);
		assert_null(title->department);
		assert_string_equal(title->kind, "其他");
		assert_int_equal(title->region_status, YS_REGION_NONE);
	}
}

static void the_region_comes_from_the_body(void **state)
{
	g_autoptr(ys_title) resolved = title_of("360035眉山市星火局2023年部门预算", NULL);
	g_autoptr(ys_title) ambiguous = title_of("白云区星火局2023年部门预算", NULL);
	g_autoptr(ys_title) hinted = title_of("白云区星火局2023年部门预算", "贵阳市");
	g_autoptr(ys_title) government = title_of("舟曲县2023年政府决算", NULL);

	(void)state;
	assert_int_equal(resolved->region_status, YS_REGION_RESOLVED);
	assert_string_equal(resolved->region.code, "511400");
	assert_null(resolved->candidates);
	assert_int_equal(ambiguous->region_status, YS_REGION_AMBIGUOUS);
	assert_null(ambiguous->region.code);
	assert_non_null(strstr(ambiguous->candidates, "贵州省贵阳市白云区"));
	assert_string_equal(hinted->region.code, "520113");
	assert_string_equal(government->region.county, "舟曲县");
}

static void a_title_is_whole_over_the_ends_of_lines(void **state)
{
	static const struct {
		const char *printed, *title;
	} titles[] = {
		{ "青禾县星火局\n2023年部门决算公\n开\n\n第一部分", "青禾县星火局2023年部门决算公开" },
		{ "青禾县星火局2023年部门决算情\n况说明\n\n目 录", "青禾县星火局2023年部门决算情况说明" },
		{ "青禾县星火局2023年部门预\n算公\n开\n", "青禾县星火局2023年部门预算公开" },
		{ "青禾县星火局2023年部门预算公\n开展工作\n", "青禾县星火局2023年部门预算公" },
		{ "青禾县星火局2023年部门预算\n开\n", "青禾县星火局2023年部门预算" },
		{ "青禾县星火局简介\n某某内容\n", NULL },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
		g_autoptr(ys_title) title = title_of(titles[i].printed, NULL);

		check(titles[i].printed, "text", titles[i].title, title->text);
	}
}

static void hostile_titles_are_bounded(void **state)
{
	static const char *const pieces[] = {
		"预算", "(", ")", "2023年", "局", "年", "部门", "部门(单位)", "1", "\n", "\n预算", "\r", "和\n", "\xe9\x83",
		"\xff", "《", "**", "<p>", "中国(黑龙江)", "白云区2023年", "本级", "(本级)", "一", " ", "\u200b", "-",
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) text = g_string_new("青禾县星火局");

		while (text->len < 1024 * 1024)
			g_string_append(text, pieces[i]);
		g_string_append(text, "2023年部门预算");
		ys_title_free(title_of(text->str, NULL));
		ys_title_free(title_of(text->str + strlen("青禾县星火局"), text->str));
	}
	ys_title_free(NULL);
}

/* Every beginning of a title, in bytes, is some title or none. */
static void cut_titles_do_no_harm(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		for (gsize n = 0; n < strlen(rows[i].text); n++) {
			g_autofree char *head = g_strndup(rows[i].text, n);

			ys_title_free(title_of(head, NULL));
			ys_title_free(title_of(rows[i].text + n, NULL));
		}
	}
}

/* Equal as the scorers compare: NFKC, without white space. */
static gboolean same(const char *a, const char *b)
{
	g_autofree char *x = g_utf8_normalize(a ? a : "", -1, G_NORMALIZE_ALL_COMPOSE);
	g_autofree char *y = g_utf8_normalize(b ? b : "", -1, G_NORMALIZE_ALL_COMPOSE);
	g_auto(GStrv) left = g_strsplit_set(x, " \t", -1), right = g_strsplit_set(y, " \t", -1);
	g_autofree char *p = g_strjoinv("", left);
	g_autofree char *q = g_strjoinv("", right);

	return !strcmp(p, q);
}

/* How many of the seven fields of a line of titles-dev.tsv are right. */
static guint score_line(char **f)
{
	g_autoptr(ys_title) title = title_of(f[0], NULL);
	g_autofree char *year = g_strdup_printf("%d", title->year);
	const char *got[] = {
		title->department, title->region.province, title->region.city, title->region.county,
		title->year ? year : "", title->kind, title->level,
	};
	guint right = 0;

	for (guint i = 0; i < G_N_ELEMENTS(got); i++) {
		if (same(got[i], f[i + 1]))
			right++;
		else
			print_message("# %s: %s instead of %s\n", f[0],
				      got[i] ? got[i] : "nothing", f[i + 1]);
	}
	return right;
}

static void real_titles_are_read(void **state)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top ? top : ".", "..", "shared", "gold",
						  "titles-dev.tsv", NULL);
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;
	guint right = 0, all = 0;

	(void)state;
	if (!g_file_get_contents(path, &text, NULL, NULL)) {
		print_message("there is no ../shared/gold\n");
		/* skip() jumps over what would free it */
		g_clear_pointer(&path, g_free);
		skip();
	}
	lines = g_strsplit(text, "\n", -1);
	for (guint i = 1; lines[i]; i++) {
		g_auto(GStrv) f = g_strsplit(g_strchug(lines[i]), "\t", -1);

		if (g_strv_length(f) != 8)
			continue;
		right += score_line(f);
		all += 7;
	}
	print_message("# %u of %u fields are right\n", right, all);
	assert_true(all > 0);
	assert_true(right * 100 >= all * 97);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles_of_every_pattern_are_read),
		cmocka_unit_test(a_label_names_the_body_where_the_title_does_not),
		cmocka_unit_test(every_word_of_the_data_does_what_its_class_says),
		cmocka_unit_test(the_text_is_joined_without_blanks),
		cmocka_unit_test(an_entry_of_the_contents_gives_a_title_without_its_page),
		cmocka_unit_test(no_text_is_no_title),
		cmocka_unit_test(the_region_comes_from_the_body),
		cmocka_unit_test(hostile_titles_are_bounded),
		cmocka_unit_test(a_title_is_whole_over_the_ends_of_lines),
		cmocka_unit_test(cut_titles_do_no_harm),
		cmocka_unit_test(real_titles_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
