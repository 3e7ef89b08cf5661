#include "src/output/printer.h"

#include "src/record_fields.h"

void ys_printer_free(ys_printer *printer)
{
	if (printer)
		printer->destroy(printer);
}

void ys_printer_known(ys_printer *p, const char *key, int n)
{
	if (n)
		p->integer(p, key, n);
	else
		p->string(p, key, NULL);
}

void ys_printer_strings(ys_printer *p, const char *key, const GPtrArray *strings)
{
	p->begin_list(p, key);
	for (guint i = 0; i < strings->len; i++)
		p->string(p, NULL, strings->pdata[i]);
	p->end(p);
}

void ys_printer_region(ys_printer *p, const char *key, const ys_region *region)
{
	p->begin_map(p, key);
	p->string(p, "province", region->province);
	p->string(p, "city", region->city);
	p->string(p, "county", region->county);
	p->string(p, "code", region->code);
	p->end(p);
}

void ys_printer_warning(ys_printer *p, const ys_warning *warning)
{
	p->begin_map(p, NULL);
	p->string(p, "code", warning->code);
	p->string(p, "message", warning->message);
	ys_printer_known(p, "line", warning->line);
	if (warning->page)
		p->integer(p, "page", warning->page);
	p->end(p);
}

/* One function per form of field; place is where the field lies in the record. */
typedef void (*write_fn)(ys_printer *p, const char *key, gconstpointer place);

static void write_type(ys_printer *p, const char *key, gconstpointer place)
{
	p->string(p, key, ys_record_type_name(*(const ys_record_type *)place));
}

static void write_string(ys_printer *p, const char *key, gconstpointer place)
{
	p->string(p, key, *(char *const *)place);
}

static void write_strings(ys_printer *p, const char *key, gconstpointer place)
{
	ys_printer_strings(p, key, *(GPtrArray *const *)place);
}

static void write_region(ys_printer *p, const char *key, gconstpointer place)
{
	ys_printer_region(p, key, place);
}

static void write_year(ys_printer *p, const char *key, gconstpointer place)
{
	ys_printer_known(p, key, *(const int *)place);
}

static void write_count(ys_printer *p, const char *key, gconstpointer place)
{
	p->integer(p, key, *(const int *)place);
}

static void write_funding(ys_printer *p, const char *key, gconstpointer place)
{
	const GPtrArray *all = *(GPtrArray *const *)place;

	p->begin_map(p, key);
	for (guint i = 0; i < all->len; i++) {
		const ys_funding *funding = all->pdata[i];

		p->money(p, funding->name, funding->amount);
	}
	p->end(p);
}

static void write_figures(ys_printer *p, const char *key, gconstpointer place)
{
	const GPtrArray *all = *(GPtrArray *const *)place;

	if (!all->len) {
		p->string(p, key, NULL);
		return;
	}
	p->begin_map(p, key);
	for (guint i = 0; i < all->len; i++) {
		const ys_funding *figure = all->pdata[i];

		p->amount(p, figure->name, figure->amount);
	}
	p->end(p);
}

static void write_rows(ys_printer *p, const char *key, gconstpointer place)
{
	const GPtrArray *rows = *(GPtrArray *const *)place;

	p->begin_list(p, key);
	for (guint i = 0; i < rows->len; i++)
		ys_printer_strings(p, NULL, rows->pdata[i]);
	p->end(p);
}

static void write_reconciliation(ys_printer *p, const char *key, gconstpointer place)
{
	const ys_reconciliation *r = place;

	p->begin_map(p, key);
	p->string(p, "status", ys_reconciliation_status_name(r->status));
	p->amount(p, "sum", r->sum);
	p->amount(p, "declared", r->declared);
	p->amount(p, "residual", r->residual);
	p->end(p);
}

static void write_pages(ys_printer *p, const GArray *pages)
{
	ys_printer_known(p, "page", pages->len ? g_array_index(pages, int, 0) : 0);
	if (!pages->len) {
		p->string(p, "pages", NULL);
		return;
	}
	p->begin_list(p, "pages");
	for (guint i = 0; i < pages->len; i++)
		p->integer(p, NULL, g_array_index(pages, int, i));
	p->end(p);
}

/* The first cell of its row, by which a spreadsheet is told to go there. */
static void write_cell(ys_printer *p, int row)
{
	g_autofree char *cell = row ? g_strdup_printf("A%d", row) : NULL;

	p->string(p, "cell", cell);
}

/* From the first to the last, as a list of two. */
static void write_range(ys_printer *p, const char *key, const ys_lines *range)
{
	p->begin_list(p, key);
	p->integer(p, NULL, range->first);
	p->integer(p, NULL, range->last);
	p->end(p);
}

/* Which rows of which table. */
static void write_table_rows(ys_printer *p, const ys_source *source)
{
	p->string(p, "table", source->table);
	ys_printer_known(p, "table_no", source->table_no);
	if (source->rows.first)
		write_range(p, "rows", &source->rows);
	else
		p->string(p, "rows", NULL);
}

static void write_ranges(ys_printer *p, const char *key, gconstpointer place)
{
	const GArray *ranges = *(GArray *const *)place;

	p->begin_list(p, key);
	for (guint i = 0; i < ranges->len; i++)
		write_range(p, NULL, &g_array_index(ranges, ys_lines, i));
	p->end(p);
}

static void write_lines(ys_printer *p, const GArray *lines)
{
	write_ranges(p, "lines", &lines);
}

/* Each with the table and the lines it stands in, which are known of all but what only prose names. */
static void write_measured(ys_printer *p, const char *key, gconstpointer place)
{
	const GPtrArray *all = *(GPtrArray *const *)place;

	p->begin_list(p, key);
	for (guint i = 0; i < all->len; i++) {
		const ys_measured *measured = all->pdata[i];

		p->begin_map(p, NULL);
		p->string(p, "measure", measured->measure);
		p->amount(p, "amount", measured->amount);
		p->string(p, "table", measured->place ? measured->place->table : NULL);
		if (measured->place) {
			write_lines(p, measured->place->lines);
			if (measured->place->pages->len)
				write_pages(p, measured->place->pages);
		}
		p->end(p);
	}
	p->end(p);
}

static void write_one_source(ys_printer *p, const char *key, const ys_source *source)
{
	if (!source) {
		p->string(p, key, NULL);
		return;
	}
	p->begin_map(p, key);
	p->string(p, "path", source->path);
	p->string(p, "format", source->format);
	write_lines(p, source->lines);
	write_pages(p, source->pages);
	p->string(p, "part", source->part);
	p->string(p, "sheet", source->sheet);
	write_cell(p, source->sheet_row);
	write_table_rows(p, source);
	p->string(p, "url", source->url);
	if (source->text)
		p->string(p, "text", source->text);
	p->end(p);
}

static void write_source(ys_printer *p, const char *key, gconstpointer place)
{
	write_one_source(p, key, *(ys_source *const *)place);
}

static void write_sources(ys_printer *p, const char *key, gconstpointer place)
{
	const GPtrArray *sources = *(GPtrArray *const *)place;

	p->begin_list(p, key);
	for (guint i = 0; i < sources->len; i++)
		write_one_source(p, NULL, sources->pdata[i]);
	p->end(p);
}

static void write_warnings(ys_printer *p, const char *key, gconstpointer place)
{
	const GPtrArray *warnings = *(GPtrArray *const *)place;

	p->begin_list(p, key);
	for (guint i = 0; i < warnings->len; i++)
		ys_printer_warning(p, warnings->pdata[i]);
	p->end(p);
}

/* Amounts and percents are missing here: the printer names them. */
static const write_fn writers[YS_N_FIELD_FORMS] = {
	[YS_FIELD_TYPE] = write_type,
	[YS_FIELD_STRING] = write_string,
	[YS_FIELD_STRINGS] = write_strings,
	[YS_FIELD_REGION] = write_region,
	[YS_FIELD_YEAR] = write_year,
	[YS_FIELD_COUNT] = write_count,
	[YS_FIELD_FUNDING] = write_funding,
	[YS_FIELD_FIGURES] = write_figures,
	[YS_FIELD_MEASURED] = write_measured,
	[YS_FIELD_ROWS] = write_rows,
	[YS_FIELD_RANGES] = write_ranges,
	[YS_FIELD_RECONCILIATION] = write_reconciliation,
	[YS_FIELD_SOURCE] = write_source,
	[YS_FIELD_SOURCES] = write_sources,
	[YS_FIELD_WARNINGS] = write_warnings,
};

void ys_printer_record_fields(ys_printer *printer, const ys_record *record, ys_record_extent extent)
{
	gsize n;
	const ys_field *fields = ys_record_fields(&n);

	for (gsize i = 0; i < n; i++) {
		const ys_field *field = &fields[i];

		if (!ys_field_is_printed(field, record))
			continue;
		if (field->form == YS_FIELD_ROWS && extent == YS_RECORD_WITHOUT_ROWS)
			continue;
		if (field->form == YS_FIELD_AMOUNT) {
			printer->amount(printer, field->name,
					G_STRUCT_MEMBER(ys_amount, record, field->offset));
			continue;
		}
		if (field->form == YS_FIELD_PERCENT) {
			printer->percent(printer, field->name,
					 G_STRUCT_MEMBER(ys_percent, record, field->offset));
			continue;
		}
		writers[field->form](printer, field->name, G_STRUCT_MEMBER_P(record, field->offset));
	}
}

void ys_printer_record_counts(ys_printer *printer, const guint64 counts[YS_N_TYPES])
{
	printer->begin_map(printer, "records");
	for (int type = 0; type < YS_N_TYPES; type++)
		printer->integer(printer, ys_record_type_name((ys_record_type)type), (gint64)counts[type]);
	printer->end(printer);
}
