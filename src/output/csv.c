#include "src/output/csv.h"

#include <string.h>

typedef enum {
	STRING,
	NUMBER,
	AMOUNT,
	PERCENT,
	THREE_PUBLIC,           /* one of the figures; the name of the column says which */
	PROCUREMENT,
	MEASURED,               /* of a line, one measure; the name of the column says which */
	LEVELS,
	TYPE,
	REGION,
	SOURCE,
	WARNINGS
} form;

/* Beginnings of the names of columns. */
#define THREE_PUBLIC_COLUMN "three_public_"
#define PROCUREMENT_COLUMN  "procurement_"
#define MEASURED_COLUMN     "amount_"

/* Between the names of levels, which have no such character. */
#define BETWEEN_LEVELS "›"

#define FIELD(name, form, member) { name, form, G_STRUCT_OFFSET(ys_record, member) }

/* Columns in the order they are printed. */
static const struct {
	const char *name;
	form form;
	gsize offset;
} columns[] = {
	FIELD("id", STRING, id),
	FIELD("type", TYPE, type),
	FIELD("title", STRING, title),
	FIELD("amount_yuan", AMOUNT, amount),
	FIELD("amount_text", STRING, amount_text),
	FIELD("executed_yuan", AMOUNT, executed),
	FIELD("department", STRING, department),
	FIELD("unit", STRING, unit),
	FIELD("category", STRING, category),
	FIELD("province", REGION, region.province),
	FIELD("city", REGION, region.city),
	FIELD("county", REGION, region.county),
	FIELD("region_code", REGION, region.code),
	FIELD("year", NUMBER, year),
	FIELD("kind", STRING, kind),
	FIELD("level", STRING, level),
	FIELD("scope", STRING, scope),
	FIELD("content", STRING, content),
	FIELD("goal", STRING, goal),
	FIELD("indicators", STRING, indicators),
	FIELD("text", STRING, text),
	FIELD("declared_total_yuan", AMOUNT, declared_total),
	FIELD("total_income_yuan", AMOUNT, total_income),
	FIELD("total_expenditure_yuan", AMOUNT, total_expenditure),
	FIELD("path", SOURCE, source),
	FIELD("lines", SOURCE, source),
	FIELD("table", SOURCE, source),
	FIELD("warnings", WARNINGS, warnings),
	/* behind the others, where they move none that was there before */
	FIELD("basic_yuan", AMOUNT, basic),
	FIELD("project_yuan", AMOUNT, project),
	FIELD("change_yuan", AMOUNT, change),
	FIELD("change_percent", PERCENT, change_percent),
	FIELD(THREE_PUBLIC_COLUMN "total_yuan", THREE_PUBLIC, three_public),
	FIELD(THREE_PUBLIC_COLUMN "abroad_yuan", THREE_PUBLIC, three_public),
	FIELD(THREE_PUBLIC_COLUMN "vehicle_yuan", THREE_PUBLIC, three_public),
	FIELD(THREE_PUBLIC_COLUMN "vehicle_purchase_yuan", THREE_PUBLIC, three_public),
	FIELD(THREE_PUBLIC_COLUMN "vehicle_running_yuan", THREE_PUBLIC, three_public),
	FIELD(THREE_PUBLIC_COLUMN "reception_yuan", THREE_PUBLIC, three_public),
	FIELD(PROCUREMENT_COLUMN "total_yuan", PROCUREMENT, procurement),
	FIELD(PROCUREMENT_COLUMN "goods_yuan", PROCUREMENT, procurement),
	FIELD(PROCUREMENT_COLUMN "works_yuan", PROCUREMENT, procurement),
	FIELD(PROCUREMENT_COLUMN "services_yuan", PROCUREMENT, procurement),
	FIELD("published", STRING, published),
	FIELD("url", SOURCE, source),
	FIELD("code", STRING, code),
	FIELD("basis", STRING, basis),
	FIELD("plan", STRING, plan),
	FIELD("period", STRING, period),
	FIELD("classification", STRING, classification),
	FIELD("levels", LEVELS, path),
	FIELD(MEASURED_COLUMN "total_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "basic_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "project_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "general_public_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "general_public_basic_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "general_public_project_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "income_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "government_fund_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "state_capital_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "appropriation_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "budget_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "executed_yuan", MEASURED, amounts),
	FIELD(MEASURED_COLUMN "last_year_yuan", MEASURED, amounts),
};

/* C0 but for line ends and the tab, DEL and C1: CSV has no escape for them, and a terminal it
 * is printed on would obey them. */
static gboolean is_control(gunichar c)
{
	return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7f && c < 0xa0);
}

/* A spreadsheet would compute it.  A sign before a number, as amounts have it, does no harm. */
static gboolean is_formula(const char *s)
{
	static const char *const wide[] = { "＝", "＠", "＋", "－" };

	for (gsize i = 0; i < G_N_ELEMENTS(wide); i++)
		if (g_str_has_prefix(s, wide[i]))
			return TRUE;
	if (*s == '+' || *s == '-')
		for (s++; *s; s++)
			if (!g_ascii_isdigit(*s) && !strchr(",.% ", *s) && !(*s & 0x80))
				return TRUE;
	return *s && strchr("=@\t\r", *s);
}

void ys_csv_append_field(GString *out, const char *s, gboolean sheet)
{
	const char *quote = s && strpbrk(s, ",\"\r\n") ? "\"" : "";

	g_string_append(out, quote);
	if (sheet && s && is_formula(s))
		g_string_append_c(out, '\'');
	for (; s && *s; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (c == '"')
			g_string_append_c(out, '"');
		g_string_append_unichar(out, is_control(c) ? 0xfffd : c);
	}
	g_string_append(out, quote);
}

static void append_source(GString *out, const ys_source *source, const char *name, gboolean sheet)
{
	g_autoptr(GString) lines = NULL;

	if (!source)
		return;
	if (strcmp(name, "lines")) {
		ys_csv_append_field(out, !strcmp(name, "path") ? source->path : !strcmp(name, "url") ? source->url : source->table,
			     sheet);
		return;
	}
	lines = g_string_new(NULL);
	for (guint i = 0; i < source->lines->len; i++) {
		const ys_lines *range = &g_array_index(source->lines, ys_lines, i);

		g_string_append_printf(lines, "%s%d", lines->len ? "; " : "", range->first);
		if (range->last != range->first)
			g_string_append_printf(lines, "-%d", range->last);
	}
	ys_csv_append_field(out, lines->str, FALSE);
}

static void append_warnings(GString *out, const GPtrArray *warnings)
{
	g_autoptr(GString) codes = g_string_new(NULL);

	for (guint i = 0; i < warnings->len; i++)
		g_string_append_printf(codes, "%s%s", codes->len ? "; " : "",
				       ((ys_warning *)g_ptr_array_index(warnings, i))->code);
	ys_csv_append_field(out, codes->str, FALSE);
}

static void append_amount(GString *out, ys_amount amount)
{
	if (amount != YS_AMOUNT_NONE)
		ys_amount_append_yuan(out, amount);
}

/* three_public_abroad_yuan is abroad of three_public. */
static char *figure_of(const char *column, const char *prefix)
{
	const char *name = column + strlen(prefix);

	return g_strndup(name, strlen(name) - strlen("_yuan"));
}

static void append_figure(GString *out, const GPtrArray *figures, const char *prefix, const char *column)
{
	g_autofree char *figure = figure_of(column, prefix);

	append_amount(out, ys_funding_named(figures, figure));
}

static void append_measured(GString *out, const GPtrArray *amounts, const char *column)
{
	g_autofree char *measure = figure_of(column, MEASURED_COLUMN);

	for (guint i = 0; i < amounts->len; i++) {
		const ys_measured *measured = g_ptr_array_index(amounts, i);

		if (!strcmp(measured->measure, measure))
			append_amount(out, measured->amount);
	}
}

static void append_levels(GString *out, const GPtrArray *path, gboolean sheet)
{
	g_autoptr(GString) levels = g_string_new(NULL);

	for (guint i = 0; i < path->len; i++)
		g_string_append_printf(levels, "%s%s", i ? BETWEEN_LEVELS : "", (char *)g_ptr_array_index(path, i));
	ys_csv_append_field(out, levels->str, sheet);
}

static void append_column(GString *out, const ys_record *record, gsize i, gboolean sheet)
{
	gconstpointer field = G_STRUCT_MEMBER_P(record, columns[i].offset);

	switch (columns[i].form) {
	case STRING:
	case REGION:
		ys_csv_append_field(out, *(char *const *)field, sheet);
		break;
	case NUMBER:
		if (*(const int *)field)
			g_string_append_printf(out, "%d", *(const int *)field);
		break;
	case AMOUNT:
		append_amount(out, *(const ys_amount *)field);
		break;
	case PERCENT:
		/* as 100 fen are a yuan, so 100 hundredths are a percent */
		if (*(const ys_percent *)field != YS_PERCENT_NONE)
			ys_amount_append_yuan(out, *(const ys_percent *)field);
		break;
	case THREE_PUBLIC:
		append_figure(out, record->three_public, THREE_PUBLIC_COLUMN, columns[i].name);
		break;
	case PROCUREMENT:
		append_figure(out, record->procurement, PROCUREMENT_COLUMN, columns[i].name);
		break;
	case MEASURED:
		append_measured(out, record->amounts, columns[i].name);
		break;
	case LEVELS:
		append_levels(out, record->path, sheet);
		break;
	case TYPE:
		ys_csv_append_field(out, ys_record_type_name(record->type), FALSE);
		break;
	case SOURCE:
		append_source(out, record->source, columns[i].name, sheet);
		break;
	case WARNINGS:
		append_warnings(out, record->warnings);
		break;
	}
}

void ys_csv_append_head(GString *out)
{
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		g_string_append_printf(out, "%s%s", i ? "," : "", columns[i].name);
	g_string_append(out, "\r\n");
}

static void append_record(GString *out, const ys_record *record, gboolean sheet)
{
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++) {
		if (i)
			g_string_append_c(out, ',');
		append_column(out, record, i, sheet);
	}
	g_string_append(out, "\r\n");
}

void ys_csv_append_record(GString *out, const ys_record *record)
{
	append_record(out, record, FALSE);
}

/* What spreadsheets know UTF-8 by. */
#define SHEET_MARK "\xEF\xBB\xBF"

void ys_csv_append_sheet_head(GString *out)
{
	g_string_append(out, SHEET_MARK);
	ys_csv_append_head(out);
}

void ys_csv_append_sheet_record(GString *out, const ys_record *record)
{
	append_record(out, record, TRUE);
}

/* ---- tables ---- */

static void append_cells(GString *out, const GPtrArray *cells, guint width, gboolean sheet)
{
	for (guint i = 0; i < width; i++) {
		if (i)
			g_string_append_c(out, ',');
		ys_csv_append_field(out, i < cells->len ? g_ptr_array_index(cells, i) : NULL, sheet);
	}
	g_string_append(out, "\r\n");
}

static void append_table(GString *out, const ys_record *table, gboolean sheet)
{
	guint width = table->columns->len;

	for (guint i = 0; i < table->rows->len; i++)
		width = MAX(width, ((const GPtrArray *)g_ptr_array_index(table->rows, i))->len);
	append_cells(out, table->columns, width, sheet);
	for (guint i = 0; i < table->rows->len; i++)
		append_cells(out, g_ptr_array_index(table->rows, i), width, sheet);
}

void ys_csv_append_table(GString *out, const ys_record *table)
{
	append_table(out, table, FALSE);
}

void ys_csv_append_sheet_table(GString *out, const ys_record *table)
{
	g_string_append(out, SHEET_MARK);
	append_table(out, table, TRUE);
}
