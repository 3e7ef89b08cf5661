#include "src/record.h"

#include <stdarg.h>
#include <string.h>

#include "src/record_fields.h"
#include "src/text/fold.h"

/* ---- types ---- */

/* A letter is part of every id of its type: never change one. */
static const struct {
	const char *name;
	char letter;
} types[YS_N_TYPES] = {
	[YS_PUBLICATION] = { "publication", 'b' },
	[YS_SECTION] = { "section", 's' },
	[YS_TABLE] = { "table", 't' },
	[YS_PROJECT] = { "project", 'p' },
	[YS_ITEM] = { "item", 'i' },
	[YS_DEPARTMENT] = { "department", 'd' },
	[YS_LINE] = { "line", 'l' },
};

const char *ys_record_type_name(ys_record_type type)
{
	g_return_val_if_fail(type < YS_N_TYPES, NULL);
	return types[type].name;
}

ys_record_type ys_record_type_named(const char *name)
{
	guint type = 0;

	while (type < YS_N_TYPES && g_strcmp0(types[type].name, name) != 0)
		type++;
	return (ys_record_type)type;
}

const char *ys_reconciliation_status_name(ys_reconciliation_status status)
{
	static const char *const names[] = {
		[YS_UNCHECKED] = "unchecked",
		[YS_OK] = "ok",
		[YS_ROUNDING] = "rounding",
		[YS_MISMATCH] = "mismatch",
	};

	g_return_val_if_fail(status < G_N_ELEMENTS(names), NULL);
	return names[status];
}

/* ---- parts ---- */

gboolean ys_url_is_web(const char *url)
{
	const char *host = !g_ascii_strncasecmp(url, "https://", 8) ? url + 8 :
			   !g_ascii_strncasecmp(url, "http://", 7)  ? url + 7 : "";

	for (const char *p = url; *p; p++)
		if ((guchar)*p <= ' ' || *p == 0x7f)
			return FALSE;
	return *host && !strchr("/?#:@", *host) && g_utf8_validate(url, -1, NULL);
}

ys_source *ys_source_new(const char *path, const char *table)
{
	ys_source *source = g_new0(ys_source, 1);

	source->path = g_strdup(path);
	source->table = g_strdup(table);
	source->lines = g_array_new(FALSE, FALSE, sizeof(ys_lines));
	source->pages = g_array_new(FALSE, FALSE, sizeof(int));
	return source;
}

void ys_source_add_line(ys_source *source, int line)
{
	GArray *lines = source->lines;
	ys_lines *range, *next;
	guint i = lines->len;

	if (line < 1)
		return;
	while (i > 0 && line < g_array_index(lines, ys_lines, i - 1).first)
		i--;
	if (i > 0 && line - 1 <= g_array_index(lines, ys_lines, i - 1).last) {
		i--;
	} else {
		ys_lines one = { line, line };

		g_array_insert_val(lines, i, one);
	}
	range = &g_array_index(lines, ys_lines, i);
	range->last = MAX(range->last, line);
	if (i + 1 == lines->len)
		return;
	next = range + 1;
	if (next->first - 1 <= range->last) {
		range->last = next->last;
		g_array_remove_index(lines, i + 1);
	}
}

void ys_source_add_text(ys_source *source, const char *text, const char *known)
{
	char *before = source->text;

	if (!text || !*text || !g_strcmp0(text, known))
		return;
	source->text = before ? g_strconcat(before, "\n", text, NULL) : g_strdup(text);
	g_free(before);
}

void ys_source_free(ys_source *source)
{
	if (!source)
		return;
	g_free(source->path);
	g_free(source->format);
	g_free(source->part);
	g_free(source->sheet);
	g_free(source->table);
	g_free(source->text);
	g_free(source->url);
	g_array_unref(source->lines);
	g_array_unref(source->pages);
	g_free(source);
}

ys_warning *ys_warning_new(const char *code, int line, const char *format, ...)
{
	ys_warning *warning = g_new0(ys_warning, 1);
	va_list args;

	warning->code = g_strdup(code);
	warning->line = line;
	va_start(args, format);
	warning->message = g_strdup_vprintf(format, args);
	va_end(args);
	return warning;
}

ys_warning *ys_warning_copy(const ys_warning *warning)
{
	ys_warning *copy = ys_warning_new(warning->code, warning->line, "%s", warning->message);

	copy->page = warning->page;
	return copy;
}

void ys_warning_free(ys_warning *warning)
{
	if (!warning)
		return;
	g_free(warning->code);
	g_free(warning->message);
	g_free(warning);
}

ys_funding *ys_funding_new(const char *name, ys_amount amount)
{
	ys_funding *funding = g_new0(ys_funding, 1);

	funding->name = g_strdup(name);
	funding->amount = amount;
	return funding;
}

static void funding_free(ys_funding *funding)
{
	if (!funding)
		return;
	g_free(funding->name);
	g_free(funding);
}

ys_amount ys_funding_named(const GPtrArray *map, const char *name)
{
	for (guint i = 0; i < map->len; i++) {
		const ys_funding *funding = g_ptr_array_index(map, i);

		if (!g_strcmp0(funding->name, name))
			return funding->amount;
	}
	return YS_AMOUNT_NONE;
}

ys_measured *ys_measured_new(const char *measure, ys_amount amount, const ys_source *place)
{
	ys_measured *measured = g_new0(ys_measured, 1);

	*measured = (ys_measured){ g_strdup(measure), amount, place };
	return measured;
}

static void measured_free(ys_measured *measured)
{
	if (!measured)
		return;
	g_free(measured->measure);
	g_free(measured);
}

/* ---- fields ---- */

#define BIT(type) (1u << (type))
#define ALL (BIT(YS_N_TYPES) - 1)
#define TABLE BIT(YS_TABLE)
#define PROJECT BIT(YS_PROJECT)
#define ITEM BIT(YS_ITEM)
#define SECTION BIT(YS_SECTION)
#define PUBLICATION BIT(YS_PUBLICATION)
#define DEPARTMENT BIT(YS_DEPARTMENT)
#define LINE BIT(YS_LINE)
#define AT(member) G_STRUCT_OFFSET(ys_record, member)

static const ys_field fields[] = {
	{ "id", YS_FIELD_STRING, AT(id), ALL, 0 },
	{ "type", YS_FIELD_TYPE, AT(type), ALL, 0 },
	{ "title", YS_FIELD_STRING, AT(title), ALL, 0 },
	{ "department", YS_FIELD_STRING, AT(department), ALL, 0 },
	{ "aliases", YS_FIELD_STRINGS, AT(aliases), ALL, 0 },
	{ "unit", YS_FIELD_STRING, AT(unit), PROJECT | ITEM, DEPARTMENT },
	{ "region", YS_FIELD_REGION, AT(region), ALL, 0 },
	{ "year", YS_FIELD_YEAR, AT(year), ALL, 0 },
	{ "kind", YS_FIELD_STRING, AT(kind), ALL, 0 },
	{ "level", YS_FIELD_STRING, AT(level), ALL, 0 },
	{ "scope", YS_FIELD_STRING, AT(scope), ALL, 0 },
	{ "published", YS_FIELD_STRING, AT(published), ALL, 0 },
	{ "code", YS_FIELD_STRING, AT(code), LINE, PROJECT | ITEM },
	{ "classification", YS_FIELD_STRING, AT(classification), LINE, 0 },
	{ "path", YS_FIELD_STRINGS, AT(path), LINE, 0 },
	{ "amount", YS_FIELD_AMOUNT, AT(amount), PROJECT | ITEM | LINE, 0 },
	{ "amounts", YS_FIELD_MEASURED, AT(amounts), LINE, 0 },
	{ "amount_text", YS_FIELD_STRING, AT(amount_text), PROJECT | ITEM, 0 },
	{ "executed", YS_FIELD_AMOUNT, AT(executed), PROJECT, 0 },
	{ "funding", YS_FIELD_FUNDING, AT(funding), PROJECT, 0 },
	{ "category", YS_FIELD_STRING, AT(category), PROJECT, ITEM },
	{ "content", YS_FIELD_STRING, AT(content), PROJECT, ITEM },
	{ "goal", YS_FIELD_STRING, AT(goal), PROJECT, ITEM },
	{ "indicators", YS_FIELD_STRING, AT(indicators), PROJECT, ITEM },
	{ "basis", YS_FIELD_STRING, AT(basis), 0, PROJECT },
	{ "plan", YS_FIELD_STRING, AT(plan), 0, PROJECT },
	{ "period", YS_FIELD_STRING, AT(period), 0, PROJECT },
	{ "parent", YS_FIELD_STRING, AT(parent), ITEM | SECTION, 0 },
	{ "parent_title", YS_FIELD_STRING, AT(parent_title), ITEM | SECTION, 0 },
	{ "publication", YS_FIELD_STRING, AT(publication), SECTION | TABLE | PROJECT | ITEM | LINE, 0 },
	{ "canonical", YS_FIELD_STRING, AT(canonical), TABLE, 0 },
	{ "columns", YS_FIELD_STRINGS, AT(columns), TABLE, 0 },
	{ "rows", YS_FIELD_ROWS, AT(rows), TABLE, 0 },
	{ "n_rows", YS_FIELD_COUNT, AT(n_rows), TABLE, 0 },
	{ "own_rows", YS_FIELD_RANGES, AT(own_rows), TABLE, 0 },
	{ "notes", YS_FIELD_STRINGS, AT(notes), TABLE, 0 },
	{ "unit_text", YS_FIELD_STRING, AT(unit_text), TABLE, 0 },
	{ "declared_total", YS_FIELD_AMOUNT, AT(declared_total), TABLE, 0 },
	{ "reconciliation", YS_FIELD_RECONCILIATION, AT(reconciliation), TABLE, 0 },
	{ "text", YS_FIELD_STRING, AT(text), SECTION, 0 },
	{ "total_income", YS_FIELD_AMOUNT, AT(total_income), PUBLICATION, 0 },
	{ "total_expenditure", YS_FIELD_AMOUNT, AT(total_expenditure), PUBLICATION, 0 },
	{ "basic", YS_FIELD_AMOUNT, AT(basic), PUBLICATION, 0 },
	{ "project", YS_FIELD_AMOUNT, AT(project), PUBLICATION, 0 },
	{ "three_public", YS_FIELD_FIGURES, AT(three_public), PUBLICATION, 0 },
	{ "procurement", YS_FIELD_FIGURES, AT(procurement), PUBLICATION, 0 },
	{ "change", YS_FIELD_AMOUNT, AT(change), PUBLICATION, 0 },
	{ "change", YS_FIELD_PERCENT, AT(change_percent), PUBLICATION, 0 },
	{ "subordinate_units", YS_FIELD_STRINGS, AT(subordinate_units), PUBLICATION, 0 },
	{ "tables", YS_FIELD_STRINGS, AT(tables), PUBLICATION, 0 },
	{ "source", YS_FIELD_SOURCE, AT(source), ALL, 0 },
	{ "also", YS_FIELD_SOURCES, AT(also), ALL, 0 },
	{ "warnings", YS_FIELD_WARNINGS, AT(warnings), ALL, 0 },
};

const ys_field *ys_record_fields(gsize *n)
{
	*n = G_N_ELEMENTS(fields);
	return fields;
}

gboolean ys_field_is_printed(const ys_field *field, const ys_record *record)
{
	guint bit = BIT(record->type);

	if (field->types & bit)
		return TRUE;
	return (field->types_if_known & bit) && G_STRUCT_MEMBER(char *, record, field->offset);
}

/* How the element of an array field is freed; NULL if the field is no array. */
static GDestroyNotify element_free(ys_field_form form)
{
	switch (form) {
	case YS_FIELD_STRINGS:
		return g_free;
	case YS_FIELD_FUNDING:
	case YS_FIELD_FIGURES:
		return (GDestroyNotify)funding_free;
	case YS_FIELD_MEASURED:
		return (GDestroyNotify)measured_free;
	case YS_FIELD_ROWS:
		return (GDestroyNotify)g_ptr_array_unref;
	case YS_FIELD_SOURCES:
		return (GDestroyNotify)ys_source_free;
	case YS_FIELD_WARNINGS:
		return (GDestroyNotify)ys_warning_free;
	default:
		return NULL;
	}
}

ys_record *ys_record_new(ys_record_type type)
{
	ys_record *record = g_new0(ys_record, 1);

	record->type = type;
	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
		GDestroyNotify destroy = element_free(fields[i].form);

		if (destroy)
			G_STRUCT_MEMBER(GPtrArray *, record, fields[i].offset) =
				g_ptr_array_new_with_free_func(destroy);
		else if (fields[i].form == YS_FIELD_RANGES)
			G_STRUCT_MEMBER(GArray *, record, fields[i].offset) = g_array_new(FALSE, FALSE, sizeof(ys_lines));
		else if (fields[i].form == YS_FIELD_AMOUNT)
			G_STRUCT_MEMBER(ys_amount, record, fields[i].offset) = YS_AMOUNT_NONE;
		else if (fields[i].form == YS_FIELD_PERCENT)
			G_STRUCT_MEMBER(ys_percent, record, fields[i].offset) = YS_PERCENT_NONE;
	}
	record->reconciliation.sum = YS_AMOUNT_NONE;
	record->reconciliation.declared = YS_AMOUNT_NONE;
	record->reconciliation.residual = YS_AMOUNT_NONE;
	return record;
}

void ys_record_free(ys_record *record)
{
	if (!record)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
		if (element_free(fields[i].form))
			g_ptr_array_unref(G_STRUCT_MEMBER(GPtrArray *, record, fields[i].offset));
		else if (fields[i].form == YS_FIELD_RANGES)
			g_array_unref(G_STRUCT_MEMBER(GArray *, record, fields[i].offset));
		else if (fields[i].form == YS_FIELD_STRING)
			g_free(G_STRUCT_MEMBER(char *, record, fields[i].offset));
	}
	ys_source_free(record->source);
	g_free(record);
}

/* ---- ids ---- */

/* 80 bits: among ten million records a chance meeting is rarer than one in ten thousand million. */
#define ID_BYTES 10
#define ID_CHARS (ID_BYTES * 8 / 5)

static const char base32[] = "abcdefghijklmnopqrstuvwxyz234567";

static void append_base32(GString *out, const guint8 *bytes, gsize n)
{
	guint32 rest = 0;
	guint bits = 0;

	for (gsize i = 0; i < n; i++) {
		rest = rest << 8 | bytes[i];
		for (bits += 8; bits >= 5; bits -= 5)
			g_string_append_c(out, base32[rest >> (bits - 5) & 31]);
	}
}

char *ys_record_id(ys_record_type type, ...)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	GString *id = g_string_sized_new(24);
	guint8 digest[32];
	gsize size = sizeof(digest);
	const char *part;
	va_list parts;

	g_return_val_if_fail(type < YS_N_TYPES, g_string_free(id, FALSE));
	va_start(parts, type);
	while ((part = va_arg(parts, const char *))) {
		/* With their lengths in front, ("ab", "c") and ("a", "bc") differ. */
		g_autofree char *length = g_strdup_printf("%" G_GSIZE_FORMAT ":", strlen(part));

		g_checksum_update(sum, (const guchar *)length, -1);
		g_checksum_update(sum, (const guchar *)part, -1);
	}
	va_end(parts);
	g_checksum_get_digest(sum, digest, &size);
	g_string_append_c(id, types[type].letter);
	append_base32(id, digest, ID_BYTES);
	return g_string_free(id, FALSE);
}

ys_record_type ys_record_type_of_id(const char *id)
{
	guint type = 0;

	if (strlen(id) != 1 + ID_CHARS || strspn(id + 1, base32) != ID_CHARS)
		return YS_N_TYPES;
	while (type < YS_N_TYPES && types[type].letter != *id)
		type++;
	return (ys_record_type)type;
}

/* ---- what a query may match ---- */

/* Not the department of a project: its name would answer for every project it has.
 * Not the rows of a table that are other records, nor its head (phenomenon 96). */
#define FIELD(name, form) #name, form, G_STRUCT_OFFSET(ys_record, name)
static const struct {
	guint types;
	const char *name;
	ys_field_form form;
	gsize offset;
} searchable[] = {
	{ ALL, FIELD(title, YS_FIELD_STRING) },
	{ PUBLICATION, FIELD(department, YS_FIELD_STRING) },
	{ PUBLICATION | DEPARTMENT, FIELD(aliases, YS_FIELD_STRINGS) },
	{ PUBLICATION, FIELD(subordinate_units, YS_FIELD_STRINGS) },
	{ PROJECT | ITEM, FIELD(goal, YS_FIELD_STRING) },
	{ PROJECT | ITEM, FIELD(content, YS_FIELD_STRING) },
	{ PROJECT | ITEM, FIELD(indicators, YS_FIELD_STRING) },
	{ PROJECT | ITEM, FIELD(category, YS_FIELD_STRING) },
	{ PROJECT, FIELD(basis, YS_FIELD_STRING) },
	{ PROJECT, FIELD(plan, YS_FIELD_STRING) },
	{ PROJECT | ITEM | LINE, FIELD(code, YS_FIELD_STRING) },
	{ PROJECT | ITEM | DEPARTMENT, FIELD(unit, YS_FIELD_STRING) },
	{ SECTION, FIELD(text, YS_FIELD_STRING) },
	{ PROJECT | ITEM, FIELD(also, YS_FIELD_SOURCES) },
	{ TABLE, FIELD(notes, YS_FIELD_STRINGS) },
	{ TABLE, FIELD(rows, YS_FIELD_ROWS) },
};
#undef FIELD

static void visit(const char *field, const char *text, ys_text_fn fn, void *data)
{
	if (text && *text)
		fn(field, text, data);
}

gboolean ys_record_amount_is_doubtful(const ys_record *record)
{
	for (guint i = 0; i < record->warnings->len; i++) {
		const char *code = ((const ys_warning *)g_ptr_array_index(record->warnings, i))->code;

		if (!strcmp(code, "unit-implausible") || !strcmp(code, "unit-missing"))
			return TRUE;
	}
	return FALSE;
}

ys_amount ys_record_amount(const ys_record *record)
{
	return record->type == YS_PUBLICATION ? record->total_expenditure : record->amount;
}

static gboolean has_letter(const char *cell)
{
	for (const char *p = cell; *p; p = g_utf8_next_char(p))
		if (g_unichar_isalpha(g_utf8_get_char(p)))
			return TRUE;
	return FALSE;
}

char *ys_record_row_text(const ys_record *table, guint row)
{
	const GPtrArray *cells = g_ptr_array_index(table->rows, row);
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < cells->len; i++) {
		const char *cell = g_ptr_array_index(cells, i);

		if (cell && has_letter(cell))
			g_string_append_printf(text, "%s%s", text->len ? " | " : "", cell);
	}
	return g_string_free(text, FALSE);
}

static void visit_rows(const ys_record *table, const char *name, ys_text_fn fn, void *data)
{
	for (guint i = 0; i < table->own_rows->len; i++) {
		const ys_lines *range = &g_array_index(table->own_rows, ys_lines, i);

		for (int row = range->first; row <= range->last && (guint)row <= table->rows->len; row++) {
			g_autofree char *text = ys_record_row_text(table, row - 1);

			visit(name, text, fn, data);
		}
	}
}

void ys_record_searchable(const ys_record *record, ys_text_fn fn, void *data)
{
	for (gsize i = 0; i < G_N_ELEMENTS(searchable); i++) {
		const char *name = searchable[i].name;

		if (!(searchable[i].types & BIT(record->type)))
			continue;
		if (searchable[i].form == YS_FIELD_STRING) {
			visit(name, G_STRUCT_MEMBER(char *, record, searchable[i].offset), fn, data);
		} else if (searchable[i].form == YS_FIELD_ROWS) {
			visit_rows(record, name, fn, data);
		} else if (searchable[i].form == YS_FIELD_SOURCES) {
			for (guint k = 0; k < record->also->len; k++)
				visit(name, ((ys_source *)record->also->pdata[k])->text, fn, data);
		} else {
			const GPtrArray *texts = G_STRUCT_MEMBER(GPtrArray *, record, searchable[i].offset);

			for (guint k = 0; k < texts->len; k++)
				visit(name, texts->pdata[k], fn, data);
		}
	}
}

static void append_text(const char *field, const char *text, void *data)
{
	GString *folded = data;
	gsize before = folded->len;

	(void)field;
	ys_fold_append(folded, text, -1);
	if (folded->len > before)
		g_string_append_c(folded, '|');
}

char *ys_record_folded(const ys_record *record)
{
	GString *folded = g_string_new(NULL);

	ys_record_searchable(record, append_text, folded);
	if (folded->len)
		g_string_truncate(folded, folded->len - 1);
	return g_string_free(folded, FALSE);
}
