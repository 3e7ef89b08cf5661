#include "src/publication/title/title_kind.h"

/* Between the level and the kind: 部门综合预算, 部门收支决算, 部门年度预算. */
static const char *const fillers[] = {
	"综合", "收支", "收入支出", "年初", "年度", "整体", "财务", "经费", "财政拨款", NULL
};

/* Whose accounts they are.  部门(单位) leans to 部门, 部门及单位 leaves it open. */
static const struct {
	const char *words, *level;
} levels[] = {
	{ "部门(单位)", "部门" },  { "部门（单位）", "部门" }, { "单位(部门)", "单位" },  { "单位（部门）", "单位" },
	{ "部门及单位", NULL },    { "部门和单位", NULL },     { "部门、单位", NULL },    { "部门/单位", NULL },
	{ "部门与单位", NULL },    { "部门及所属单位", NULL }, { "部门和所属单位", NULL }, { "部门及下属单位", NULL },
	{ "部门单位", NULL },      { "单位部门", NULL },       { "部门", "部门" },        { "单位", "单位" },
};

/* Behind 预算 or 决算: then the title is about another subject. */
static const char *const other_subjects_after[] = {
	"绩效评价", "绩效自评", "绩效管理", "绩效考", "管理", "执行", "调整", NULL
};

/* Behind it, without a level before it: then it is part of a body's name, 预算编审中心. */
static const char *const names_after[] = {
	"编审", "编制中心", "编制审核", "评审", "审核", "审查", "会计", "股", "科", "处", "外", "单位", "法", NULL
};

/* Before it: the accounts of a whole government, of a fund, or one table of them. */
static const char *const other_accounts[] = {
	"财政", "财政总", "政府", "总", "一般公共", "政府性基金", "国有资本经营", "社会保险基金", "社保基金",
	"“三公”经费", "\"三公\"经费", "三公经费", "‘三公’经费", "三公", "“三公”", "\"三公\"", "采购", "预", "债务",
	NULL
};

/* There 单位 is part of a name. */
static const char *const names_of_units[] = { "事业单位", "企业单位", NULL };

/* Governments that publish as departments do. */
static const char *const governments[] = { "人民政府", "镇政府", "乡政府", NULL };

gboolean ys_title_drop_filler(ys_slice *a)
{
	return !ys_slice_ends_any(a, other_accounts) && ys_slice_drop_end_any(a, fillers);
}

gboolean ys_title_drop_level(ys_slice *a, const char **level)
{
	for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
		if (!ys_slice_ends(a, levels[i].words) || ys_slice_ends_any(a, names_of_units))
			continue;
		a->len -= strlen(levels[i].words);
		*level = levels[i].level;
		return TRUE;
	}
	return FALSE;
}

/* How sure it is that the word 预算 or 决算 between left and right is the title's subject:
 * below 0 it is not. */
static int kind_score(ys_slice left, const ys_slice *right)
{
	const char *level;
	gboolean filled = FALSE;

	ys_slice_trim_end(&left);
	while (ys_title_drop_filler(&left))
		filled = TRUE;
	if (ys_slice_starts_any(right, other_subjects_after))
		return -1;
	if (ys_title_drop_level(&left, &level))
		return 3;
	if (ys_slice_starts_any(right, names_after) || ys_slice_starts(right, "草案"))
		return -1;
	if (ys_slice_ends_any(&left, other_accounts) && !ys_slice_ends_any(&left, governments))
		return -1;
	return ys_slice_drop_year_end(&left) || filled ? 2 : 1;
}

const char *ys_title_split(const ys_slice *title, ys_slice *left, ys_slice *right)
{
	static const char *const kinds[] = { "预算", "决算" };
	const char *kind = NULL;
	int best = -1;

	for (gsize i = 0; i < title->len; i++) {
		ys_slice before = { title->s, i }, after;

		for (guint k = 0; k < G_N_ELEMENTS(kinds); k++) {
			int score;

			after = (ys_slice){ title->s + i, title->len - i };
			if (!ys_slice_drop_start(&after, kinds[k]))
				continue;
			score = kind_score(before, &after);
			if (score > best) {
				best = score;
				kind = kinds[k];
				*left = before;
				*right = after;
			}
		}
	}
	return kind;
}
