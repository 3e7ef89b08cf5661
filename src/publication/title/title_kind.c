#include "src/publication/title/title_kind.h"

#include "src/publication/title/title_table.h"

gboolean ys_title_drop_filler(ys_slice *a)
{
	return !ys_slice_ends_any(a, title_account) && ys_slice_drop_end_any(a, title_filler);
}

gboolean ys_title_drop_level(ys_slice *a, const char **level)
{
	static const struct {
		const char *const *words;
		const char *level;
	} levels[] = {
		{ title_level_open, NULL }, { title_level_department, "部门" }, { title_level_unit, "单位" },
	};

	if (ys_slice_ends_any(a, title_unit_name))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
		if (ys_slice_drop_end_any(a, levels[i].words)) {
			*level = levels[i].level;
			return TRUE;
		}
	return FALSE;
}

/* 部门预算项目支出绩效自评表: the kind is only what another document is about.  What is listed behind it, or in
 * brackets, is not. */
static gboolean is_about_another(const ys_slice *right)
{
	static const char *const ends[] = { "及", "和", "与", "暨", "、", "（", "(", "，", NULL };

	for (gsize i = 0; i < right->len; i++) {
		ys_slice rest = { right->s + i, right->len - i };

		if (ys_slice_starts_any(&rest, ends))
			return FALSE;
		if (ys_slice_starts_any(&rest, title_assessment))
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
	if (ys_slice_starts_any(right, title_other_subject) || is_about_another(right))
		return -1;
	if (ys_title_drop_level(&left, &level))
		return 3;
	if (ys_slice_starts_any(right, title_in_name))
		return -1;
	if (ys_slice_ends_any(&left, title_account) && !ys_slice_ends_any(&left, title_government))
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
