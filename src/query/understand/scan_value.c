/* What becomes a filter: years, amounts, places, 预算 and 决算. */
#include "src/query/understand/scan.h"

#include <string.h>

#include "src/body_name.h"
#include "src/gazetteer.h"
#include "src/places_table.h"
#include "src/query/understand/asking_table.h"
#include "src/query/understand/typed_amount.h"
#include "src/text/fold.h"
#include "src/word_list.h"
#include "src/year.h"

/* What follows a division's short name, at least, in characters. */
#define BEHIND_SHORT_MIN 2
/* Before it two digits and 年 are sooner a span of time. */
#define SHORT_YEAR_MIN 2010
/* A name of a body whose place is not known has so many, at least. */
#define SURE_BODY_MIN 5

gboolean ys_scan_at_border(const ys_scan *s)
{
	return s->p == s->unread;
}

gboolean ys_scan_ends(const char *s)
{
	return !*s || ys_char_class_of(g_utf8_get_char(s)) == YS_CHAR_SEPARATOR || ys_word_at_start(s, asking_joint);
}

/* The bytes of a word of the list at s, 0 for none. */
static gsize word_at(const char *s, const char *const *words)
{
	const char *word = ys_word_at_start(s, words);

	return word ? strlen(word) : 0;
}

static gsize found(ys_scan *s, ys_reading_kind as, char *value, const char *end)
{
	s->as = as;
	s->value = value;
	return end - s->p;
}

/* ---- years ---- */

static char *years(int first, int last)
{
	if (first == last)
		return g_strdup_printf("%d", first);
	if (!first)
		return g_strdup_printf("..%d", last);
	return last ? g_strdup_printf("%d..%d", first, last) : g_strdup_printf("%d..", first);
}

/* 近三年, 今年: what is newest in the index is this year. */
static gsize relative_year(ys_scan *s)
{
	const char *p = s->p + word_at(s->p, asking_recent);
	gsize len;
	guint n;

	if (!s->newest)
		return 0;
	if (p > s->p && (len = ys_typed_number_at(p, &n)) && n && n < 100) {
		p += len;
		p += g_str_has_prefix(p, "个") ? strlen("个") : 0;
		if (!g_str_has_prefix(p, "年"))
			return 0;
		p += strlen("年");
		p += word_at(p, asking_recent_behind);
		return found(s, YS_READ_YEAR, years(s->newest - (int)n + 1, s->newest), p);
	}
	if ((len = word_at(s->p, asking_this_year)))
		return found(s, YS_READ_YEAR, years(s->newest, s->newest), s->p + len);
	if ((len = word_at(s->p, asking_last_year)))
		return found(s, YS_READ_YEAR, years(s->newest - 1, s->newest - 1), s->p + len);
	if ((len = word_at(s->p, asking_year_before)))
		return found(s, YS_READ_YEAR, years(s->newest - 2, s->newest - 2), s->p + len);
	return 0;
}

/* 预算 or 决算 is all that follows. */
static gboolean ends_with_kind(const char *s)
{
	gsize len = word_at(s, asking_budget);

	len = len ? len : word_at(s, asking_account);
	return len && !s[len];
}

/* 以来, 之前 behind a year: the bytes it takes, 0 for nothing of the kind; then *value. */
static gsize open_span(const char *s, int year, char **value)
{
	const struct {
		const char *const *words;
		int first, last;
		gboolean ends;
	} spans[] = {
		{ asking_since, year, 0, FALSE },       { asking_until, 0, year, FALSE },
		{ asking_before, 0, year - 1, FALSE },  { asking_since_end, year, 0, TRUE },
		{ asking_before_end, 0, year - 1, TRUE },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(spans); i++) {
		gsize len = word_at(s, spans[i].words);

		if (!len || (spans[i].ends && !ys_scan_ends(s + len)))
			continue;
		*value = years(spans[i].first, spans[i].last);
		return len;
	}
	return 0;
}

/* 21年 is 2021, if that may be indexed; what is no such year may be said from the newest. */
static gsize short_year(ys_scan *s)
{
	guint n;

	if (!g_ascii_isdigit(s->p[0]) || !g_ascii_isdigit(s->p[1]) || !g_str_has_prefix(s->p + 2, "年"))
		return relative_year(s);
	n = 2000 + (guint)(10 * (s->p[0] - '0') + s->p[1] - '0');
	if (!s->newest || n < SHORT_YEAR_MIN || (int)n > s->newest + 1)
		return 0;
	return found(s, YS_READ_YEAR, years((int)n, (int)n), s->p + 2 + strlen("年"));
}

gsize ys_scan_year(ys_scan *s)
{
	const ys_year year = ys_year_at(s->p, -1);
	const char *p = s->p + year.len, *to;
	const gboolean named = g_strstr_len(s->p, (gssize)year.len, "年") != NULL;
	ys_year last;
	char *value;
	gsize len;

	if (!year.year)
		return ys_scan_at_border(s) ? short_year(s) : 0;
	/* in the middle of a run a year is part of a name, unless something that is read follows */
	to = p + word_at(p, asking_to);
	last = ys_year_at(to, -1);
	if (to > p && last.year > year.year && (ys_scan_at_border(s) || !to[last.len]))
		return found(s, YS_READ_YEAR, years(year.year, last.year), to + last.len);
	if (named && (len = open_span(p, year.year, &value)))
		return found(s, YS_READ_YEAR, value, p + len);
	if (!ys_scan_at_border(s) && !(named && (!*p || ys_scan_begins(p) || ends_with_kind(p))))
		return 0;
	return named || !*p ? found(s, YS_READ_YEAR, years(year.year, year.year), p) : 0;
}

/* ---- amounts ---- */

/* The ends of what is allowed, as a filter has them. */
typedef struct {
	ys_amount min, max;     /* YS_AMOUNT_NONE: open */
	gboolean above, below;  /* the end is left out */
} bounds;

static char *amounts(const bounds *b)
{
	GString *value = g_string_new(NULL);

	if (b->above || b->below)
		g_string_append_c(value, b->above ? '>' : '<');
	if (b->min != YS_AMOUNT_NONE) {
		ys_amount_append_yuan(value, b->min);
		g_string_append(value, "元");
	}
	if (b->min == b->max)
		return g_string_free(value, FALSE);
	if (!b->above && !b->below)
		g_string_append(value, "..");
	if (b->max != YS_AMOUNT_NONE) {
		ys_amount_append_yuan(value, b->max);
		g_string_append(value, "元");
	}
	return g_string_free(value, FALSE);
}

/* How words compare an amount. */
typedef enum {
	LEAST, ABOVE, MOST, BELOW, ABOUT
} relation;

static bounds compare(relation how, ys_amount amount)
{
	bounds b = { YS_AMOUNT_NONE, YS_AMOUNT_NONE, how == ABOVE, how == BELOW };

	if (how == ABOUT)
		return (bounds){ .min = amount - amount / 10, .max = amount + amount / 10 };
	*(how == LEAST || how == ABOVE ? &b.min : &b.max) = amount;
	return b;
}

/* The word at s that compares, before or behind an amount; its length, 0 for none. */
static gsize relation_at(const char *s, gboolean behind, relation *how)
{
	const struct {
		const char *const *words;
		relation how;
	} before[] = { { asking_least_before, LEAST }, { asking_above_before, ABOVE }, { asking_most_before, MOST },
		       { asking_below_before, BELOW }, { asking_about_before, ABOUT } },
	  after[] = { { asking_least_behind, LEAST }, { asking_most_behind, MOST }, { asking_about_behind, ABOUT } },
	  *lists = behind ? after : before;
	const gsize n = behind ? G_N_ELEMENTS(after) : G_N_ELEMENTS(before);

	for (gsize i = 0; i < n; i++) {
		gsize len = word_at(s, lists[i].words);

		*how = lists[i].how;
		if (len)
			return len;
	}
	return 0;
}

/* 100万到300万, 50-100万元: the first may have the unit of the second. */
static const char *span_at(const char *s, bounds *b)
{
	const gsize digits = strspn(s, "0123456789.,");
	ys_typed_amount first = ys_typed_amount_at(s, 0), last;
	const char *p = s + first.len;
	guint number;
	gsize len;

	if (!first.len && (len = digits ? digits : ys_typed_number_at(s, &number)) && word_at(s + len, asking_to)) {
		first = ys_typed_amount_at(s, ys_typed_amount_unit(s + len + word_at(s + len, asking_to)));
		p = s + len;
	}
	if (!first.len || !(len = word_at(p, asking_to)))
		return NULL;
	p += len;
	last = ys_typed_amount_at(p, 0);
	if (!last.len || last.amount < first.amount)
		return NULL;
	*b = (bounds){ .min = first.amount, .max = last.amount };
	p += last.len;
	return p + word_at(p, asking_between);
}

/* A number that goes on, or stands in a word of letters, is another one. */
static gboolean begins_number(const ys_scan *s)
{
	return s->p == s->start || !g_ascii_isdigit(*s->p) || !(g_ascii_isalnum(s->p[-1]) || strchr(".,-", s->p[-1]));
}

/* 金额在 of 金额在100万以上. */
static gsize amount_of_before(const ys_scan *s)
{
	const char *word = ys_word_at_end(s->unread, s->p - s->unread, asking_amount_of);

	return word ? strlen(word) : 0;
}

gsize ys_scan_amount(ys_scan *s)
{
	relation how;
	const gsize before = relation_at(s->p, FALSE, &how);
	const char *p = s->p + before, *end;
	const ys_typed_amount one = ys_typed_amount_at(p, 0);
	gsize behind;
	bounds b;

	if (!begins_number(s))
		return 0;
	s->before = amount_of_before(s);
	if (!before && (behind = word_at(p, asking_up_to)) && ys_typed_amount_at(p + behind, 0).in_words) {
		b = compare(LEAST, ys_typed_amount_at(p + behind, 0).amount);
		return found(s, YS_READ_AMOUNT, amounts(&b), p + behind + ys_typed_amount_at(p + behind, 0).len);
	}
	if (before && one.len) {
		b = compare(how, one.amount);
		p += one.len;
		/* 约100万左右 */
		return found(s, YS_READ_AMOUNT, amounts(&b), p + word_at(p, asking_about_behind));
	}
	if (!before && (end = span_at(s->p, &b)))
		return found(s, YS_READ_AMOUNT, amounts(&b), end);
	if (before || !one.len)
		return 0;
	p += one.len;
	if ((behind = relation_at(p, TRUE, &how))) {
		b = compare(how, one.amount);
		return found(s, YS_READ_AMOUNT, amounts(&b), p + behind);
	}
	/* in digits it is a word that finds the amount already */
	if (!one.in_words || !ys_scan_at_border(s) || !ys_scan_ends(p))
		return 0;
	b = (bounds){ .min = one.amount, .max = one.amount };
	return found(s, YS_READ_AMOUNT, amounts(&b), p);
}

/* ---- places ---- */

/* What stands behind makes another place of a division's short name (上海路), or a word. */
static gboolean ends_short_name(const char *s)
{
	return !*s || ys_word_at_start(s, asking_joint) ||
	       (!ys_word_at_start(s, places_place) && !ys_word_at_start(s, places_sign) &&
		!ys_word_at_start(s, places_below) && g_utf8_strlen(s, -1) >= BEHIND_SHORT_MIN);
}

/* The names of divisions at s, the outer first; 0 if there are none, or they may be another word. */
static gsize region_at(const char *s)
{
	ys_place places[YS_PLACES_MAX];
	const char *p = s;
	ys_name_form form = YS_NAME_WORD;
	guint n;

	while ((n = ys_gazetteer_at(p, p + strnlen(p, YS_PLACE_BYTES), places))) {
		form = places[n - 1].form;
		for (guint i = 0; i + 1 < n; i++)
			if (places[i].len == places[n - 1].len)
				form = MIN(form, places[i].form);
		p += places[n - 1].len;
		if (form != YS_NAME_FULL)
			break;
	}
	if (p == s || form == YS_NAME_WORD || (form == YS_NAME_SHORT && !ends_short_name(p)))
		return 0;
	return p - s;
}

/* 数字政府 is no government: a short name of no place we know may be a word. */
static gboolean is_sure_body(const char *s, gsize len)
{
	g_autofree char *name = g_strndup(s, len);
	g_autoptr(ys_body_asked) body = ys_body_asked_new(name);
	g_autoptr(GPtrArray) codes = body ? ys_body_asked_codes(body) : NULL;

	return body && (codes->len || g_utf8_strlen(name, -1) >= SURE_BODY_MIN);
}

gsize ys_scan_place(ys_scan *s)
{
	gsize len;

	if (!ys_scan_at_border(s))
		return 0;
	if ((len = ys_body_at_start(s->p)) && is_sure_body(s->p, len))
		return found(s, YS_READ_DEPARTMENT, g_strndup(s->p, len), s->p + len);
	if ((len = region_at(s->p)))
		return found(s, YS_READ_REGION, g_strndup(s->p, len), s->p + len);
	return 0;
}

gboolean ys_scan_names_body(const char *run)
{
	g_autoptr(ys_body_asked) body = ys_body_asked_new(run);

	return body != NULL;
}

/* ---- sorts of publications ---- */

/* Two characters are part of many a name: 预算绩效.  They count behind something else that was read, in front of it
 * and at the end. */
gsize ys_scan_kind(ys_scan *s)
{
	const char *budget = ys_word_at_start(s->p, asking_budget);
	const char *word = budget ? budget : ys_word_at_start(s->p, asking_account);
	const char *end = word ? s->p + strlen(word) : NULL;
	relation how;
	const gboolean border = ys_scan_at_border(s), weak = word && g_utf8_strlen(word, -1) < 3;

	if (!word || (!border && *end))
		return 0;
	if (weak && s->p == s->start && !ys_scan_ends(end) && !ys_scan_begins(end) && !relation_at(end, FALSE, &how))
		return 0;
	return found(s, YS_READ_KIND, g_strdup(budget ? "预算" : "决算"), end);
}
