/* The stored form of a record: what the JSON printer makes of it in fen. */
#include "src/record.h"

#include <jansson.h>
#include <string.h>

#include "src/error.h"
#include "src/output/printer.h"
#include "src/record_fields.h"

char *ys_record_to_stored(const ys_record *record)
{
	GString *out = g_string_new(NULL);
	g_autoptr(ys_printer) printer = ys_printer_json_new(out, YS_JSON_FEN);

	printer->begin_map(printer);
	ys_printer_record_fields(printer, record, YS_RECORD_WHOLE);
	printer->end(printer);
	return g_string_free(out, FALSE);
}

/* ---- reading ---- */

/* One function per form of field, the inverse of the printer's; FALSE if value is not
 * what the printer wrote. */
typedef gboolean (*read_fn)(const json_t *value, gpointer place);

static gboolean read_type(const json_t *value, gpointer place)
{
	*(ys_record_type *)place = ys_record_type_named(json_string_value(value));
	return *(ys_record_type *)place != YS_N_TYPES;
}

static gboolean read_string(const json_t *value, gpointer place)
{
	*(char **)place = g_strdup(json_string_value(value));
	return json_is_string(value) || json_is_null(value);
}

static gboolean read_string_list(const json_t *value, GPtrArray *strings)
{
	const json_t *element;
	size_t i;

	json_array_foreach(value, i, element) {
		char *s = NULL;

		if (!read_string(element, &s))
			return FALSE;
		g_ptr_array_add(strings, s);
	}
	return json_is_array(value);
}

static gboolean read_strings(const json_t *value, gpointer place)
{
	return read_string_list(value, *(GPtrArray **)place);
}

/* The names are static strings of the gazetteer, so the code alone is read back.  One
 * that the gazetteer does not know leaves the region unknown. */
static gboolean read_region(const json_t *value, gpointer place)
{
	const json_t *code = json_object_get(value, "code");
	ys_region *region = place;

	if (json_is_null(code))
		return TRUE;
	if (!json_is_string(code))
		return FALSE;
	if (!ys_region_of_code(json_string_value(code), region))
		*region = (ys_region){ 0 };
	return TRUE;
}

static gboolean read_int(const json_t *value, int *n)
{
	json_int_t wide = json_integer_value(value);

	*n = (int)CLAMP(wide, 0, G_MAXINT);
	return json_is_integer(value) && *n == wide;
}

static gboolean read_count(const json_t *value, gpointer place)
{
	return read_int(value, place);
}

static gboolean read_year(const json_t *value, gpointer place)
{
	return json_is_null(value) || read_int(value, place);
}

static gboolean read_amount(const json_t *value, gpointer place)
{
	*(ys_amount *)place = json_is_integer(value) ? json_integer_value(value) : YS_AMOUNT_NONE;
	return json_is_integer(value) || json_is_null(value);
}

static gboolean read_funding(const json_t *value, gpointer place)
{
	GPtrArray *all = *(GPtrArray **)place;
	const char *name;
	json_t *member;

	if (!json_is_object(value))
		return FALSE;
	json_object_foreach((json_t *)value, name, member) {
		ys_funding *funding = ys_funding_new(name, YS_AMOUNT_NONE);

		g_ptr_array_add(all, funding);
		if (!read_amount(member, &funding->amount))
			return FALSE;
	}
	return TRUE;
}

/* A map of figures that is not known is null; its names have the unit behind them. */
static gboolean read_figures(const json_t *value, gpointer place)
{
	GPtrArray *all = *(GPtrArray **)place;
	const char *name;
	json_t *member;

	if (json_is_null(value))
		return TRUE;
	if (!json_is_object(value))
		return FALSE;
	json_object_foreach((json_t *)value, name, member) {
		ys_funding *figure = ys_funding_new(name, YS_AMOUNT_NONE);
		char *unit = strrchr(figure->name, '_');

		g_ptr_array_add(all, figure);
		if (!unit || strcmp(unit, "_fen") || !read_amount(member, &figure->amount))
			return FALSE;
		*unit = '\0';
	}
	return TRUE;
}

static gboolean read_percent(const json_t *value, gpointer place)
{
	*(ys_percent *)place = json_is_integer(value) ? json_integer_value(value) : YS_PERCENT_NONE;
	return json_is_integer(value) || json_is_null(value);
}

static gboolean read_rows(const json_t *value, gpointer place)
{
	GPtrArray *rows = *(GPtrArray **)place;
	const json_t *element;
	size_t i;

	json_array_foreach(value, i, element) {
		GPtrArray *row = g_ptr_array_new_full((guint)json_array_size(element), g_free);

		g_ptr_array_add(rows, row);
		if (!read_string_list(element, row))
			return FALSE;
	}
	return json_is_array(value);
}

static gboolean read_reconciliation(const json_t *value, gpointer place)
{
	const char *status = json_string_value(json_object_get(value, "status"));
	ys_reconciliation *r = place;

	r->status = YS_UNCHECKED;
	while (r->status < YS_MISMATCH && g_strcmp0(ys_reconciliation_status_name(r->status), status) != 0)
		r->status++;
	return g_strcmp0(ys_reconciliation_status_name(r->status), status) == 0 &&
	       read_amount(json_object_get(value, "sum_fen"), &r->sum) &&
	       read_amount(json_object_get(value, "declared_fen"), &r->declared) &&
	       read_amount(json_object_get(value, "residual_fen"), &r->residual);
}

static gboolean read_lines(const json_t *value, GArray *all)
{
	const json_t *element;
	size_t i;

	json_array_foreach(value, i, element) {
		ys_lines lines;

		if (!read_int(json_array_get(element, 0), &lines.first) ||
		    !read_int(json_array_get(element, 1), &lines.last) || lines.last < lines.first)
			return FALSE;
		g_array_append_val(all, lines);
	}
	return json_is_array(value);
}

static gboolean read_source(const json_t *value, gpointer place)
{
	const json_t *text = json_object_get(value, "text");
	ys_source *source;

	if (json_is_null(value))
		return TRUE;
	source = *(ys_source **)place = ys_source_new(NULL, NULL);
	return read_string(json_object_get(value, "path"), &source->path) &&
	       read_string(json_object_get(value, "table"), &source->table) &&
	       (!text || read_string(text, &source->text)) &&
	       read_lines(json_object_get(value, "lines"), source->lines);
}

static gboolean read_sources(const json_t *value, gpointer place)
{
	GPtrArray *sources = *(GPtrArray **)place;
	const json_t *element;
	size_t i;

	json_array_foreach(value, i, element) {
		ys_source *source = NULL;
		gboolean ok = read_source(element, &source) && source;

		if (source)
			g_ptr_array_add(sources, source);
		if (!ok)
			return FALSE;
	}
	return json_is_array(value);
}

static gboolean read_warnings(const json_t *value, gpointer place)
{
	GPtrArray *warnings = *(GPtrArray **)place;
	const json_t *element;
	size_t i;

	json_array_foreach(value, i, element) {
		ys_warning *warning = g_new0(ys_warning, 1);

		g_ptr_array_add(warnings, warning);
		if (!read_string(json_object_get(element, "code"), &warning->code) ||
		    !read_string(json_object_get(element, "message"), &warning->message) ||
		    !read_year(json_object_get(element, "line"), &warning->line))
			return FALSE;
	}
	return json_is_array(value);
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

static gboolean read_field(const json_t *object, const ys_field *field, ys_record *record, GError **error)
{
	const char *unit = field->form == YS_FIELD_AMOUNT    ? "_fen"
			   : field->form == YS_FIELD_PERCENT ? "_basis_points"
							     : "";
	g_autofree char *name = g_strconcat(field->name, unit, NULL);
	const json_t *value = json_object_get(object, name);

	if (!(field->types & 1u << record->type) && !value)
		return TRUE;
	if (!value || !readers[field->form](value, G_STRUCT_MEMBER_P(record, field->offset)))
		return fail(error, name);
	return TRUE;
}

static ys_record *read_record(const json_t *object, GError **error)
{
	gsize n;
	const ys_field *fields = ys_record_fields(&n);
	g_autoptr(ys_record) record = NULL;
	ys_record_type type;

	if (!read_type(json_object_get(object, "type"), &type)) {
		fail(error, "type");
		return NULL;
	}
	record = ys_record_new(type);
	for (gsize i = 0; i < n; i++)
		if (!read_field(object, &fields[i], record, error))
			return NULL;
	return g_steal_pointer(&record);
}

ys_record *ys_record_from_stored(const char *data, gsize len, GError **error)
{
	json_error_t why;
	json_t *object = json_loadb(data, len, 0, &why);
	ys_record *record;

	if (!object) {
		fail(error, why.text);
		return NULL;
	}
	record = read_record(object, error);
	json_decref(object);
	return record;
}
