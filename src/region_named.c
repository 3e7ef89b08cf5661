/* What a person means by the name of a division. */
#include "src/region.h"

#include <string.h>

#include "src/gazetteer.h"

GPtrArray *ys_region_codes_named(const char *name)
{
	GPtrArray *codes = g_ptr_array_new();
	ys_place found[YS_PLACES_MAX];
	guint n = ys_gazetteer_named(name, strnlen(name, YS_PLACE_BYTES), found);

	for (guint i = 0; i < n; i++)
		g_ptr_array_add(codes, (gpointer)ys_gazetteer_code(found[i].division));
	return codes;
}

/* Province, city and county. */
#define LEVELS 3

static GPtrArray *codes_inside(const char *name, int levels);

/* Of what inner means, add to codes what lies in a division that is named by len bytes of outer. */
static void add_inner(GPtrArray *codes, const char *outer, gsize len, const char *inner, int levels)
{
	ys_place found[YS_PLACES_MAX];
	guint n = ys_gazetteer_named(outer, len, found);
	g_autoptr(GPtrArray) inside = n ? codes_inside(inner, levels) : g_ptr_array_new();

	for (guint i = 0; i < inside->len * n; i++) {
		char *code = g_ptr_array_index(inside, i / n);

		if (ys_gazetteer_is_under(ys_gazetteer_of_code(code), found[i % n].division) &&
		    !g_ptr_array_find(codes, code, NULL))
			g_ptr_array_add(codes, code);
	}
}

static GPtrArray *codes_inside(const char *name, int levels)
{
	GPtrArray *codes = ys_region_codes_named(name);

	for (const char *p = name; levels > 1 && !codes->len && *p && p - name < YS_PLACE_BYTES;) {
		p = g_utf8_next_char(p);
		add_inner(codes, name, p - name, p, levels - 1);
	}
	return codes;
}

GPtrArray *ys_region_codes_meant(const char *name)
{
	return codes_inside(name, LEVELS);
}

gboolean ys_region_is_named(const ys_region *region, const char *name)
{
	ys_place found[YS_PLACES_MAX];
	guint n = ys_gazetteer_named(name, strnlen(name, YS_PLACE_BYTES), found);
	int division = region->code ? ys_gazetteer_of_code(region->code) : -1;

	for (; division >= 0; division = ys_gazetteer_parent(division))
		for (guint i = 0; i < n; i++)
			if (found[i].division == division)
				return TRUE;
	return FALSE;
}
