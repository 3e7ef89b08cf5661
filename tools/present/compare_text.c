/* A comparison for people at a terminal: a cell a line, and below them what they rest on. */
#include <string.h>

#include "src/output/text.h"
#include "tools/present/compare.h"

/* Columns between two columns. */
#define GAP 2
/* What the narrowest column of keys keeps. */
#define KEY_MIN 8

enum {
	AMOUNT = YS_N_BY,       /* behind the keys */
	CHANGE,
	EXECUTION,
	COUNT,
	RANK,
	N_COLUMNS
};

typedef struct {
	const ys_comparison *comparison;
	guint widths[N_COLUMNS];        /* 0: nothing in it */
} sheet;

static const char *unknown_text(ys_dimension by)
{
	return by == YS_BY_REGION ? YS_REGION_UNKNOWN : by == YS_BY_YEAR ? "年份不详" : "不详";
}

static void append_percent(GString *out, ys_percent percent, gboolean sign)
{
	const guint64 size = percent < 0 ? -(guint64)percent : (guint64)percent;

	g_string_append_printf(out, "%s%" G_GUINT64_FORMAT ".%02u%%", percent < 0 ? "-" : sign ? "+" : "", size / 100,
			       (guint)(size % 100));
}

/* The text of a column; newly allocated. */
static char *text_of(const ys_comparison *comparison, const ys_cell *cell, guint column)
{
	GString *text = g_string_new(NULL);

	if (column < comparison->question.n_by) {
		g_string_append(text, cell->key[column] ? cell->key[column] : unknown_text(comparison->question.by[column]));
		if (comparison->question.by[column] == YS_BY_LINE && cell->code && *cell->code)
			g_string_append_printf(text, " %s", cell->code);
	} else if (column == AMOUNT && cell->amount != YS_AMOUNT_NONE) {
		ys_amount_append_wan(text, cell->amount);
	} else if (column == CHANGE && cell->change_percent != YS_PERCENT_NONE) {
		append_percent(text, cell->change_percent, TRUE);
		g_string_append(text, cell->comparable ? "" : "*");
	} else if (column == EXECUTION && cell->execution_percent != YS_PERCENT_NONE) {
		append_percent(text, cell->execution_percent, FALSE);
	} else if (column == COUNT) {
		g_string_append_printf(text, "%u", cell->count);
		if (cell->mentioned)
			g_string_append_printf(text, " (+%u)", cell->mentioned);
	} else if (column == RANK && cell->rank) {
		g_string_append_printf(text, "#%u", cell->rank);
	}
	return g_string_free(text, FALSE);
}

static const char *head_of(const ys_comparison *comparison, guint column)
{
	static const char *const heads[] = { "amount", "change", "executed", "records", "rank" };

	return column < comparison->question.n_by ? ys_dimension_name(comparison->question.by[column]) : heads[column - AMOUNT];
}

/* The widest key gives way until all fits. */
static void fit(sheet *s, guint width)
{
	guint total = 0, widest;

	for (guint i = 0; i < N_COLUMNS; i++)
		total += s->widths[i] ? s->widths[i] + GAP : 0;
	while (total > width + GAP) {
		widest = 0;
		for (guint i = 1; i < s->comparison->question.n_by; i++)
			widest = s->widths[i] > s->widths[widest] ? i : widest;
		if (s->widths[widest] <= KEY_MIN)
			return;
		s->widths[widest]--;
		total--;
	}
}

static void measure(sheet *s, guint width)
{
	for (guint column = 0; column < N_COLUMNS; column++) {
		if (column >= s->comparison->question.n_by && column < AMOUNT)
			continue;
		for (guint i = 0; i < s->comparison->cells->len; i++) {
			g_autofree char *text = text_of(s->comparison, &g_array_index(s->comparison->cells, ys_cell, i), column);

			s->widths[column] = MAX(s->widths[column], ys_text_width(text));
		}
		if (s->widths[column])
			s->widths[column] = MAX(s->widths[column], ys_text_width(head_of(s->comparison, column)));
	}
	fit(s, width);
}

static void append_text(GString *out, const sheet *s, guint column, const char *text)
{
	const guint used = ys_text_width(text);

	if (!s->widths[column])
		return;
	if (column)
		g_string_append_printf(out, "%*s", GAP, "");
	if (column < AMOUNT) {
		ys_text_append_column(out, text, s->widths[column]);
		return;
	}
	g_string_append_printf(out, "%*s", (int)(s->widths[column] > used ? s->widths[column] - used : 0), "");
	g_string_append(out, text);
}

static void end_line(GString *out)
{
	while (out->len && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	g_string_append_c(out, '\n');
}

static void append_coverage(GString *out, const ys_comparison *comparison)
{
	const ys_coverage *last = NULL;

	for (guint i = 0; i < comparison->coverage->len; i++) {
		const ys_coverage *one = &g_array_index(comparison->coverage, ys_coverage, i);

		/* a list of bodies would be as long as the table */
		if (one->by == YS_BY_DEPARTMENT)
			continue;
		if (!last || last->by != one->by)
			g_string_append_printf(out, "%sindexed by %s: ", last ? "\n" : "", ys_dimension_name(one->by));
		else
			g_string_append(out, ", ");
		ys_text_append_safe(out, one->value ? one->value : unknown_text(one->by));
		g_string_append_printf(out, " %u", one->publications);
		last = one;
	}
	if (last)
		g_string_append_c(out, '\n');
}

void present_comparison_text(GString *out, const ys_comparison *comparison, const ys_style *style)
{
	sheet s = { .comparison = comparison };
	gboolean incomparable = FALSE;

	if (!comparison->cells->len)
		return;
	measure(&s, style->width);
	for (guint column = 0; column < N_COLUMNS; column++)
		append_text(out, &s, column, s.widths[column] ? head_of(comparison, column) : "");
	end_line(out);
	for (guint i = 0; i < comparison->cells->len; i++) {
		const ys_cell *cell = &g_array_index(comparison->cells, ys_cell, i);

		for (guint column = 0; column < N_COLUMNS; column++) {
			g_autofree char *text = s.widths[column] ? text_of(comparison, cell, column) : NULL;

			if (text)
				append_text(out, &s, column, text);
		}
		end_line(out);
		incomparable |= cell->change_percent != YS_PERCENT_NONE && !cell->comparable;
	}
	g_string_append_c(out, '\n');
	if (incomparable)
		g_string_append(out, "* other bodies are indexed than of the year before\n");
	append_coverage(out, comparison);
}
