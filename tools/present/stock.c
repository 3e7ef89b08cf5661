#include "tools/present/stock.h"

#include "src/output/csv.h"
#include "src/output/printer.h"
#include "src/output/text.h"

/* Of what is missing so much is named in a line. */
#define NAMED_MAX 3

static const char *text_of(const ys_stock *stock, const ys_stock_cell *cell, guint i)
{
	return cell->key[i] ? cell->key[i] : stock->by[i] == YS_BY_REGION ? YS_REGION_UNKNOWN : "不详";
}

static void append_missing(GString *out, const GArray *missing)
{
	for (guint i = 0; i < missing->len && i < NAMED_MAX; i++) {
		const ys_missing *one = &g_array_index(missing, ys_missing, i);
		g_autofree char *name = g_strdup_printf("%s%s %d年%s", i ? ", " : "  ", one->department, one->year, one->kind);

		ys_text_append_safe(out, name);
	}
	if (missing->len > NAMED_MAX)
		g_string_append(out, ", ...");
}

void present_stock_text(GString *out, const ys_stock *stock)
{
	guint widths[YS_N_BY];

	for (guint i = 0; i < stock->n_by; i++) {
		widths[i] = ys_text_width(ys_dimension_name(stock->by[i]));
		for (guint k = 0; k < stock->cells->len; k++)
			widths[i] = MAX(widths[i], ys_text_width(text_of(stock, &g_array_index(stock->cells, ys_stock_cell, k), i)));
		ys_text_append_column(out, ys_dimension_name(stock->by[i]), widths[i]);
		g_string_append(out, "  ");
	}
	g_string_append(out, "publications  bodies  superseded  warnings  missing\n");
	for (guint k = 0; k < stock->cells->len; k++) {
		const ys_stock_cell *cell = &g_array_index(stock->cells, ys_stock_cell, k);

		for (guint i = 0; i < stock->n_by; i++) {
			ys_text_append_column(out, text_of(stock, cell, i), widths[i]);
			g_string_append(out, "  ");
		}
		g_string_append_printf(out, "%12u  %6u  %10u  %8u  %7u", cell->publications, cell->bodies, cell->superseded,
				       cell->warnings, cell->missing->len);
		append_missing(out, cell->missing);
		g_string_append_c(out, '\n');
	}
}

static void print_cell(ys_printer *p, const ys_stock *stock, const ys_stock_cell *cell)
{
	p->begin_map(p, NULL);
	p->begin_map(p, "key");
	for (guint i = 0; i < stock->n_by; i++)
		if (stock->by[i] == YS_BY_YEAR && cell->key[i])
			p->integer(p, "year", g_ascii_strtoll(cell->key[i], NULL, 10));
		else
			p->string(p, ys_dimension_name(stock->by[i]), cell->key[i]);
	p->end(p);
	p->integer(p, "publications", cell->publications);
	p->integer(p, "bodies", cell->bodies);
	p->integer(p, "superseded", cell->superseded);
	p->integer(p, "warnings", cell->warnings);
	p->begin_list(p, "missing");
	for (guint i = 0; i < cell->missing->len; i++) {
		const ys_missing *missing = &g_array_index(cell->missing, ys_missing, i);

		p->begin_map(p, NULL);
		p->string(p, "department", missing->department);
		p->integer(p, "year", missing->year);
		p->string(p, "kind", missing->kind);
		p->end(p);
	}
	p->end(p);
	p->end(p);
}

void present_stock_json(GString *out, const ys_stock *stock)
{
	g_autoptr(ys_printer) p = ys_printer_json_new(out, YS_JSON_YUAN);

	p->begin_map(p, NULL);
	p->begin_list(p, "by");
	for (guint i = 0; i < stock->n_by; i++)
		p->string(p, NULL, ys_dimension_name(stock->by[i]));
	p->end(p);
	p->begin_list(p, "cells");
	for (guint i = 0; i < stock->cells->len; i++)
		print_cell(p, stock, &g_array_index(stock->cells, ys_stock_cell, i));
	p->end(p);
	p->end(p);
	g_string_append_c(out, '\n');
}

void present_stock_csv(GString *out, const ys_stock *stock)
{
	g_string_append(out, "\xef\xbb\xbf");
	for (guint i = 0; i < stock->n_by; i++)
		g_string_append_printf(out, "%s,", ys_dimension_name(stock->by[i]));
	g_string_append(out, "publications,bodies,superseded,warnings,missing\r\n");
	for (guint k = 0; k < stock->cells->len; k++) {
		const ys_stock_cell *cell = &g_array_index(stock->cells, ys_stock_cell, k);

		for (guint i = 0; i < stock->n_by; i++) {
			ys_csv_append_field(out, cell->key[i], TRUE);
			g_string_append_c(out, ',');
		}
		g_string_append_printf(out, "%u,%u,%u,%u,%u\r\n", cell->publications, cell->bodies, cell->superseded,
				       cell->warnings, cell->missing->len);
	}
}
