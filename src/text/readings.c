#include "src/text/readings.h"

#include <string.h>

#include "src/text/readings_table.h"

/* The first reading of c, or where it would stand. */
static guint first_reading(gunichar c)
{
	guint low = 0, high = G_N_ELEMENTS(readings);

	while (low < high) {
		guint middle = (low + high) / 2;

		if (readings[middle].character < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static gboolean is_reading(guint i, gunichar c)
{
	return i < G_N_ELEMENTS(readings) && readings[i].character == c;
}

ys_sound ys_readings_compare(gunichar a, gunichar b)
{
	const guint first = first_reading(b);
	ys_sound best = YS_SOUND_OTHER;

	for (guint i = first_reading(a); is_reading(i, a); i++) {
		for (guint k = first; is_reading(k, b); k++) {
			if (readings[i].sound == readings[k].sound)
				return YS_SOUND_SAME;
			if (sounds[readings[i].sound].like == sounds[readings[k].sound].like)
				best = YS_SOUND_LIKE;
		}
	}
	return best;
}

static gint by_code(gconstpointer a, gconstpointer b)
{
	const gunichar left = *(const gunichar *)a, right = *(const gunichar *)b;

	return left < right ? -1 : left > right;
}

GArray *ys_readings_near(gunichar c)
{
	GArray *near = g_array_new(FALSE, FALSE, sizeof(gunichar));
	guint kept = 0;

	for (guint i = first_reading(c); is_reading(i, c); i++) {
		guint sound = sounds[readings[i].sound].like, end = sound;

		while (end + 1 < G_N_ELEMENTS(sounds) && sounds[end].like == sound)
			end++;
		for (guint k = sounds[sound].first; k < sounds[end].first; k++) {
			gunichar other = sound_characters[k];

			if (other != c)
				g_array_append_val(near, other);
		}
	}
	g_array_sort(near, by_code);
	for (guint i = 0; i < near->len; i++) {
		gunichar other = g_array_index(near, gunichar, i);

		if (!kept || g_array_index(near, gunichar, kept - 1) != other)
			g_array_index(near, gunichar, kept++) = other;
	}
	g_array_set_size(near, kept);
	return near;
}

gboolean ys_readings_spell(const gunichar *text, guint n, const char *latin, gboolean initials)
{
	if (!n)
		return !*latin;
	for (guint i = first_reading(*text); is_reading(i, *text); i++) {
		const char *name = sounds[readings[i].sound].name;
		const gsize len = initials ? 1 : strlen(name);

		if (!strncmp(latin, name, len) && ys_readings_spell(text + 1, n - 1, latin + len, initials))
			return TRUE;
	}
	return FALSE;
}
