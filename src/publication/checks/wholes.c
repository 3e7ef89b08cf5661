/* Sentences that take an amount apart by classes: 总支出968.32万元，其中一般公共服务支出820.00万元、社会保障和就业支出148.32万元.
 * Classes of functions are no parts of each other, so that together they are no more than the whole; that they are
 * less says nothing, for a sentence may leave out some. */
#include "src/publication/checks/parts.h"

#include <string.h>

#include "src/codes.h"

/* Digits of a 类. */
#define CLASS_DIGITS 3

static const ys_prose_number *number_at(const ys_prose *prose, guint i)
{
	return &g_array_index(prose->numbers, ys_prose_number, i);
}

/* The class of functions whose name this is, with or without (类); NULL if it is none. */
static const char *class_named(const char *name)
{
	static const char mark[] = "(类)";
	const char *at = strstr(name, mark);
	g_autofree char *plain = at ? g_strdup_printf("%.*s%s", (int)(at - name), name, at + strlen(mark)) : g_strdup(name);
	g_autoptr(GPtrArray) codes = ys_codes_named(plain);

	for (guint i = 0; i < codes->len; i++) {
		const char *code = g_ptr_array_index(codes, i);

		if (strlen(code) == CLASS_DIGITS && *code == '2')
			return code;
	}
	return NULL;
}

/* The class that a part of the list is called by, all that stands between it and the number before; NULL. */
static const char *class_of(const ys_prose_number *n, gboolean first)
{
	const char *words = n->words;
	gsize marks;

	if (n->percent || n->label.direction || n->value.amount == YS_AMOUNT_NONE)
		return NULL;
	marks = strspn(words, ",; ");
	words += marks;
	if (g_str_has_prefix(words, "、"))
		words += strlen("、");
	else if (first && g_str_has_prefix(words, "。"))
		words += strlen("。");
	else if (!marks)
		return NULL;
	if (first != g_str_has_prefix(words, "其中"))
		return NULL;
	if (first) {
		words += strlen("其中");
		words += strspn(words, ":, ");
	}
	return class_named(words);
}

/* ,占12.5% */
static gboolean is_share(const ys_prose_number *n)
{
	const char *share = strstr(n->words, "占");

	return n->percent && !n->label.direction && share && !strpbrk(share, ",;:") && !strstr(n->words, "。");
}

/* The list behind the number at whole.  Returns what comes behind it. */
static guint check_list(GPtrArray *checks, const ys_prose *prose, guint whole)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	const ys_prose_number *all = number_at(prose, whole);
	ys_amount half = all->value.place / 2;
	ys_sum sum = { 0 };
	ys_check *check;
	guint i = whole + 1;

	for (; i < prose->numbers->len; i++) {
		const ys_prose_number *n = number_at(prose, i);
		const char *class;

		if (n->paragraph != all->paragraph)
			break;
		if (sum.n && is_share(n))
			continue;
		class = class_of(n, !sum.n);
		if (!class || !g_hash_table_add(seen, (char *)class))
			break;
		ys_sum_add(&sum, n->value.amount);
		half = MAX(half, n->value.place / 2);
	}
	if (sum.n < 2 || (sum.sum < all->value.amount && !ys_sum_fits(&sum, all->value.amount, half)))
		return i;
	check = ys_check_compare(checks, "prose-parts", "其中", &sum, all->value.amount, half, all->value.line);
	ys_check_detail(check, "%u classes of a sentence against their whole", sum.n);
	return i;
}

void ys_reconcile_wholes(GPtrArray *checks, const ys_prose *prose)
{
	/* a list ends before its last number, which may be a whole itself; each is walked over once or twice */
	for (guint i = 0, next; i + 2 < prose->numbers->len; i = next) {
		const ys_prose_number *n = number_at(prose, i);

		next = i + 1;
		if (!n->percent && !n->label.direction && n->value.amount != YS_AMOUNT_NONE) {
			guint end = check_list(checks, prose, i);

			next = MAX(next, end - 1);
		}
	}
}
