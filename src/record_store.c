/* The stored form of a record: what the JSON printer makes of it in fen. */
#include "src/record.h"

#include <stdlib.h>
#include <string.h>

#include "src/error.h"
#include "src/json.h"
#include "src/output/printer.h"
#include "src/record_fields.h"
#include "src/record_line.h"

char *ys_record_to_json(const ys_record *record)
{
	GString *out = g_string_new(NULL);
	g_autoptr(ys_printer) printer = ys_printer_json_new(out, YS_JSON_FEN);

	printer->begin_map(printer, NULL);
	if (record->type == YS_LINE)
		ys_record_line_write(printer, record);
	else
		ys_printer_record_fields(printer, record, YS_RECORD_WHOLE);
	printer->end(printer);
	return g_string_free(out, FALSE);
}

char *ys_record_to_stored(const ys_record *record)
{
	g_autofree char *json = ys_record_to_json(record);

	return ys_record_seal(json);
}

/* ---- reading ---- */

/* One function per form of field, the inverse of the printer's; FALSE if value is not
 * what the printer wrote. */
typedef gboolean (*read_fn)(const ys_json *value, gpointer place);

/* NULL if there is no value, or it is no string. */
static const char *text_of(const ys_json *value)
{
	return value ? value->string : NULL;
}

static gboolean is(const ys_json *value, ys_json_kind kind)
{
	return value && value->kind == kind;
}

static gboolean read_type(const ys_json *value, gpointer place)
{
	*(ys_record_type *)place = ys_record_type_named(text_of(value));
	return *(ys_record_type *)place != YS_N_TYPES;
}

static gboolean read_string(const ys_json *value, gpointer place)
{
	*(char **)place = g_strdup(text_of(value));
	return is(value, YS_JSON_STRING) || is(value, YS_JSON_NULL);
}

/* The first of a list's elements. */
static const ys_json *first_in(const ys_json *value)
{
	return is(value, YS_JSON_LIST) ? value->first : NULL;
}

static gboolean read_string_list(const ys_json *value, GPtrArray *strings)
{
	for (const ys_json *element = first_in(value); element; element = element->next) {
		char *s = NULL;

		if (!read_string(element, &s))
			return FALSE;
		g_ptr_array_add(strings, s);
	}
	return is(value, YS_JSON_LIST);
}

static gboolean read_strings(const ys_json *value, gpointer place)
{
	return read_string_list(value, *(GPtrArray **)place);
}

/* The names are static strings of the gazetteer, so of what has a code that alone is read back.  One
 * that the gazetteer does not know leaves the region unknown. */
static gboolean read_region(const ys_json *value, gpointer place)
{
	const ys_json *code = ys_json_member(value, "code", NULL);
	ys_region *region = place;

	if (is(code, YS_JSON_NULL)) {
		ys_region_of_names(text_of(ys_json_member(value, "province", NULL)),
				   text_of(ys_json_member(value, "city", NULL)),
				   text_of(ys_json_member(value, "county", NULL)), region);
		return TRUE;
	}
	if (!is(code, YS_JSON_STRING))
		return FALSE;
	if (!ys_region_of_code(code->string, region))
		*region = (ys_region){ 0 };
	return TRUE;
}

static gboolean read_int(const ys_json *value, int *n)
{
	gint64 wide = is(value, YS_JSON_INTEGER) ? value->integer : -1;

	*n = (int)CLAMP(wide, 0, G_MAXINT);
	return *n == wide;
}

static gboolean read_count(const ys_json *value, gpointer place)
{
	return read_int(value, place);
}

static gboolean read_year(const ys_json *value, gpointer place)
{
	return is(value, YS_JSON_NULL) || read_int(value, place);
}

static gboolean read_amount(const ys_json *value, gpointer place)
{
	*(ys_amount *)place = is(value, YS_JSON_INTEGER) ? value->integer : YS_AMOUNT_NONE;
	return is(value, YS_JSON_INTEGER) || is(value, YS_JSON_NULL);
}

static gboolean read_funding(const ys_json *value, gpointer place)
{
	GPtrArray *all = *(GPtrArray **)place;

	if (!is(value, YS_JSON_MAP))
		return FALSE;
	for (const ys_json *member = value->first; member; member = member->next) {
		ys_funding *funding = ys_funding_new(member->key, YS_AMOUNT_NONE);

		g_ptr_array_add(all, funding);
		if (!read_amount(member, &funding->amount))
			return FALSE;
	}
	return TRUE;
}

/* A map of figures that is not known is null; its names have the unit behind them. */
static gboolean read_figures(const ys_json *value, gpointer place)
{
	GPtrArray *all = *(GPtrArray **)place;

	if (is(value, YS_JSON_NULL))
		return TRUE;
	if (!is(value, YS_JSON_MAP))
		return FALSE;
	for (const ys_json *member = value->first; member; member = member->next) {
		ys_funding *figure = ys_funding_new(member->key, YS_AMOUNT_NONE);
		char *unit = strrchr(figure->name, '_');

		g_ptr_array_add(all, figure);
		if (!unit || strcmp(unit, "_fen") || !read_amount(member, &figure->amount))
			return FALSE;
		*unit = '\0';
	}
	return TRUE;
}

static gboolean read_percent(const ys_json *value, gpointer place)
{
	*(ys_percent *)place = is(value, YS_JSON_INTEGER) ? value->integer : YS_PERCENT_NONE;
	return is(value, YS_JSON_INTEGER) || is(value, YS_JSON_NULL);
}

static gboolean read_rows(const ys_json *value, gpointer place)
{
	GPtrArray *rows = *(GPtrArray **)place;
	for (const ys_json *element = first_in(value); element; element = element->next) {
		GPtrArray *row = g_ptr_array_new_full(element->size, g_free);

		g_ptr_array_add(rows, row);
		if (!read_string_list(element, row))
			return FALSE;
	}
	return is(value, YS_JSON_LIST);
}

static gboolean read_reconciliation(const ys_json *value, gpointer place)
{
	const char *status = text_of(ys_json_member(value, "status", NULL));
	ys_reconciliation *r = place;

	r->status = YS_UNCHECKED;
	while (r->status < YS_MISMATCH && g_strcmp0(ys_reconciliation_status_name(r->status), status) != 0)
		r->status++;
	return g_strcmp0(ys_reconciliation_status_name(r->status), status) == 0 &&
	       read_amount(ys_json_member(value, "sum_fen", NULL), &r->sum) &&
	       read_amount(ys_json_member(value, "declared_fen", NULL), &r->declared) &&
	       read_amount(ys_json_member(value, "residual_fen", NULL), &r->residual);
}

static gboolean read_lines(const ys_json *value, GArray *all)
{
	for (const ys_json *element = first_in(value); element; element = element->next) {
		ys_lines lines;

		const ys_json *first = first_in(element);

		if (!read_int(first, &lines.first) || !read_int(first->next, &lines.last) || lines.last < lines.first)
			return FALSE;
		g_array_append_val(all, lines);
	}
	return is(value, YS_JSON_LIST);
}

static gboolean read_pages(const ys_json *value, GArray *pages)
{
	for (const ys_json *element = first_in(value); element; element = element->next) {
		int page;

		if (!read_int(element, &page))
			return FALSE;
		g_array_append_val(pages, page);
	}
	return is(value, YS_JSON_LIST) || is(value, YS_JSON_NULL);
}

/* A number that is null where there is none. */
static gboolean read_number(const ys_json *value, int *number)
{
	return is(value, YS_JSON_NULL) || read_int(value, number);
}

/* A12 is of row 12. */
static gboolean read_cell(const ys_json *value, int *row)
{
	const char *cell = text_of(value);

	*row = cell && *cell == 'A' ? atoi(cell + 1) : 0;
	return is(value, YS_JSON_NULL) || *row > 0;
}

static gboolean read_table_rows(const ys_json *value, ys_lines *rows)
{
	const ys_json *first = first_in(value);

	return is(value, YS_JSON_NULL) ||
	       (is(value, YS_JSON_LIST) && read_int(first, &rows->first) && read_int(first->next, &rows->last));
}

static gboolean read_source(const ys_json *value, gpointer place)
{
	const ys_json *text = ys_json_member(value, "text", NULL);
	ys_source *source;

	if (is(value, YS_JSON_NULL))
		return TRUE;
	source = *(ys_source **)place = ys_source_new(NULL, NULL);
	return read_string(ys_json_member(value, "path", NULL), &source->path) &&
	       read_string(ys_json_member(value, "table", NULL), &source->table) &&
	       read_string(ys_json_member(value, "format", NULL), &source->format) &&
	       read_string(ys_json_member(value, "part", NULL), &source->part) &&
	       read_string(ys_json_member(value, "sheet", NULL), &source->sheet) &&
	       read_pages(ys_json_member(value, "pages", NULL), source->pages) &&
	       read_cell(ys_json_member(value, "cell", NULL), &source->sheet_row) &&
	       read_number(ys_json_member(value, "table_no", NULL), &source->table_no) &&
	       read_table_rows(ys_json_member(value, "rows", NULL), &source->rows) &&
	       read_string(ys_json_member(value, "url", NULL), &source->url) &&
	       (!text || read_string(text, &source->text)) &&
	       read_lines(ys_json_member(value, "lines", NULL), source->lines);
}

static gboolean read_sources(const ys_json *value, gpointer place)
{
	GPtrArray *sources = *(GPtrArray **)place;
	for (const ys_json *element = first_in(value); element; element = element->next) {
		ys_source *source = NULL;
		gboolean ok = read_source(element, &source) && source;

		if (source)
			g_ptr_array_add(sources, source);
		if (!ok)
			return FALSE;
	}
	return is(value, YS_JSON_LIST);
}

static gboolean read_warnings(const ys_json *value, gpointer place)
{
	GPtrArray *warnings = *(GPtrArray **)place;
	for (const ys_json *element = first_in(value); element; element = element->next) {
		ys_warning *warning = g_new0(ys_warning, 1);

		const ys_json *page = ys_json_member(element, "page", NULL);

		g_ptr_array_add(warnings, warning);
		if ((page && !read_int(page, &warning->page)) ||
		    !read_string(ys_json_member(element, "code", NULL), &warning->code) ||
		    !read_string(ys_json_member(element, "message", NULL), &warning->message) ||
		    !read_year(ys_json_member(element, "line", NULL), &warning->line))
			return FALSE;
	}
	return is(value, YS_JSON_LIST);
}

static gboolean read_ranges(const ys_json *value, gpointer place)
{
	return read_lines(value, *(GArray **)place);
}

static const read_fn readers[YS_N_FIELD_FORMS] = {
	[YS_FIELD_TYPE] = read_type,
	[YS_FIELD_STRING] = read_string,
	[YS_FIELD_STRINGS] = read_strings,
	[YS_FIELD_REGION] = read_region,
	[YS_FIELD_YEAR] = read_year,
	[YS_FIELD_COUNT] = read_count,
	[YS_FIELD_AMOUNT] = read_amount,
	[YS_FIELD_FUNDING] = read_funding,
	[YS_FIELD_FIGURES] = read_figures,
	[YS_FIELD_PERCENT] = read_percent,
	[YS_FIELD_ROWS] = read_rows,
	[YS_FIELD_RANGES] = read_ranges,
	[YS_FIELD_RECONCILIATION] = read_reconciliation,
	[YS_FIELD_SOURCE] = read_source,
	[YS_FIELD_SOURCES] = read_sources,
	[YS_FIELD_WARNINGS] = read_warnings,
};

static gboolean fail(GError **error, const char *why)
{
	g_set_error(error, YS_ERROR, YS_ERROR_IO,
		    "a stored record is damaged (%s); build the index anew with yusou index --rebuild", why);
	return FALSE;
}

/* *last is the member read before, behind which the printer wrote this one. */
static gboolean read_field(const ys_json *object, const ys_field *field, const ys_json **last, ys_record *record,
			   GError **error)
{
	const char *unit = field->form == YS_FIELD_AMOUNT    ? "_fen"
			   : field->form == YS_FIELD_PERCENT ? "_basis_points"
							     : "";
	const ys_json *value;
	char name[64];

	g_snprintf(name, sizeof name, "%s%s", field->name, unit);
	value = ys_json_member(object, name, *last);
	if (!(field->types & 1u << record->type) && !value)
		return TRUE;
	if (!value || !readers[field->form](value, G_STRUCT_MEMBER_P(record, field->offset)))
		return fail(error, name);
	*last = value;
	return TRUE;
}

static ys_record *read_record(const ys_json *object, GError **error)
{
	gsize n;
	const ys_field *fields = ys_record_fields(&n);
	const ys_json *last = NULL;
	g_autoptr(ys_record) record = NULL;
	ys_record_type type;

	if (!read_type(ys_json_member(object, "type", NULL), &type)) {
		fail(error, "type");
		return NULL;
	}
	record = ys_record_new(type);
	if (type == YS_LINE) {
		if (!ys_record_line_read(object, record)) {
			fail(error, "line");
			return NULL;
		}
		return g_steal_pointer(&record);
	}
	for (gsize i = 0; i < n; i++)
		if (!read_field(object, &fields[i], &last, record, error))
			return NULL;
	return g_steal_pointer(&record);
}

ys_record *ys_record_from_json(const char *data, gsize len, GError **error)
{
	g_autoptr(ys_json_text) text = ys_json_parse(data, len);

	if (text)
		return read_record(ys_json_root(text), error);
	fail(error, "no JSON");
	return NULL;
}

ys_record *ys_record_from_stored(const char *data, gsize len, GError **error)
{
	if (ys_record_is_sealed(data, len))
		return ys_record_from_json(data, len, error);
	fail(error, "its sum is another");
	return NULL;
}
