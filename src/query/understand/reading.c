#include "src/query/understand/reading.h"

void ys_reading_free(ys_reading *reading)
{
	if (!reading)
		return;
	g_free(reading->text);
	g_free(reading->value);
	g_free(reading);
}

const char *ys_reading_name(ys_reading_kind as)
{
	static const char *const names[YS_N_READINGS] = { "year",  "amount", "region", "kind", "department", "order",
							  "change", "none",   "by",     "question" };

	return names[as];
}

gboolean ys_reading_filter(const ys_reading *reading, ys_filter_kind *kind)
{
	static const ys_filter_kind kinds[] = { YS_FILTER_YEAR, YS_FILTER_AMOUNT, YS_FILTER_REGION, YS_FILTER_KIND };

	if (reading->as >= G_N_ELEMENTS(kinds))
		return FALSE;
	*kind = kinds[reading->as];
	return TRUE;
}

gboolean ys_reading_was_left(const ys_reading *reading)
{
	return !reading->taken && !reading->ignored && reading->as != YS_READ_DEPARTMENT && reading->as != YS_READ_QUESTION;
}

char *ys_understood_rest(const char *text, const GPtrArray *readings)
{
	GString *rest = g_string_new(NULL);
	gsize at = 0;

	for (guint i = 0; i < readings->len; i++) {
		const ys_reading *r = g_ptr_array_index(readings, i);
		const gboolean stays = !r->ignored && (!r->taken || r->as == YS_READ_DEPARTMENT);

		g_string_append_len(rest, text + at, r->start - at);
		g_string_append_printf(rest, " %s ", stays ? r->text : "");
		at = r->start + r->len;
	}
	g_string_append(rest, text + at);
	return g_string_free(rest, FALSE);
}

char *ys_understood_without(const char *text, const ys_reading *reading)
{
	return g_strdup_printf("%.*s%s", (int)reading->start, text, text + reading->start + reading->len);
}
