/* What is asked of what is found: an order, a comparison, or nothing. */
#include "src/query/understand/scan.h"

#include <string.h>

#include "src/query/understand/asking_table.h"
#include "src/query/understand/typed_amount.h"
#include "src/word_list.h"
#include "src/year.h"

static gsize word_at(const char *s, const char *const *words)
{
	const char *word = ys_word_at_start(s, words);

	return word ? strlen(word) : 0;
}

/* Bytes in front of here that were not understood and say no more than what follows: 花钱 of 培训花钱最多. */
static gsize spending_before(const ys_scan *s)
{
	const char *last = ys_word_at_end(s->unread, s->p - s->unread, asking_spending);

	if (!last)
		last = ys_word_at_end(s->unread, s->p - s->unread, asking_spending_alone);
	if (last && (strlen(last) == (gsize)(s->p - s->unread) || ys_word_at_start(last, asking_spending)))
		return strlen(last);
	return 0;
}

static gsize found(ys_scan *s, ys_reading_kind as, const char *value, const char *end)
{
	s->as = as;
	s->value = g_strdup(value);
	return end - s->p;
}

/* ---- order ---- */

/* 五个, 3大, 十; the bytes it takes.  *counted: what is counted is said. */
static gsize some_at(const char *s, gboolean *counted)
{
	guint number;
	gsize len = ys_typed_number_at(s, &number), of = len ? word_at(s + len, asking_five_of) : 0;

	*counted = of > 0;
	return len + of;
}

/* Whether what stands at s may follow a word of order: 最低生活保障 has none. */
static gboolean ends_order(const char *s)
{
	const char *spending = ys_word_at_start(s, asking_spending_alone);

	return ys_scan_ends(s) || ys_word_at_start(s, asking_order_behind) || ys_scan_begins(s) ||
	       (spending && !s[strlen(spending)]);
}

gsize ys_scan_order(ys_scan *s)
{
	const gboolean most = word_at(s->p, asking_most) || word_at(s->p, asking_descending);
	const char *p = s->p;
	gboolean counted;
	gsize len;

	/* 前十, 最大的五个 */
	if ((len = word_at(p, asking_first))) {
		const char *number = p + len + (g_str_has_prefix(p + len, "的") ? strlen("的") : 0);

		p = number + some_at(number, &counted);
		/* 前三个月 is a time */
		if (p > number && (ends_order(p) || (counted && most))) {
			s->before = spending_before(s);
			return found(s, YS_READ_ORDER, "most", p);
		}
	}
	len = most ? MAX(word_at(s->p, asking_most), word_at(s->p, asking_descending))
		   : MAX(word_at(s->p, asking_least), word_at(s->p, asking_ascending));
	p = s->p + len;
	/* 最高金额 */
	if (len && ends_order(p + word_at(p, asking_spending)))
		p += word_at(p, asking_spending);
	if (!len || !ends_order(p))
		return 0;
	s->before = spending_before(s);
	return found(s, YS_READ_ORDER, most ? "most" : "least", p);
}

/* ---- comparisons ---- */

gsize ys_scan_change(ys_scan *s)
{
	const char *p = s->p + word_at(s->p, asking_than_last);
	const gboolean rise = ys_word_at_start(p, asking_rise) != NULL;
	gsize len = rise ? word_at(p, asking_rise) : word_at(p, asking_fall);
	const char *behind = p + len + (g_str_has_prefix(p + len, "得") ? strlen("得") : 0);
	gsize most = word_at(behind, asking_superlative);

	if (!len)
		return 0;
	p = most ? behind + most : p + len;
	p += word_at(p, asking_done);
	if (!ends_order(p))
		return 0;
	s->before = spending_before(s);
	return found(s, YS_READ_CHANGE, most ? (rise ? "most rise" : "most fall") : rise ? "rise" : "fall", p);
}

gsize ys_scan_by(ys_scan *s)
{
	static const struct {
		const char *const *words;
		const char *value;
	} ends[] = { { asking_by_department_end, "department" }, { asking_by_region_end, "region" } };
	gsize len;

	if ((len = word_at(s->p, asking_by_department)))
		return found(s, YS_READ_BY, "department", s->p + len);
	if ((len = word_at(s->p, asking_by_region)))
		return found(s, YS_READ_BY, "region", s->p + len);
	if ((len = word_at(s->p, asking_by_who)) && (word_at(s->p + len, asking_most) || word_at(s->p + len, asking_least)))
		return found(s, YS_READ_BY, "department", s->p + len);
	/* 的部门 asks for departments where they are compared; else it is text */
	for (gsize i = 0; i < G_N_ELEMENTS(ends) && s->compares; i++)
		if ((len = word_at(s->p, ends[i].words)) && !s->p[len] &&
		    (ys_scan_at_border(s) || ys_word_at_start(s->p, asking_joint)))
			return found(s, YS_READ_BY, ends[i].value, s->p + len);
	len = ys_scan_at_border(s) ? word_at(s->p, asking_not_any) : 0;
	return len ? found(s, YS_READ_NONE, "0", s->p + len) : 0;
}

gsize ys_scan_question(ys_scan *s)
{
	gsize len = word_at(s->p, asking_question);

	if (!len && s->p == s->start)
		len = word_at(s->p, asking_please);
	/* 自2022年起 */
	if (!len && ys_scan_at_border(s) && ys_year_at(s->p + word_at(s->p, asking_from), -1).year)
		len = word_at(s->p, asking_from);
	return len ? found(s, YS_READ_QUESTION, NULL, s->p + len) : 0;
}

/* A reading begins with one of these words whatever stands in front of it. */
gboolean ys_scan_begins(const char *s)
{
	return word_at(s, asking_than_last) || word_at(s, asking_rise) || word_at(s, asking_fall) ||
	       word_at(s, asking_most) || word_at(s, asking_least) || word_at(s, asking_descending) ||
	       word_at(s, asking_ascending) || word_at(s, asking_by_department) || word_at(s, asking_by_region) ||
	       word_at(s, asking_question);
}
