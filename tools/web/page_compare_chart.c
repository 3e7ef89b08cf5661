/* The chart of a comparison: a line for each group where there are several years, else bars.  Groups lie beside each
 * other, so that none has to be told from another by its colour. */
#include <string.h>

#include "tools/web/chart.h"
#include "tools/web/page_parts.h"

/* More would say less than the table. */
#define BARS_MAX 15
#define SERIES_MAX 9

/* ---- bars ---- */

static void append_bars(page_out *p, const ys_comparison *comparison)
{
	g_autoptr(GArray) bars = g_array_new(FALSE, FALSE, sizeof(chart_bar));

	for (guint i = 0; i < comparison->cells->len && bars->len < BARS_MAX; i++) {
		const ys_cell *cell = &g_array_index(comparison->cells, ys_cell, i);
		g_autofree char *name = page_keys_text(p, &comparison->question, cell, YS_N_BY);
		const chart_bar bar = { page_clipped(name, PAGE_LABEL_MAX), cell->amount };

		if (cell->count)
			g_array_append_val(bars, bar);
		else
			g_free(bar.label);
	}
	if (bars->len) {
		PAGE_LIT(p, "<div class=\"bars\">");
		chart_alone(p->out, page_word_text(p, W_COMPARE_CHART), page_word_text(p, W_COMPARE_CHART_IS), bars);
		PAGE_LIT(p, "</div>\n");
	}
	for (guint i = 0; i < bars->len; i++)
		g_free(g_array_index(bars, chart_bar, i).label);
}

/* ---- lines ---- */

typedef struct {
	const ys_comparison *comparison;
	guint at;               /* of year among the dimensions */
	int first, last;        /* years; 0 for none */
	ys_amount highest;
	gboolean negative;
} axes;

static int year_of(const axes *a, const ys_cell *cell)
{
	return cell->count && cell->key[a->at] ? (int)g_ascii_strtoll(cell->key[a->at], NULL, 10) : 0;
}

static axes axes_of(const ys_comparison *comparison)
{
	axes a = { .comparison = comparison, .at = ys_question_at(&comparison->question, YS_BY_YEAR) };

	for (guint i = 0; a.at < comparison->question.n_by && i < comparison->cells->len; i++) {
		const ys_cell *cell = &g_array_index(comparison->cells, ys_cell, i);
		const int year = year_of(&a, cell);

		if (!year)
			continue;
		a.first = a.first ? MIN(a.first, year) : year;
		a.last = MAX(a.last, year);
		a.highest = MAX(a.highest, cell->amount);
		a.negative |= cell->amount < 0;
	}
	return a;
}

/* Of the same but for the year; projects of one name are told apart by what follows it in the name of their cell. */
static gboolean same_group(const axes *a, const ys_cell *left, const ys_cell *right)
{
	for (guint i = 0; i < a->comparison->question.n_by; i++)
		if (i != a->at && g_strcmp0(left->key[i], right->key[i]))
			return FALSE;
	return !g_strcmp0(left->code, right->code);
}

static void append_series(page_out *p, const axes *a, const ys_cell *head)
{
	g_autofree char *name = page_keys_text(p, &a->comparison->question, head, YS_BY_YEAR);
	g_autofree char *clipped = page_clipped(*name ? name : page_word_text(p, W_COMPARE_CHART), PAGE_LABEL_MAX);
	g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(chart_bar));

	for (int year = a->first; year <= a->last; year++) {
		const chart_bar point = { g_strdup_printf("%d", year), YS_AMOUNT_NONE };

		g_array_append_val(points, point);
	}
	for (guint i = 0; i < a->comparison->cells->len; i++) {
		const ys_cell *cell = &g_array_index(a->comparison->cells, ys_cell, i);
		const int year = year_of(a, cell);

		if (year && same_group(a, head, cell))
			g_array_index(points, chart_bar, year - a->first).amount = cell->amount;
	}
	PAGE_IN(p, "<li>", page_text(p, clipped), "\n");
	chart_line(p->out, clipped, page_word_text(p, W_COMPARE_CHART_IS), points, a->highest);
	PAGE_LIT(p, "</li>\n");
	for (guint i = 0; i < points->len; i++)
		g_free(g_array_index(points, chart_bar, i).label);
}

static gboolean is_first_of_group(const axes *a, guint n)
{
	const ys_cell *cell = &g_array_index(a->comparison->cells, ys_cell, n);

	for (guint i = 0; i < n; i++) {
		const ys_cell *before = &g_array_index(a->comparison->cells, ys_cell, i);

		if (year_of(a, before) && same_group(a, before, cell))
			return FALSE;
	}
	return year_of(a, cell) != 0;
}

static void append_lines(page_out *p, const axes *a)
{
	guint drawn = 0;

	PAGE_LIT(p, "<ul class=\"series\">\n");
	for (guint i = 0; i < a->comparison->cells->len && drawn < SERIES_MAX; i++) {
		if (!is_first_of_group(a, i))
			continue;
		append_series(p, a, &g_array_index(a->comparison->cells, ys_cell, i));
		drawn++;
	}
	PAGE_LIT(p, "</ul>\n");
}

void page_compare_chart(page_out *p, const ys_comparison *comparison)
{
	const axes a = axes_of(comparison);

	/* years of more than a century are a misprint, and no line */
	if (a.first && a.first < a.last && a.last - a.first < 100 && !a.negative &&
	    ys_question_at(&comparison->question, YS_BY_PROJECT) == comparison->question.n_by)
		append_lines(p, &a);
	else
		append_bars(p, comparison);
}
