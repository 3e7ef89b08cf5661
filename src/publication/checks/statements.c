/* Sentences that say how amounts they print belong together: X年执行数为A万元，Y年预算安排B万元，比X年增加C万元，增长P%;
 * 年初预算为A万元，支出决算为B万元，完成年初预算的P%; A万元，占P%.  Numbers are taken as they follow each other in a sentence,
 * and compared only where the words before each say what it is. */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/publication/checks/percent.h"

/* Numbers of a sentence among which the budget that was executed is looked for. */
#define BACK_MAX 4

typedef struct {
	GPtrArray *checks;
	const GArray *numbers;
} statements;

static const ys_prose_number *number_at(const statements *s, guint i)
{
	return &g_array_index(s->numbers, ys_prose_number, i);
}

static gboolean same_sentence(const ys_prose_number *a, const ys_prose_number *b)
{
	return a->paragraph == b->paragraph && a->sentence == b->sentence;
}

/* An amount by itself, no growth. */
static gboolean is_amount(const ys_prose_number *n)
{
	return !n->percent && !n->label.direction;
}

/* The last clause of the words before a number. */
static const char *last_clause(const char *words)
{
	const char *last = words;

	for (const char *p = words; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == ',' || c == ':' || c == ';' || c == U'。' || c == U'、')
			last = g_utf8_next_char(p);
	}
	return last;
}

char *ys_prose_subject(const ys_prose_number *n)
{
	return g_strstrip(g_strdup(last_clause(n->words)));
}

/* ---- from one year to the next ---- */

/* The amount of a year, of which that of the number behind it is the next. */
static gboolean is_next_year(const ys_prose_number *before, const ys_prose_number *now)
{
	return is_amount(before) && is_amount(now) && same_sentence(before, now) && before->label.year &&
	       before->label.year + 1 == now->label.year;
}

static void check_percent(const statements *s, const ys_prose_number *before, const ys_prose_number *now,
			  const ys_prose_number *percent, int direction)
{
	g_autofree char *subject = ys_prose_subject(now);
	ys_rough base = ys_rough_of(&before->value);

	ys_check_percent(s->checks, subject, ys_rough_minus(ys_rough_of(&now->value), base), base,
			 direction * percent->value.amount, percent->value.place, percent->value.line);
}

static void check_difference(const statements *s, const ys_prose_number *before, const ys_prose_number *now,
			     const ys_prose_number *change)
{
	g_autofree char *subject = ys_prose_subject(now);
	ys_rough difference = ys_rough_minus(ys_rough_of(&now->value), ys_rough_of(&before->value));
	ys_sum sum = { difference.amount, 1, difference.amount == YS_AMOUNT_NONE };
	ys_check *check = ys_check_compare(s->checks, "prose-change", subject, &sum,
					   change->label.direction * change->value.amount,
					   difference.half + ys_rough_of(&change->value).half, change->value.line);

	ys_check_detail(check, "the amounts of the two years differ by it");
}

/* It says by how much the second amount is more than the first, or less: not than another of that year, its
 * budget where the first is what was executed, and of nothing else. */
static gboolean is_change_of(const ys_prose_number *change, const ys_prose_number *before)
{
	const ys_label *label = &change->label;

	return label->direction && label->compares && label->figure == YS_FIGURE_NONE &&
	       (!label->year || label->year == before->label.year) &&
	       (label->measure == YS_MEASURE_UNSAID || label->measure == before->label.measure);
}

/* A万元, B万元, 增加C万元, 增长P%: as far as they are there. */
static void check_years(const statements *s, guint i)
{
	const ys_prose_number *before = number_at(s, i), *now = number_at(s, i + 1), *next = number_at(s, i + 2);
	int direction = next->label.direction;

	if (!is_next_year(before, now) || !is_change_of(next, before) || !same_sentence(now, next))
		return;
	if (next->percent) {
		check_percent(s, before, now, next, direction);
		return;
	}
	check_difference(s, before, now, next);
	if (i + 3 < s->numbers->len && number_at(s, i + 3)->percent && same_sentence(now, number_at(s, i + 3)) &&
	    (number_at(s, i + 3)->label.direction || number_at(s, i + 3)->label.filler)) {
		const ys_prose_number *percent = number_at(s, i + 3);

		check_percent(s, before, now, percent, percent->label.direction ? percent->label.direction : direction);
	}
}

/* ---- of a budget ---- */

/* Which of the budgets of a year the words name; NULL none. */
static const char *budget_named(const char *words)
{
	static const char *const names[] = { "年初", "调整", "全年" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strstr(words, names[i]))
			return names[i];
	return NULL;
}

/* The budget that the amount at executed is a part of: the only one before it in the sentence, or the one that
 * has the same name.  NULL if it cannot be told. */
static const ys_prose_number *budget_of(const statements *s, guint executed, const char *name)
{
	const ys_prose_number *found = NULL;

	for (guint i = executed; i-- > 0 && executed - i <= BACK_MAX;) {
		const ys_prose_number *n = number_at(s, i);
		const char *clause = last_clause(n->words);

		if (!same_sentence(n, number_at(s, executed)))
			break;
		if (!is_amount(n) || n->label.measure != YS_MEASURE_PLANNED)
			return NULL;
		if (name && budget_named(clause) && strcmp(name, budget_named(clause)))
			continue;
		if (found)
			return NULL;
		found = n;
	}
	return found;
}

/* ..., 支出决算为B万元，完成年初预算的P%; the full stop between them is sometimes too much. */
static void check_completion(const statements *s, guint i)
{
	const ys_prose_number *executed = number_at(s, i), *percent = number_at(s, i + 1), *budget;
	const char *clause = last_clause(percent->words);
	g_autofree char *subject = NULL;

	if (!percent->percent || !is_amount(executed) || executed->label.measure != YS_MEASURE_EXECUTED ||
	    executed->paragraph != percent->paragraph || !strstr(clause, "完成") || !strstr(clause, "预算") ||
	    percent->label.direction)
		return;
	budget = budget_of(s, i, budget_named(clause));
	if (!budget)
		return;
	subject = ys_prose_subject(executed);
	ys_check_percent(s->checks, subject, ys_rough_of(&executed->value), ys_rough_of(&budget->value),
			 percent->value.amount, percent->value.place, percent->value.line);
}

/* ---- of a whole ---- */

/* a万元，占p% */
static gboolean is_share(const statements *s, guint i)
{
	const ys_prose_number *part = number_at(s, i), *percent = number_at(s, i + 1);

	return is_amount(part) && percent->percent && !percent->label.direction &&
	       part->paragraph == percent->paragraph && g_str_has_prefix(last_clause(percent->words), "占") &&
	       g_utf8_strlen(last_clause(percent->words), -1) <= 4;
}

static gboolean share_fits(const statements *s, guint i, const ys_prose_number *whole)
{
	g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)ys_check_free);
	const ys_prose_number *percent = number_at(s, i + 1);
	ys_check *check;

	ys_check_percent(one, "", ys_rough_of(&number_at(s, i)->value), ys_rough_of(&whole->value),
			 percent->value.amount, percent->value.place, 0);
	check = one->len ? g_ptr_array_index(one, 0) : NULL;
	return check && check->status != YS_MISMATCH;
}

/* A list of shares behind their whole, which is that if most of them, and two at least, are what they say of it;
 * nothing is 0% of anything.  Returns what comes behind the list. */
static guint check_shares(const statements *s, guint first)
{
	const ys_prose_number *whole = first ? number_at(s, first - 1) : NULL;
	guint end = first, fits = 0, n = 0;

	while (end + 1 < s->numbers->len && is_share(s, end) &&
	       number_at(s, end)->paragraph == number_at(s, first)->paragraph)
		end += 2;
	for (guint i = first; i < end; i += 2)
		n += number_at(s, i)->value.amount != 0;
	if (n < 2 || !whole || !is_amount(whole) || whole->paragraph != number_at(s, first)->paragraph)
		return MAX(end, first + 1);
	for (guint i = first; i < end; i += 2)
		fits += number_at(s, i)->value.amount && share_fits(s, i, whole);
	for (guint i = first; i < end && fits >= 2 && fits * 3 >= n * 2; i += 2) {
		const ys_prose_number *part = number_at(s, i), *percent = number_at(s, i + 1);
		g_autofree char *subject = ys_prose_subject(part);

		ys_check_percent(s->checks, subject, ys_rough_of(&part->value), ys_rough_of(&whole->value),
				 percent->value.amount, percent->value.place, percent->value.line);
	}
	return end;
}

void ys_reconcile_statements(GPtrArray *checks, const ys_prose *prose)
{
	statements s = { checks, prose->numbers };

	for (guint i = 0; i + 2 < s.numbers->len; i++)
		check_years(&s, i);
	for (guint i = 0; i + 1 < s.numbers->len; i++)
		check_completion(&s, i);
	for (guint i = 0; i + 1 < s.numbers->len;)
		i = is_share(&s, i) ? check_shares(&s, i) : i + 1;
}
