/* Regions as an editor writes them down, and as they are kept where no table has them. */
#include "src/region.h"

#include <string.h>

#define SEPARATOR "|"
/* Characters of a name; the longest that the table has, of an autonomous county, has fewer. */
#define NAME_MAX_CHARS 20

enum {
	PROVINCE,
	CITY,
	COUNTY,
	LEVELS
};

/* ---- as written ---- */

static gboolean ends_in(const char *s, gsize len, const char *word)
{
	gsize n = strlen(word);

	return len >= n && !memcmp(s + len - n, word, n);
}

static gboolean is_end(const char *p)
{
	static const char *const ends[] = { "省", "市", "州", "区", "县", "旗" };

	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_prefix(p, ends[i]))
			return TRUE;
	return FALSE;
}

/* How much of s is one name: up to the first character that ends names, but not one that it begins with,
 * nor the 州 of 沧州市.  0: none ends there. */
static gsize name_at(const char *s)
{
	int n = 1;

	for (const char *p = g_utf8_next_char(s); *p && ++n <= NAME_MAX_CHARS; p = g_utf8_next_char(p)) {
		const char *next = g_utf8_next_char(p);

		if (is_end(p) && !(g_str_has_prefix(p, "州") && is_end(next)))
			return next - s;
	}
	return 0;
}

/* The level of a name, which must be below those before it. */
static int level_of(const char *s, gsize len, int before)
{
	int level = COUNTY;

	if (ends_in(s, len, "省") || (before < 0 && ends_in(s, len, "自治区")))
		level = PROVINCE;
	else if (before < CITY && (ends_in(s, len, "市") || ends_in(s, len, "州")))
		level = CITY;
	return level > before ? level : -1;
}

static gboolean cut(const char *text, ys_region *out)
{
	const char *names[LEVELS] = { NULL };
	int level = -1;

	while (*text) {
		gsize len = name_at(text);
		g_autofree char *name = g_strndup(text, len);

		level = len ? level_of(text, len, level) : -1;
		if (level < 0)
			return FALSE;
		names[level] = g_intern_string(name);
		text += len;
	}
	*out = (ys_region){ names[PROVINCE], names[CITY], names[COUNTY], NULL };
	return level >= 0;
}

ys_region_status ys_region_of_written(const char *text, ys_region *out)
{
	g_autoptr(GPtrArray) codes = ys_region_codes_meant(text);

	*out = (ys_region){ 0 };
	if (codes->len > 1)
		return YS_REGION_AMBIGUOUS;
	if (codes->len)
		ys_region_of_code(g_ptr_array_index(codes, 0), out);
	else if (!cut(text, out))
		return YS_REGION_NONE;
	return YS_REGION_RESOLVED;
}

/* ---- kept ---- */

char *ys_region_key(const ys_region *region)
{
	if (region->code)
		return g_strdup(region->code);
	if (!region->province && !region->city && !region->county)
		return g_strdup("");
	return g_strjoin(SEPARATOR, region->province ? region->province : "", region->city ? region->city : "",
			 region->county ? region->county : "", NULL);
}

static const char *level_from(const char *name)
{
	return name && *name ? g_intern_string(name) : NULL;
}

gboolean ys_region_of_names(const char *province, const char *city, const char *county, ys_region *out)
{
	*out = (ys_region){ level_from(province), level_from(city), level_from(county), NULL };
	return out->province || out->city || out->county;
}

gboolean ys_region_of_key(const char *key, ys_region *out)
{
	g_auto(GStrv) names = NULL;

	if (!strstr(key, SEPARATOR))
		return ys_region_of_code(key, out);
	names = g_strsplit(key, SEPARATOR, LEVELS);
	*out = (ys_region){ 0 };
	return g_strv_length(names) == LEVELS && ys_region_of_names(names[0], names[1], names[2], out);
}
