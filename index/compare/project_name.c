#include "index/compare/project_name.h"

#include <string.h>

#include "src/publication/words/similar.h"
#include "src/text/key.h"
#include "src/text/synonyms.h"
#include "src/word_list.h"
#include "src/year.h"

#include "index/compare/project_names_table.h"

/* A core keeps so many bytes: two characters. */
#define CORE_MIN 6
/* So many characters at least must be the same, */
#define SAME_MIN 4
/* and so many, in percent, of the longer name. */
#define SAME_PERCENT 50

void ys_project_name_clear(ys_project_name *name)
{
	g_clear_pointer(&name->plain, g_free);
	g_clear_pointer(&name->core, g_free);
	g_clear_pointer(&name->wording, g_free);
}

/* ---- taking away ---- */

static void take_years(GString *key)
{
	for (;;) {
		const ys_year year = ys_year_find(key->str, -1);

		if (!year.year || year.len >= key->len)
			return;
		g_string_erase(key, year.start, year.len);
	}
}

/* What a name has in front of it of a body: all of its name, or its place up to where one ends. */
static gsize body_before(const char *key, const char *body)
{
	gsize n = 0, place = 0;

	while (key[n] && key[n] == body[n]) {
		const char *end = g_utf8_next_char(key + n);
		const gsize len = end - (key + n);

		if (strncmp(key + n, body + n, len))
			break;
		if (n && g_utf8_strchr("省市区县州旗镇乡", -1, g_utf8_get_char(key + n)))
			place = n + len;
		n += len;
	}
	return body[n] ? place : n;
}

static void take_body(GString *key, const char *body)
{
	g_autofree char *name = body && *body ? ys_name_key(body) : NULL;
	const char *place = name;

	/* 云栖市青禾县教育局 stands before a name as 青禾县 too */
	for (guint i = 0; place && *place && i < 3; i++) {
		const gsize len = body_before(key->str, place);

		if (len && len < key->len) {
			g_string_erase(key, 0, len);
			return;
		}
		do
			place = g_utf8_next_char(place);
		while (*place && !g_utf8_strchr("省市区县州", -1, g_utf8_get_char(g_utf8_prev_char(place))));
	}
}

static int digit_of(gunichar c)
{
	static const char digits[] = "一二三四五六七八九";
	const char *found = g_utf8_strchr(digits, -1, c);

	if (c >= '1' && c <= '9')
		return (int)c - '0';
	return found && c ? (int)g_utf8_pointer_to_offset(digits, found) + 1 : 0;
}

/* 二期, 第二期: of one digit, as phases are. */
static int take_phase(GString *key)
{
	char *mark = strstr(key->str, "期"), *digit = mark && mark > key->str ? g_utf8_prev_char(mark) : NULL;
	const int phase = digit ? digit_of(g_utf8_get_char(digit)) : 0;
	char *before = digit && digit > key->str ? g_utf8_prev_char(digit) : NULL;

	if (!phase || (before && digit_of(g_utf8_get_char(before))))
		return 0;
	if (before && g_utf8_get_char(before) == g_utf8_get_char("第"))
		digit = before;
	g_string_erase(key, digit - key->str, mark + strlen("期") - digit);
	return phase;
}

static void take_ends(GString *key)
{
	const char *word;

	while ((word = ys_word_at_end(key->str, key->len, project_names_end)) && key->len >= strlen(word) + CORE_MIN)
		g_string_truncate(key, key->len - strlen(word));
}

/* ---- names ---- */

static char *first_wording(const char *core)
{
	g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);
	const char *first = core;

	ys_synonyms_of(core, others);
	for (guint i = 0; i < others->len; i++)
		if (strcmp(g_ptr_array_index(others, i), first) < 0)
			first = g_ptr_array_index(others, i);
	return g_strdup(first);
}

void ys_project_name_init(ys_project_name *name, const char *title, const char *department, const char *unit)
{
	g_autofree char *key = ys_name_key(title);
	g_autoptr(GString) text = g_string_new(key);

	take_years(text);
	take_body(text, department);
	take_body(text, unit);
	take_years(text);
	name->plain = g_strdup(text->str);
	name->phase = take_phase(text);
	take_ends(text);
	name->core = g_strdup(text->str);
	name->wording = first_wording(name->core);
}

/* ---- reworded ---- */

/* What is left of two names between what they have in common before and behind it. */
typedef struct {
	glong before, behind;   /* characters */
	char *a, *b;
} difference;

static difference compare(const char *a, const char *b)
{
	const char *x = a, *y = b, *end_x = a + strlen(a), *end_y = b + strlen(b);
	difference d = { 0 };

	while (*x && *y && g_utf8_get_char(x) == g_utf8_get_char(y)) {
		x = g_utf8_next_char(x);
		y = g_utf8_next_char(y);
		d.before++;
	}
	while (end_x > x && end_y > y &&
	       g_utf8_get_char(g_utf8_prev_char(end_x)) == g_utf8_get_char(g_utf8_prev_char(end_y))) {
		end_x = g_utf8_prev_char(end_x);
		end_y = g_utf8_prev_char(end_y);
		d.behind++;
	}
	d.a = g_strndup(x, end_x - x);
	d.b = g_strndup(y, end_y - y);
	return d;
}

static gboolean is_other(const char *word)
{
	const char *found = ys_word_at_start(word, project_names_other);

	return found && !strcmp(found, word);
}

static gboolean shares_character(const char *a, const char *b)
{
	for (; *a; a = g_utf8_next_char(a))
		if (g_utf8_strchr(b, -1, g_utf8_get_char(a)))
			return TRUE;
	return FALSE;
}

/* 东 and 西, 甲 and 乙; what is only added at an end may be anything, and what is changed there is still 采购 in
 * 购买 but not 补助 in 规划. */
static gboolean tells_apart(const difference *d)
{
	const glong a = g_utf8_strlen(d->a, -1), b = g_utf8_strlen(d->b, -1);
	const gboolean inside = d->before && d->behind;

	if (is_other(d->a) || is_other(d->b) || (a == 1 && b == 1))
		return TRUE;
	return !inside && !shares_character(d->a, d->b);
}

static gboolean counts_differently(const char *a, const char *b)
{
	ys_similar *x = ys_similar_new(a), *y = ys_similar_new(b);
	const gboolean differ = !ys_similar_score(x, y);

	ys_similar_free(x);
	ys_similar_free(y);
	return differ;
}

gboolean ys_project_name_is_reworded(const ys_project_name *a, const ys_project_name *b)
{
	const glong longer = MAX(g_utf8_strlen(a->core, -1), g_utf8_strlen(b->core, -1));
	difference d = compare(a->core, b->core);
	const glong same = d.before + d.behind;
	const gboolean reworded = same >= SAME_MIN && same * 100 >= longer * SAME_PERCENT && !tells_apart(&d) &&
				  !counts_differently(a->core, b->core);

	g_free(d.a);
	g_free(d.b);
	return reworded;
}

gboolean ys_project_name_is_kin(const ys_project_name *longer, const ys_project_name *shorter)
{
	const char *inside = strstr(longer->core, shorter->core);
	g_autofree char *before = g_strndup(longer->core, inside - longer->core);

	return !ys_word_in(before, project_names_other) &&
	       !ys_word_in(inside + strlen(shorter->core), project_names_other);
}
