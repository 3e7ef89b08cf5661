#include "src/output/printer.h"

#include "src/record_fields.h"

void ys_printer_free(ys_printer *printer)
{
	if (printer)
		printer->destroy(printer);
}

/* One function per form of field; place is where the field lies in the record. */
typedef void (*write_fn)(ys_printer *p, gconstpointer place);

static void write_type(ys_printer *p, gconstpointer place)
{
	p->string(p, ys_record_type_name(*(const ys_record_type *)place));
}

static void write_string(ys_printer *p, gconstpointer place)
{
	p->string(p, *(char *const *)place);
}

static void write_string_list(ys_printer *p, const GPtrArray *strings)
{
	p->begin_list(p);
	for (guint i = 0; i < strings->len; i++)
		p->string(p, strings->pdata[i]);
	p->end(p);
}

static void write_strings(ys_printer *p, gconstpointer place)
{
	write_string_list(p, *(GPtrArray *const *)place);
}

static void write_member(ys_printer *p, const char *name, const char *value)
{
	p->key(p, name);
	p->string(p, value);
}

static void write_region(ys_printer *p, gconstpointer place)
{
	const ys_region *region = place;

	p->begin_map(p);
	write_member(p, "province", region->province);
	write_member(p, "city", region->city);
	write_member(p, "county", region->county);
	write_member(p, "code", region->code);
	p->end(p);
}

static void write_known_int(ys_printer *p, int n)
{
	if (n)
		p->integer(p, n);
	else
		p->string(p, NULL);
}

static void write_year(ys_printer *p, gconstpointer place)
{
	write_known_int(p, *(const int *)place);
}

static void write_count(ys_printer *p, gconstpointer place)
{
	p->integer(p, *(const int *)place);
}

static void write_funding(ys_printer *p, gconstpointer place)
{
	const GPtrArray *all = *(GPtrArray *const *)place;

	p->begin_map(p);
	for (guint i = 0; i < all->len; i++) {
		const ys_funding *funding = all->pdata[i];

		p->key(p, funding->name);
		p->money(p, funding->amount);
	}
	p->end(p);
}

static void write_figures(ys_printer *p, gconstpointer place)
{
	const GPtrArray *all = *(GPtrArray *const *)place;

	if (!all->len) {
		p->string(p, NULL);
		return;
	}
	p->begin_map(p);
	for (guint i = 0; i < all->len; i++) {
		const ys_funding *figure = all->pdata[i];

		p->amount(p, figure->name, figure->amount);
	}
	p->end(p);
}

static void write_rows(ys_printer *p, gconstpointer place)
{
	const GPtrArray *rows = *(GPtrArray *const *)place;

	p->begin_list(p);
	for (guint i = 0; i < rows->len; i++)
		write_string_list(p, rows->pdata[i]);
	p->end(p);
}

static void write_reconciliation(ys_printer *p, gconstpointer place)
{
	const ys_reconciliation *r = place;

	p->begin_map(p);
	write_member(p, "status", ys_reconciliation_status_name(r->status));
	p->amount(p, "sum", r->sum);
	p->amount(p, "declared", r->declared);
	p->amount(p, "residual", r->residual);
	p->end(p);
}

/* null where there is none. */
static void write_number(ys_printer *p, const char *name, int number)
{
	p->key(p, name);
	if (number)
		p->integer(p, number);
	else
		p->string(p, NULL);
}

static void write_pages(ys_printer *p, const GArray *pages)
{
	write_number(p, "page", pages->len ? g_array_index(pages, int, 0) : 0);
	p->key(p, "pages");
	if (!pages->len) {
		p->string(p, NULL);
		return;
	}
	p->begin_list(p);
	for (guint i = 0; i < pages->len; i++)
		p->integer(p, g_array_index(pages, int, i));
	p->end(p);
}

/* The first cell of its row, by which a spreadsheet is told to go there. */
static void write_cell(ys_printer *p, int row)
{
	g_autofree char *cell = row ? g_strdup_printf("A%d", row) : NULL;

	write_member(p, "cell", cell);
}

/* Which rows of which table. */
static void write_table_rows(ys_printer *p, const ys_source *source)
{
	write_member(p, "table", source->table);
	write_number(p, "table_no", source->table_no);
	p->key(p, "rows");
	if (!source->rows.first) {
		p->string(p, NULL);
		return;
	}
	p->begin_list(p);
	p->integer(p, source->rows.first);
	p->integer(p, source->rows.last);
	p->end(p);
}

static void write_one_source(ys_printer *p, const ys_source *source)
{
	if (!source) {
		p->string(p, NULL);
		return;
	}
	p->begin_map(p);
	write_member(p, "path", source->path);
	write_member(p, "format", source->format);
	p->key(p, "lines");
	p->begin_list(p);
	for (guint i = 0; i < source->lines->len; i++) {
		const ys_lines *lines = &g_array_index(source->lines, ys_lines, i);

		p->begin_list(p);
		p->integer(p, lines->first);
		p->integer(p, lines->last);
		p->end(p);
	}
	p->end(p);
	write_pages(p, source->pages);
	write_member(p, "part", source->part);
	write_member(p, "sheet", source->sheet);
	write_cell(p, source->sheet_row);
	write_table_rows(p, source);
	if (source->text)
		write_member(p, "text", source->text);
	p->end(p);
}

static void write_source(ys_printer *p, gconstpointer place)
{
	write_one_source(p, *(ys_source *const *)place);
}

static void write_sources(ys_printer *p, gconstpointer place)
{
	const GPtrArray *sources = *(GPtrArray *const *)place;

	p->begin_list(p);
	for (guint i = 0; i < sources->len; i++)
		write_one_source(p, sources->pdata[i]);
	p->end(p);
}

static void write_warnings(ys_printer *p, gconstpointer place)
{
	const GPtrArray *warnings = *(GPtrArray *const *)place;

	p->begin_list(p);
	for (guint i = 0; i < warnings->len; i++) {
		const ys_warning *warning = warnings->pdata[i];

		p->begin_map(p);
		write_member(p, "code", warning->code);
		write_member(p, "message", warning->message);
		p->key(p, "line");
		write_known_int(p, warning->line);
		p->end(p);
	}
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
	[YS_FIELD_ROWS] = write_rows,
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
		printer->key(printer, field->name);
		writers[field->form](printer, G_STRUCT_MEMBER_P(record, field->offset));
	}
}

void ys_printer_record_counts(ys_printer *printer, const guint64 counts[YS_N_TYPES])
{
	printer->key(printer, "records");
	printer->begin_map(printer);
	for (int type = 0; type < YS_N_TYPES; type++) {
		printer->key(printer, ys_record_type_name((ys_record_type)type));
		printer->integer(printer, (gint64)counts[type]);
	}
	printer->end(printer);
}
