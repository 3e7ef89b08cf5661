#include "src/publication/budget/measure.h"

#include <string.h>

#include "src/year.h"

/* What the total, basic and project expenditure of a row are called in each kind of table, by functions and by
 * purposes; funds: its columns may also be those of the budgets that pay. */
static const struct {
	ys_table_kind kind;
	const char *of_functions, *of_purposes, *basic, *project;
	gboolean funds;
} rules[] = {
	{ YS_TABLE_EXP, "total", "total", "basic", "project", TRUE },
	{ YS_TABLE_CROSS, "total", "total", "basic", "project", TRUE },
	{ YS_TABLE_BAL, "total", "total", NULL, NULL, TRUE },
	{ YS_TABLE_FBAL, "appropriation", "appropriation", NULL, NULL, TRUE },
	{ YS_TABLE_REV, "income", "income", NULL, NULL, FALSE },
	{ YS_TABLE_GPB, "general_public", "general_public", "general_public_basic", "general_public_project", FALSE },
	{ YS_TABLE_FUND, "government_fund", "government_fund", NULL, NULL, FALSE },
	{ YS_TABLE_SOE, "state_capital", "state_capital", NULL, NULL, FALSE },
	{ YS_TABLE_BASIC, "basic", "basic", NULL, NULL, FALSE },
	{ YS_TABLE_GPB_BASIC, "general_public_basic", "basic", NULL, NULL, FALSE },
	{ YS_TABLE_GPB_PROJ, "general_public_project", "project", NULL, NULL, FALSE },
	{ YS_TABLE_SANGONG, NULL, NULL, NULL, NULL, FALSE },    /* budget or executed */
};

/* ---- heads ---- */

/* The meaning of a head with what stands above it: 项目支出/小计 is project expenditure. */
static ys_column_meaning meaning_of(const char *name)
{
	g_auto(GStrv) levels = g_strsplit(name, "/", -1);
	gboolean total = FALSE;
	ys_column_meaning lowest = YS_COLUMN_OTHER;

	for (guint i = g_strv_length(levels); i > 0; i--) {
		ys_column_meaning meaning = ys_wording_column(levels[i - 1]);

		if (meaning == YS_COLUMN_TOTAL || ys_wording_total(levels[i - 1])) {
			total = TRUE;
			continue;
		}
		if (meaning != YS_COLUMN_OTHER && meaning != YS_COLUMN_GROUP)
			return meaning;
		/* a part of what is above, unless it adds it up */
		if (!total)
			return lowest;
	}
	return total ? YS_COLUMN_TOTAL : lowest;
}

static gboolean is_of_last_year(const char *name, int year)
{
	ys_year found = { 0 };

	if (strstr(name, "上年") || strstr(name, "去年"))
		return TRUE;
	for (const char *p = name; year && (found = ys_year_find(p, -1)).year; p += found.start + found.len)
		if (found.year == year)
			return FALSE;
		else if (found.year == year - 1)
			return TRUE;
	return FALSE;
}

/* ---- columns ---- */

typedef struct {
	const ys_grid *grid;
	guint first, n;
	const ys_measure_context *context;
	guint rule;
	const char *base;
	gboolean executed;      /* some column says what was executed */
} reader;

static const char *head_of(const reader *r, guint i)
{
	return ys_table_head(r->grid->table, ys_grid_money(r->grid, r->first + i))->name;
}

static const char *measure_of_total(const reader *r)
{
	return r->executed ? "budget" : r->base;
}

static const char *measure_of_column(const reader *r, guint i)
{
	const char *name = head_of(r, i);
	ys_column_meaning meaning = meaning_of(name);

	if (r->n == 1 && (meaning == YS_COLUMN_OTHER || meaning == YS_COLUMN_GROUP))
		meaning = YS_COLUMN_TOTAL;
	if (is_of_last_year(name, r->context->year)) {
		g_autoptr(GString) same = g_string_new(name);

		/* 上年预算数 is what 本年预算数 is */
		g_string_replace(same, "上年", "本年", 0);
		meaning = meaning_of(same->str);
		return meaning == YS_COLUMN_TOTAL || meaning == YS_COLUMN_EXECUTED ? "last_year" : NULL;
	}
	switch (meaning) {
	case YS_COLUMN_TOTAL:
		return measure_of_total(r);
	case YS_COLUMN_EXECUTED:
		return r->context->final_account ? r->base : "last_year";
	case YS_COLUMN_BASIC:
		return rules[r->rule].basic;
	case YS_COLUMN_PROJ:
		return rules[r->rule].project;
	case YS_COLUMN_GPB:
		return rules[r->rule].funds ? "general_public" : NULL;
	case YS_COLUMN_FUND:
		return rules[r->rule].funds ? "government_fund" : NULL;
	case YS_COLUMN_SOE:
		return rules[r->rule].funds ? "state_capital" : NULL;
	default:
		return NULL;
	}
}

static gboolean is_taken(const char *const *measures, guint n, const char *measure)
{
	for (guint i = 0; i < n; i++)
		if (!g_strcmp0(measures[i], measure))
			return TRUE;
	return FALSE;
}

static gboolean says_executed(const reader *r)
{
	if (!r->context->final_account)
		return FALSE;
	for (guint i = 0; i < r->n; i++)
		if (meaning_of(head_of(r, i)) == YS_COLUMN_EXECUTED)
			return TRUE;
	return FALSE;
}

const char **ys_measures_new(const ys_grid *grid, guint first, guint n, gboolean economic,
			     const ys_measure_context *context)
{
	const char **measures = g_new0(const char *, n + 1);
	reader r = { grid, first, n, context, 0, NULL, FALSE };

	while (r.rule < G_N_ELEMENTS(rules) && rules[r.rule].kind != grid->table->kind)
		r.rule++;
	if (r.rule == G_N_ELEMENTS(rules))
		return measures;
	r.base = economic ? rules[r.rule].of_purposes : rules[r.rule].of_functions;
	if (!r.base)
		r.base = context->final_account ? "executed" : "budget";
	r.executed = says_executed(&r);
	for (guint i = 0; i < n; i++) {
		const char *measure = measure_of_column(&r, i);

		if (measure && !is_taken(measures, i, measure))
			measures[i] = measure;
	}
	return measures;
}

const char *ys_measure_of_kind(ys_table_kind kind)
{
	for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
		if (rules[i].kind == kind)
			return rules[i].of_functions;
	return NULL;
}

const char *ys_measure_of_part(const ys_grid *grid, guint column, guint part, guint n,
			       const ys_measure_context *context)
{
	const char *name = ys_table_head(grid->table, column)->name;
	gboolean executed = meaning_of(name) == YS_COLUMN_EXECUTED;

	if (is_of_last_year(name, context->year))
		return "last_year";
	if (context->final_account)
		return executed || n == 1 || part + 1 == n ? "executed" : "budget";
	if (executed)
		return "last_year";
	/* the budget of this year stands right of the last one's */
	return n == 1 || part + 1 == n || strstr(name, "本年") || ys_year_find(name, -1).year ? "budget" : "last_year";
}
