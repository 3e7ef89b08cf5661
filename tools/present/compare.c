#include "tools/present/compare.h"

#include <string.h>

#include "src/output/csv.h"
#include "src/output/escape.h"
#include "src/output/printer.h"

/* ---- addresses ---- */

static void add_parameter(GString *url, const char *name, const char *value)
{
	g_string_append_printf(url, "%c%s=", url->len ? '&' : '?', name);
	ys_url_arg(url, value);
}

/* The words as typed, and the filters of options as they would be. */
static GString *text_of(const ys_comparison *comparison, const ys_cell *cell)
{
	const ys_query *query = comparison->question.query;
	GString *text = g_string_new(query->text);

	for (guint i = 0; i < query->filters->len; i++) {
		const ys_node *node = g_ptr_array_index(query->filters, i);
		g_autofree char *filter = node->kind == YS_NODE_FILTER && !node->at ? ys_filter_text(node->filter) : NULL;

		if (filter)
			g_string_append_printf(text, "%s%s", text->len ? " " : "", filter);
	}
	for (guint i = 0; i < comparison->question.n_by; i++)
		if (comparison->question.by[i] == YS_BY_CODE && cell->key[i])
			g_string_append_printf(text, "%scode:%s", text->len ? " " : "", cell->key[i]);
		else if (comparison->question.by[i] == YS_BY_LINE && cell->code && *cell->code)
			g_string_append_printf(text, "%scode:%s", text->len ? " " : "", cell->code);
		else if (comparison->question.by[i] == YS_BY_LINE)
			g_string_append_printf(text, "%s\"%s\"", text->len ? " " : "", cell->key[i]);
	return text;
}

static char *search_of(const ys_comparison *comparison, const ys_cell *cell)
{
	const ys_question *question = &comparison->question;
	g_autoptr(GString) text = text_of(comparison, cell), url = g_string_new(NULL);

	if (text->len)
		add_parameter(url, "q", text->str);
	add_parameter(url, "type", ys_record_type_name(question->of));
	for (guint i = 0; i < question->n_by; i++) {
		const ys_dimension by = question->by[i];

		if (by == YS_BY_CODE || by == YS_BY_LINE)
			continue;
		if (!cell->key[i] && by == YS_BY_REGION) {
			add_parameter(url, "region", YS_REGION_UNKNOWN);
			continue;
		}
		if (!cell->key[i] || (by != YS_BY_REGION && by != YS_BY_DEPARTMENT && by != YS_BY_YEAR && by != YS_BY_KIND))
			return NULL;
		add_parameter(url, ys_dimension_name(by), cell->key[i]);
	}
	return g_string_free(g_steal_pointer(&url), FALSE);
}

static char *hits_of(const ys_comparison *comparison, const ys_cell *cell, const present_cells *cells)
{
	return cells ? cells->address(comparison, cell, cells->data) : search_of(comparison, cell);
}

/* ---- JSON ---- */

static void print_value(ys_printer *p, ys_dimension by, const char *value)
{
	if (by == YS_BY_YEAR && value)
		p->integer(p, ys_dimension_name(by), g_ascii_strtoll(value, NULL, 10));
	else
		p->string(p, ys_dimension_name(by), value);
}

static void print_key(ys_printer *p, const ys_question *question, const char *const *key, guint except)
{
	p->begin_map(p, "key");
	for (guint i = 0; i < question->n_by; i++)
		if (i != except)
			print_value(p, question->by[i], key[i]);
	p->end(p);
}

static void print_cell(ys_printer *p, const ys_comparison *comparison, const ys_cell *cell, const present_cells *cells)
{
	const ys_question *question = &comparison->question;
	const gboolean years = ys_question_at(question, YS_BY_YEAR) < question->n_by;
	g_autofree char *hits = hits_of(comparison, cell, cells);

	p->begin_map(p, NULL);
	print_key(p, question, cell->key, G_MAXUINT);
	if (cell->code)
		p->string(p, "code", *cell->code ? cell->code : NULL);
	p->integer(p, "count", cell->count);
	p->amount(p, "amount", cell->amount);
	p->integer(p, "publications", cell->publications);
	p->integer(p, "mentioned", cell->mentioned);
	if (years) {
		p->amount(p, "change", cell->change);
		p->percent(p, "change", cell->change_percent);
		if (cell->change != YS_AMOUNT_NONE)
			p->boolean(p, "comparable", cell->comparable);
	}
	if (cell->execution_percent != YS_PERCENT_NONE)
		p->percent(p, "execution", cell->execution_percent);
	if (cell->rank)
		p->integer(p, "rank", cell->rank);
	p->string(p, "hits", hits);
	ys_printer_strings(p, "ids", cell->ids);
	p->end(p);
}

static void print_left_out(ys_printer *p, const ys_comparison *comparison)
{
	p->begin_map(p, "left_out");
	for (int verdict = YS_COUNTS + 1; verdict < YS_N_LEFT; verdict++)
		p->integer(p, ys_count_verdict_name((ys_count_verdict)verdict), comparison->left_out[verdict]);
	p->integer(p, "superseded", comparison->superseded);
	p->end(p);
}

static void print_coverage(ys_printer *p, const ys_comparison *comparison)
{
	p->begin_list(p, "coverage");
	for (guint i = 0; i < comparison->coverage->len; i++) {
		const ys_coverage *coverage = &g_array_index(comparison->coverage, ys_coverage, i);

		p->begin_map(p, NULL);
		p->begin_map(p, "key");
		print_value(p, coverage->by, coverage->value);
		p->end(p);
		p->integer(p, "publications", coverage->publications);
		p->integer(p, "bodies", coverage->bodies);
		p->end(p);
	}
	p->end(p);
}

static void print_medians(ys_printer *p, const ys_comparison *comparison)
{
	const ys_question *question = &comparison->question;

	if (!comparison->medians->len)
		return;
	p->begin_list(p, "medians");
	for (guint i = 0; i < comparison->medians->len; i++) {
		const ys_median *median = &g_array_index(comparison->medians, ys_median, i);

		p->begin_map(p, NULL);
		print_key(p, question, median->key, ys_question_at(question, YS_BY_DEPARTMENT));
		p->integer(p, "bodies", median->bodies);
		p->amount(p, "median", median->median);
		p->end(p);
	}
	p->end(p);
}

void present_comparison_json(GString *out, const ys_comparison *comparison, const present_cells *cells)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);
	const ys_question *question = &comparison->question;

	p->begin_map(p, NULL);
	p->string(p, "query", question->query->text);
	p->string(p, "of", ys_record_type_name(question->of));
	p->begin_list(p, "by");
	for (guint i = 0; i < question->n_by; i++)
		p->string(p, NULL, ys_dimension_name(question->by[i]));
	p->end(p);
	p->string(p, "measure", ys_measure_name(question->measure));
	p->string(p, "match", question->mentioned ? "text" : "title");
	p->integer(p, "publications", comparison->publications);
	p->integer(p, "count", comparison->count);
	p->integer(p, "n_cells", comparison->n_cells);
	p->begin_list(p, "cells");
	for (guint i = 0; i < comparison->cells->len; i++)
		print_cell(p, comparison, &g_array_index(comparison->cells, ys_cell, i), cells);
	p->end(p);
	print_left_out(p, comparison);
	print_medians(p, comparison);
	print_coverage(p, comparison);
	p->end(p);
	g_string_append_c(out, '\n');
}

/* ---- CSV ---- */

static void append_percent(GString *out, ys_percent percent)
{
	if (percent != YS_PERCENT_NONE)
		g_string_append_printf(out, "%s%" G_GINT64_FORMAT ".%02d", percent < 0 ? "-" : "",
				       percent < 0 ? -(percent / 100) : percent / 100,
				       (int)(percent < 0 ? -(percent % 100) : percent % 100));
}

static void append_yuan(GString *out, ys_amount amount)
{
	if (amount != YS_AMOUNT_NONE)
		ys_amount_append_yuan(out, amount);
}

static void append_cell_csv(GString *out, const ys_comparison *comparison, const ys_cell *cell,
			    const present_cells *cells, gboolean sheet)
{
	g_autofree char *hits = hits_of(comparison, cell, cells);

	for (guint i = 0; i < comparison->question.n_by; i++) {
		ys_csv_append_field(out, cell->key[i], sheet);
		g_string_append_c(out, ',');
	}
	ys_csv_append_field(out, cell->code, sheet);
	g_string_append_printf(out, ",%u,", cell->count);
	append_yuan(out, cell->amount);
	g_string_append_printf(out, ",%u,%u,", cell->publications, cell->mentioned);
	append_yuan(out, cell->change);
	g_string_append_c(out, ',');
	append_percent(out, cell->change_percent);
	g_string_append_printf(out, ",%s,", cell->change == YS_AMOUNT_NONE ? "" : cell->comparable ? "true" : "false");
	append_percent(out, cell->execution_percent);
	g_string_append_c(out, ',');
	if (cell->rank)
		g_string_append_printf(out, "%u", cell->rank);
	g_string_append_c(out, ',');
	ys_csv_append_field(out, hits, sheet);
	g_string_append(out, "\r\n");
}

void present_comparison_csv(GString *out, const ys_comparison *comparison, const present_cells *cells, gboolean sheet)
{
	if (sheet)
		g_string_append(out, "\xef\xbb\xbf");
	for (guint i = 0; i < comparison->question.n_by; i++)
		g_string_append_printf(out, "%s,", ys_dimension_name(comparison->question.by[i]));
	g_string_append(out, "line_code,count,amount_yuan,publications,mentioned,change_yuan,change_percent,comparable,"
			"execution_percent,rank,hits\r\n");
	for (guint i = 0; i < comparison->cells->len; i++)
		append_cell_csv(out, comparison, &g_array_index(comparison->cells, ys_cell, i), cells, sheet);
}
