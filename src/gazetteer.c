#include "src/gazetteer.h"

#include <string.h>

#include "src/divisions_table.h"

guint ys_gazetteer_size(void)
{
	return G_N_ELEMENTS(divisions);
}

const char *ys_gazetteer_name(int division)
{
	return division_text + divisions[division].name;
}

const char *ys_gazetteer_code(int division)
{
	return divisions[division].code;
}

ys_division_level ys_gazetteer_level(int division)
{
	return divisions[division].level;
}

int ys_gazetteer_parent(int division)
{
	return divisions[division].parent;
}

gboolean ys_gazetteer_is_under(int division, int above)
{
	while ((division = divisions[division].parent) >= 0)
		if (division == above)
			return TRUE;
	return FALSE;
}

int ys_gazetteer_of_code(const char *code)
{
	guint lo = 0, hi = G_N_ELEMENTS(divisions);

	while (lo < hi) {
		guint mid = lo + (hi - lo) / 2;
		int order = strcmp(divisions[mid].code, code);

		if (!order)
			return mid;
		if (order < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return -1;
}

/* Index of the first name in [lo, hi) whose first len bytes are not less than those of
 * prefix, or with after, are greater. */
static guint name_bound(guint lo, guint hi, const char *prefix, gsize len, gboolean after)
{
	while (lo < hi) {
		guint mid = lo + (hi - lo) / 2;
		gsize n = MIN(len, division_names[mid].len);
		int order = memcmp(division_text + division_names[mid].text, prefix, n);

		if (!order && n < len)
			order = -1;
		if (order < 0 || (after && !order))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

guint ys_gazetteer_at(const char *s, const char *end, ys_place out[YS_PLACES_MAX])
{
	guint lo = 0, hi = G_N_ELEMENTS(division_names), n = 0;

	for (const char *p = s; p < end;) {
		gsize len;

		p += g_utf8_skip[(guchar)*p];
		if (p > end)
			break;
		len = p - s;
		lo = name_bound(lo, hi, s, len, FALSE);
		hi = name_bound(lo, hi, s, len, TRUE);
		if (lo == hi)
			break;
		for (guint i = lo; i < hi && division_names[i].len == len && n < YS_PLACES_MAX; i++)
			out[n++] = (ys_place){ division_names[i].division, len, division_names[i].form };
	}
	return n;
}

guint ys_gazetteer_named(const char *s, gsize len, ys_place out[YS_PLACES_MAX])
{
	guint n = ys_gazetteer_at(s, s + len, out), kept = 0;

	for (guint i = 0; i < n; i++)
		if (out[i].len == len)
			out[kept++] = out[i];
	return kept;
}

void ys_gazetteer_each_name(ys_name_fn fn, void *data)
{
	for (guint i = 0; i < G_N_ELEMENTS(division_names); i++)
		fn(division_text + division_names[i].text, division_names[i].len, division_names[i].form, data);
}
