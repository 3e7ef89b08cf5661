#include "index/search/homophone.h"

#include <string.h>

#include "src/text/fold.h"
#include "src/text/look_alike.h"
#include "src/text/readings.h"

/* Pairs looked up in the index, and beginnings of runs kept, at each character: a query is typed wrong in few
 * places, and what is right leaves few ways on. */
#define LOOKUPS_MAX 2500
#define PATHS_MAX   48

/* The beginning of a run. */
typedef struct {
	gunichar *text;         /* n characters, those so far filled in */
	guint wrong;            /* characters that differ */
	gboolean like;          /* one of them is only mixed up by some, or only looks alike */
	ys_sound last;          /* how the last character sounds; SAME also where it is as typed */
	gboolean last_wrong;
	guint32 freq;           /* of the rarest pair */
} path;

typedef struct {
	xc_reader *reader;
	const gunichar *wanted;
	guint n;
	guint wrong_max;
	guint lookups;          /* at this character */
	GArray *paths;          /* of path, to the character before */
	GArray *longer;         /* and to this one */
	GError *error;
} walk;

static void path_clear(gpointer data)
{
	g_free(((path *)data)->text);
}

static GArray *paths_new(void)
{
	GArray *paths = g_array_new(FALSE, FALSE, sizeof(path));

	g_array_set_clear_func(paths, path_clear);
	return paths;
}

static gboolean is_han(gunichar c)
{
	return ys_char_class_of(c) == YS_CHAR_HAN;
}

/* In how many records the two stand together; where one is no Chinese character nothing is known. */
static guint32 pair_freq(walk *w, gunichar a, gunichar b)
{
	char pair[2 * 6 + 1];
	guint32 freq = 0;
	int len;

	if (!is_han(a) || !is_han(b))
		return G_MAXUINT32;
	if (w->error || w->lookups++ >= LOOKUPS_MAX)
		return 0;
	len = g_unichar_to_utf8(a, pair);
	len += g_unichar_to_utf8(b, pair + len);
	pair[len] = '\0';
	return xc_reader_termfreq(w->reader, pair, &freq, &w->error) ? freq : 0;
}

/* One more character behind a path, if the two stand together anywhere.  sound: OTHER of what looks alike. */
static void extend(walk *w, const path *before, guint i, gunichar c, ys_sound sound)
{
	const gboolean wrong = c != w->wanted[i];
	path longer = { .wrong = before->wrong + wrong, .like = before->like || sound != YS_SOUND_SAME,
			.last = sound, .last_wrong = wrong, .freq = before->freq };

	/* one of two characters that only some mix up makes any word: 大限 of 大象 */
	if (longer.wrong > w->wrong_max || (w->n == 2 && sound == YS_SOUND_LIKE))
		return;
	if (wrong && before->last_wrong && (sound != YS_SOUND_SAME || before->last != YS_SOUND_SAME))
		return;
	if (i)
		longer.freq = MIN(longer.freq, pair_freq(w, before->text[i - 1], c));
	if (!longer.freq)
		return;
	longer.text = g_new(gunichar, w->n);
	memcpy(longer.text, before->text, i * sizeof(gunichar));
	longer.text[i] = c;
	g_array_append_val(w->longer, longer);
}

static gint by_likeness(gconstpointer a, gconstpointer b, gpointer data)
{
	const path *left = a, *right = b;
	const guint *n = data;

	if (left->like != right->like)
		return left->like ? 1 : -1;
	if (left->wrong != right->wrong)
		return left->wrong < right->wrong ? -1 : 1;
	if (left->freq != right->freq)
		return left->freq > right->freq ? -1 : 1;
	return memcmp(left->text, right->text, *n * sizeof(gunichar));
}

/* A character between letters or digits has no neighbour to tell by. */
static gboolean has_neighbour(const walk *w, guint i)
{
	return (i && is_han(w->wanted[i - 1])) || (i + 1 < w->n && is_han(w->wanted[i + 1]));
}

/* Characters that sound or look like c, each once. */
static GArray *near_of(gunichar c)
{
	g_autoptr(GArray) look_alikes = ys_look_alikes(c);
	GArray *near = ys_readings_near(c);

	for (guint i = 0; i < look_alikes->len; i++) {
		const gunichar other = g_array_index(look_alikes, gunichar, i);

		if (ys_readings_compare(c, other) == YS_SOUND_OTHER)
			g_array_append_val(near, other);
	}
	return near;
}

/* All paths to the character i. */
static void step(walk *w, guint i)
{
	const gunichar typed = w->wanted[i];
	g_autoptr(GArray) near = is_han(typed) && has_neighbour(w, i) ? near_of(typed) : NULL;
	guint length = i + 1;
	GArray *done;

	w->lookups = 0;
	for (guint p = 0; p < w->paths->len; p++)
		extend(w, &g_array_index(w->paths, path, p), i, typed, YS_SOUND_SAME);
	/* those that have least wrong first: where there are too many the others are left out */
	for (guint p = 0; p < w->paths->len; p++) {
		const path *before = &g_array_index(w->paths, path, p);

		for (guint k = 0; near && before->wrong < w->wrong_max && k < near->len; k++) {
			gunichar c = g_array_index(near, gunichar, k);

			extend(w, before, i, c, ys_readings_compare(typed, c));
		}
	}
	g_array_sort_with_data(w->longer, by_likeness, &length);
	/* of the first nothing is known yet */
	if (i && w->longer->len > PATHS_MAX)
		g_array_set_size(w->longer, PATHS_MAX);
	done = w->paths;
	g_array_set_size(done, 0);
	w->paths = w->longer;
	w->longer = done;
}

static guint count_han(const gunichar *text, guint n)
{
	guint han = 0;

	for (guint i = 0; i < n; i++)
		han += is_han(text[i]);
	return han;
}

gboolean ys_homophone_runs(xc_reader *reader, const gunichar *wanted, guint n, GPtrArray *out, GError **error)
{
	walk w = { .reader = reader, .wanted = wanted, .n = n, .wrong_max = count_han(wanted, n) / 2 };
	const path nothing = { .text = g_new(gunichar, n), .last = YS_SOUND_SAME, .freq = G_MAXUINT32 };

	w.paths = paths_new();
	w.longer = paths_new();
	g_array_append_val(w.paths, nothing);
	for (guint i = 0; i < n && w.wrong_max && !w.error; i++)
		step(&w, i);
	for (guint p = 0; p < w.paths->len && w.wrong_max && !w.error; p++) {
		const path *whole = &g_array_index(w.paths, path, p);

		if (whole->wrong)
			g_ptr_array_add(out, g_ucs4_to_utf8(whole->text, n, NULL, NULL, NULL));
	}
	g_array_unref(w.paths);
	g_array_unref(w.longer);
	if (w.error)
		g_propagate_error(error, w.error);
	return !w.error;
}
