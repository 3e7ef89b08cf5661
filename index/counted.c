#include "index/counted.h"

#include <string.h>

#define AMOUNT 9
#define AMOUNTS_MAX 255

/* A measure is stored by its number: new ones go to the end. */
static const char *const measures[] = {
	"total", "basic", "project", "budget", "executed", "last_year", "income", "appropriation",
	"general_public", "general_public_basic", "general_public_project", "government_fund", "state_capital", "other",
	"total_expenditure", "total_income", "change",
	"three_public_total", "three_public_abroad", "three_public_vehicle", "three_public_vehicle_purchase",
	"three_public_vehicle_running", "three_public_reception",
	"procurement_total", "procurement_goods", "procurement_works", "procurement_services",
};

guint ys_n_measures(void)
{
	return G_N_ELEMENTS(measures);
}

const char *ys_measure_name(guint measure)
{
	return measures[measure];
}

guint ys_measure_named(const char *name)
{
	guint i = 0;

	while (i < G_N_ELEMENTS(measures) && strcmp(measures[i], name))
		i++;
	return i;
}

/* ---- writing ---- */

static void append_number(GString *out, guint64 number, gsize bytes)
{
	for (gsize i = 0; i < bytes; i++)
		g_string_append_c(out, (char)(number >> 8 * i & 0xff));
}

static void append_text(GString *out, const char *text)
{
	g_string_append(out, text ? text : "");
	g_string_append_c(out, '\0');
}

static void append_amount(GString *out, const char *measure, ys_amount amount)
{
	const guint number = ys_measure_named(measure);

	if (amount == YS_AMOUNT_NONE || number == G_N_ELEMENTS(measures) || out->len >= AMOUNTS_MAX * AMOUNT)
		return;
	append_number(out, number, 1);
	append_number(out, (guint64)amount, 8);
}

static void append_figures(GString *out, const char *prefix, const GPtrArray *figures)
{
	for (guint i = 0; i < figures->len; i++) {
		const ys_funding *figure = g_ptr_array_index(figures, i);
		g_autofree char *name = g_strconcat(prefix, figure->name, NULL);

		append_amount(out, name, figure->amount);
	}
}

/* A line whose total no table prints has one all the same: what it is worth by itself. */
static void append_line(GString *out, const ys_record *line)
{
	gboolean total = FALSE;

	for (guint i = 0; i < line->amounts->len; i++) {
		const ys_measured *measured = g_ptr_array_index(line->amounts, i);

		append_amount(out, measured->measure, measured->amount);
		total |= !strcmp(measured->measure, "total");
	}
	if (!total)
		append_amount(out, "total", line->amount);
}

static void append_amounts(GString *out, const ys_record *record)
{
	if (record->type == YS_LINE)
		append_line(out, record);
	if (record->type == YS_PROJECT || record->type == YS_ITEM) {
		append_amount(out, "budget", record->amount);
		append_amount(out, "executed", record->executed);
	}
	if (record->type != YS_PUBLICATION)
		return;
	append_amount(out, "total_expenditure", record->total_expenditure);
	append_amount(out, "total_income", record->total_income);
	append_amount(out, "basic", record->basic);
	append_amount(out, "project", record->project);
	append_amount(out, "change", record->change);
	append_figures(out, "three_public_", record->three_public);
	append_figures(out, "procurement_", record->procurement);
}

GString *ys_counted_pack(const ys_record *record)
{
	const GPtrArray *names = record->type == YS_PUBLICATION ? record->subordinate_units : record->path;
	g_autoptr(GString) amounts = g_string_new(NULL);
	GString *value;

	if (record->type != YS_PUBLICATION && record->type != YS_PROJECT && record->type != YS_ITEM &&
	    record->type != YS_LINE)
		return NULL;
	append_amounts(amounts, record);
	value = g_string_new(NULL);
	append_number(value, ys_record_amount_is_doubtful(record), 1);
	append_number(value, amounts->len / AMOUNT, 1);
	g_string_append_len(value, amounts->str, amounts->len);
	append_text(value, record->id);
	append_text(value, record->title);
	append_text(value, record->type == YS_PUBLICATION ? record->id : record->publication);
	append_text(value, record->code);
	append_text(value, record->unit);
	append_text(value, record->type == YS_PUBLICATION ? record->level : NULL);
	append_text(value, record->type == YS_PUBLICATION ? record->scope : NULL);
	for (guint i = 0; i < names->len; i++)
		append_text(value, g_ptr_array_index(names, i));
	return value;
}

/* ---- reading ---- */

/* The text at *p, which moves behind its NUL; NULL if it has none. */
static const char *take_text(const char **p, const char *end)
{
	const char *text = *p, *nul = text && text < end ? memchr(text, '\0', end - text) : NULL;

	*p = nul ? nul + 1 : NULL;
	return nul ? text : NULL;
}

gboolean ys_counted_read(const char *value, gsize len, ys_counted *counted)
{
	const char *p = value;

	if (len < 2 || len < 2 + (gsize)(guint8)value[1] * AMOUNT)
		return FALSE;
	counted->end = value + len;
	counted->implausible = value[0] != 0;
	counted->n_amounts = (guint8)value[1];
	counted->amounts = value + 2;
	p += 2 + (gsize)counted->n_amounts * AMOUNT;
	counted->id = take_text(&p, counted->end);
	counted->title = take_text(&p, counted->end);
	counted->publication = take_text(&p, counted->end);
	counted->code = take_text(&p, counted->end);
	counted->unit = take_text(&p, counted->end);
	counted->level = take_text(&p, counted->end);
	counted->scope = take_text(&p, counted->end);
	counted->names = p;
	return counted->scope && !counted->end[-1];
}

ys_amount ys_counted_amount(const ys_counted *counted, guint measure)
{
	for (guint i = 0; i < counted->n_amounts; i++) {
		const char *p = counted->amounts + (gsize)i * AMOUNT;
		gint64 amount;

		if ((guint8)*p != measure)
			continue;
		memcpy(&amount, p + 1, sizeof amount);
		return GINT64_FROM_LE(amount);
	}
	return YS_AMOUNT_NONE;
}

const char *ys_counted_name(const ys_counted *counted, const char **at)
{
	const char *name = *at ? *at + strlen(*at) + 1 : counted->names;

	return *at = name < counted->end ? name : NULL;
}
