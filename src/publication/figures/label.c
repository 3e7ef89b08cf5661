/* Labels are read from their end, for there stands what the number is: fillers are taken off as long as
 * there are any, and the longest wording the rest ends with names the figure.  What is left in front
 * decides whether it is one of the whole publication or a part of it. */
#include "src/publication/figures/label.h"

#include <string.h>

#include "src/publication/figures/figures_table.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"
#include "src/year.h"

/* The order of ys_figure_id, then what has no figure of its own. */
static const char *const classes[] = {
	"income",   "expenditure", "basic",	       "project",	  "three_public", "abroad",
	"vehicle",  "vehicle_purchase", "vehicle_running", "reception",	  "procurement",  "goods",
	"works",    "services",	   "running",	       "meetings",	  "training",	  "balance",
	"appropriation",
};

typedef struct {
	char *key;
	gsize len;
	ys_figure_id figure;
	gboolean whole;
} wording;

static GArray *wordings;        /* of wording, the longest first */
static GHashTable *words;       /* class -> GPtrArray of keys, the longest first */

static int longer_first(gconstpointer a, gconstpointer b)
{
	gsize left = ((const wording *)a)->len, right = ((const wording *)b)->len;

	return left < right ? 1 : left > right ? -1 : 0;
}

static int longer_key_first(gconstpointer a, gconstpointer b)
{
	gsize left = strlen(*(char *const *)a), right = strlen(*(char *const *)b);

	return left < right ? 1 : left > right ? -1 : 0;
}

static void load_row(const char *class, char *key, const char *whole)
{
	GPtrArray *keys;

	for (guint i = 0; i < G_N_ELEMENTS(classes); i++)
		if (!strcmp(classes[i], class)) {
			wording w = { key, strlen(key), (ys_figure_id)i, whole != NULL };

			g_array_append_val(wordings, w);
			return;
		}
	keys = g_hash_table_lookup(words, class);
	if (!keys) {
		keys = g_ptr_array_new();
		g_hash_table_insert(words, (gpointer)class, keys);
	}
	g_ptr_array_add(keys, key);
}

static void load(void)
{
	static gsize loaded;
	GHashTableIter iter;
	gpointer keys;

	if (!g_once_init_enter(&loaded))
		return;
	wordings = g_array_new(FALSE, FALSE, sizeof(wording));
	words = g_hash_table_new(g_str_hash, g_str_equal);
	for (gsize i = 0; i < figures_table_count; i++)
		load_row(figures_table[i].field[0], ys_name_key(figures_table[i].field[1]),
			 figures_table[i].field[2]);
	g_array_sort(wordings, longer_first);
	g_hash_table_iter_init(&iter, words);
	while (g_hash_table_iter_next(&iter, NULL, &keys))
		g_ptr_array_sort(keys, longer_key_first);
	g_once_init_leave(&loaded, 1);
}

const char *ys_figure_name(ys_figure_id figure)
{
	g_return_val_if_fail(figure < YS_N_FIGURES, NULL);
	if (figure == YS_FIGURE_THREE_PUBLIC || figure == YS_FIGURE_PROCUREMENT)
		return "total";
	return classes[figure];
}

const char *ys_figure_title(ys_figure_id figure)
{
	static const char *const titles[YS_N_FIGURES] = {
		[YS_FIGURE_INCOME] = "总收入",
		[YS_FIGURE_EXPENDITURE] = "总支出",
		[YS_FIGURE_BASIC] = "基本支出",
		[YS_FIGURE_PROJECT] = "项目支出",
		[YS_FIGURE_THREE_PUBLIC] = "“三公”经费",
		[YS_FIGURE_ABROAD] = "因公出国（境）费",
		[YS_FIGURE_VEHICLE] = "公务用车购置及运行维护费",
		[YS_FIGURE_VEHICLE_PURCHASE] = "公务用车购置费",
		[YS_FIGURE_VEHICLE_RUNNING] = "公务用车运行维护费",
		[YS_FIGURE_RECEPTION] = "公务接待费",
		[YS_FIGURE_PROCUREMENT] = "政府采购",
		[YS_FIGURE_GOODS] = "政府采购货物",
		[YS_FIGURE_WORKS] = "政府采购工程",
		[YS_FIGURE_SERVICES] = "政府采购服务",
		[YS_FIGURE_RUNNING] = "机关运行经费",
		[YS_FIGURE_MEETINGS] = "会议费",
		[YS_FIGURE_TRAINING] = "培训费",
	};

	g_return_val_if_fail(figure < YS_N_FIGURES, NULL);
	return titles[figure];
}

gboolean ys_figure_is_three_public(ys_figure_id figure)
{
	return figure >= YS_FIGURE_THREE_PUBLIC && figure <= YS_FIGURE_RECEPTION;
}

gboolean ys_figure_is_procurement(ys_figure_id figure)
{
	return figure >= YS_FIGURE_PROCUREMENT && figure <= YS_FIGURE_SERVICES;
}

/* ---- keys ---- */

static gboolean ends(const char *s, gsize len, const char *word)
{
	gsize n = strlen(word);

	return n <= len && !memcmp(s + len - n, word, n);
}

/* Length of the longest word of the class that the first len bytes of s end with; 0 if none. */
static gsize ends_with(const char *s, gsize len, const char *class)
{
	const GPtrArray *keys = g_hash_table_lookup(words, class);

	for (guint i = 0; i < keys->len; i++)
		if (ends(s, len, keys->pdata[i]))
			return strlen(keys->pdata[i]);
	return 0;
}

static gboolean holds(const char *s, const char *class)
{
	const GPtrArray *keys = g_hash_table_lookup(words, class);

	for (guint i = 0; i < keys->len; i++)
		if (strstr(s, keys->pdata[i]))
			return TRUE;
	return FALSE;
}

/* ---- labels ---- */

/* These are figures of the whole publication only when nobody but the speaker is named
 * before them: 一般公共预算基本支出 and 教育支出预算 are parts. */
static gboolean is_of_the_whole(ys_figure_id figure)
{
	return figure <= YS_FIGURE_PROJECT || figure >= YS_FIGURE_RUNNING;
}

/* s[0, len): only the number of a list item or a speaker. */
static gboolean is_speaker(const char *s, gsize len)
{
	gsize digits = strspn(s, "0123456789");

	return digits >= len || ends_with(s, len, "speaker");
}

static const wording *wording_at_end(const char *s, gsize len)
{
	for (guint i = 0; i < wordings->len; i++) {
		const wording *w = &g_array_index(wordings, wording, i);
		gsize rest;

		if (!ends(s, len, w->key))
			continue;
		rest = len - w->len;
		if (w->whole && rest && !ends(s, rest, "其中") && !ends(s, rest, "包括"))
			continue;
		if (is_of_the_whole(w->figure) && !is_speaker(s, rest))
			continue;
		return w;
	}
	return NULL;
}

/* The figure that s[0, len) names; what is left when all fillers are gone goes to *rest. */
static const wording *find_wording(const char *s, gsize len, gsize *rest)
{
	for (;;) {
		const wording *w = wording_at_end(s, len);
		gsize filler = w ? 0 : ends_with(s, len, "filler");

		*rest = len;
		if (!filler)
			return w;
		len -= filler;
	}
}

/* 一般公共预算 is planned and executed. */
static char *without_budgets(const char *key)
{
	const GPtrArray *names = g_hash_table_lookup(words, "budget");
	g_autoptr(GString) out = g_string_new(key);

	for (guint i = 0; i < names->len; i++)
		g_string_replace(out, names->pdata[i], "", 0);
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static ys_measure measure_of(const char *key)
{
	g_autofree char *rest = NULL;

	if (holds(key, "executed"))
		return YS_MEASURE_EXECUTED;
	if (!holds(key, "planned"))
		return YS_MEASURE_UNSAID;
	rest = without_budgets(key);
	return holds(rest, "planned") ? YS_MEASURE_PLANNED : YS_MEASURE_UNSAID;
}

/* The words of a growth are about what they are compared with and nothing else: 比上年决算, but
 * not 收入比上年, whose number may be another one than the last. */
static gboolean is_comparison(const char *key)
{
	const GPtrArray *leads = g_hash_table_lookup(words, "compare");
	ys_year year;

	for (guint i = 0; i < leads->len; i++)
		if (g_str_has_prefix(key, leads->pdata[i]))
			return TRUE;
	year = ys_year_find(key, -1);
	return year.year && !year.start;
}

ys_label ys_label_read(const char *label)
{
	ys_label out = { .figure = YS_FIGURE_NONE };
	g_autofree char *key = ys_name_key(label);
	gsize len = strlen(key), rest, growth;
	const wording *w;

	load();
	out.year = ys_year_find(key, -1).year;
	if ((growth = ends_with(key, len, "more")))
		out.direction = 1;
	else if ((growth = ends_with(key, len, "less")))
		out.direction = -1;
	len -= growth;
	w = find_wording(key, len, &rest);
	if (out.direction) {
		key[len] = '\0';
		out.compares = !len || w || is_comparison(key);
	} else if (holds(key, "other")) {
		return out;
	}
	if (w) {
		out.figure = w->figure;
		out.needs_family = w->whole;
	}
	/* 2023年预算安排 names no more than the year */
	out.filler = !rest || (out.year && is_speaker(key, rest) && rest <= strlen("2023年"));
	out.measure = measure_of(key);
	return out;
}

gboolean ys_label_says_before(const char *text, int year)
{
	g_autofree char *key = ys_name_key(text);
	ys_year found;

	load();
	if (holds(key, "before"))
		return TRUE;
	for (const char *p = key; (found = ys_year_find(p, -1)).year; p += found.start + found.len)
		if (found.year == year - 1)
			return TRUE;
	return FALSE;
}

/* ---- rows ---- */

/* A row's name without what stands before it: 其中：, its number. */
static const char *row_name(const char *name)
{
	static const char *const leads[] = { "其中", "：", ":", " ", "\"", "“", NULL };

	return ys_behind_leads(name, leads);
}

ys_figure_id ys_figure_of_row(const char *name)
{
	g_autofree char *row = ys_name_key(row_name(name));
	ys_figure_id found = YS_FIGURE_NONE;
	gsize longest = 0;

	load();
	for (guint i = 0; i < wordings->len; i++) {
		const wording *w = &g_array_index(wordings, wording, i);
		gboolean fits =
			w->whole ? !strncmp(row, w->key, w->len) && strlen(row) <= w->len + strlen("费用")
				 : g_str_has_prefix(row, w->key);

		if (fits && ys_figure_is_three_public(w->figure) && w->len > longest) {
			found = w->figure;
			longest = w->len;
		}
	}
	return found;
}
