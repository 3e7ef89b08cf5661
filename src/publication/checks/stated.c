/* The figures of the whole publication are told by their names.  Other amounts of prose are told by the words before
 * them and the heading above, rows of tables by table, measure and code; of these only what is printed once counts,
 * for where two amounts have the same words the words do not tell what they are of.
 *
 * Only what is of the same kind is taken: a budget that is compared with what was executed says nothing of the last
 * budget, and what it takes for executed before the account is closed is no account. */
#include "src/publication/checks/years.h"

#include <string.h>

#include "src/publication/budget/measure.h"
#include "src/publication/checks/parts.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"
#include "src/year.h"

/* Words shorter than this name nothing: 收入 alone may be any. */
#define WORDS_MIN_BYTES 6
/* Amounts rougher than this are none to compare. */
#define HALF_MAX G_MAXUINT32

typedef struct {
	ys_years *out;
	const ys_reconcile_context *context;
	const ys_outline *outline;
	guint block;            /* the next one that may be a heading above */
	char *heading;          /* its key, or "" */
} reader;

/* ---- names ---- */

/* Apart from the numbers of figures. */
static guint64 hash_of(const char *a, const char *b, const char *c)
{
	const char *const parts[] = { a, b, c };
	guint64 sum = G_GUINT64_CONSTANT(14695981039346656037);        /* FNV-1a */

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
		for (const char *p = parts[i]; *p; p++)
			sum = (sum ^ (guchar)*p) * G_GUINT64_CONSTANT(1099511628211);
		sum = (sum ^ 0xff) * G_GUINT64_CONSTANT(1099511628211);
	}
	return sum | G_GUINT64_CONSTANT(1) << 63;
}

static gboolean is_figure(guint64 what)
{
	return what < YS_N_FIGURES;
}

/* The words without years, for those are other ones each year. */
static char *timeless_key(const char *words)
{
	g_autoptr(GString) text = g_string_new(NULL);
	ys_year year;

	for (; (year = ys_year_find(words, -1)).year; words += year.start + year.len)
		g_string_append_len(text, words, year.start);
	g_string_append(text, words);
	return ys_name_key(ys_behind_number(text->str));
}

static void state(const reader *r, GArray *to, guint64 what, const char *name, ys_amount amount, ys_amount half, int line)
{
	ys_stated one = { what, amount, (guint32)half, line };

	if (amount == YS_AMOUNT_NONE || half < 0 || half > HALF_MAX)
		return;
	g_array_append_val(to, one);
	if (!g_hash_table_contains(r->out->names, &what))
		g_hash_table_insert(r->out->names, g_memdup2(&what, sizeof what), g_strdup(name));
}

/* ---- figures ---- */

static void state_figures(const reader *r)
{
	const ys_prose *prose = r->context->prose;
	GArray *own = r->out->own;

	for (ys_figure_id id = 0; id < YS_N_FIGURES; id++) {
		const ys_figure *table = &r->context->figures[id], *said = &prose->figures[id];

		state(r, own, id, ys_figure_title(id), table->amount, table->place / 2, table->line);
		state(r, own, id, ys_figure_title(id), said->amount, said->place / 2, said->line);
	}
	for (guint side = 0; side < 2; side++) {
		ys_figure_id id = side ? YS_FIGURE_EXPENDITURE : YS_FIGURE_INCOME;
		const ys_figure *table = &r->context->figures[id];

		state(r, own, id, ys_figure_title(id), ys_year_total(r->context, side), table->place / 2, table->line);
	}
}

static gboolean is_of_this_kind(const reader *r, ys_measure measure)
{
	return measure == YS_MEASURE_UNSAID || (measure == YS_MEASURE_EXECUTED) == r->context->final_account;
}

/* What it was before it changed; both are printed, each as exact as it is. */
static void state_before(const reader *r, guint64 what, const char *name, const ys_figure *now, ys_amount change,
			 const ys_figure *by)
{
	ys_amount before;

	if (!__builtin_sub_overflow(now->amount, change, &before))
		state(r, r->out->before, what, name, before, now->place / 2 + by->place / 2, by->line);
}

static void state_changes(const reader *r)
{
	const ys_prose *prose = r->context->prose;

	for (guint i = 0; i < prose->changes->len; i++) {
		const ys_change *change = &g_array_index(prose->changes, ys_change, i);

		if (is_of_this_kind(r, change->against))
			state_before(r, change->figure, ys_figure_title(change->figure), &prose->figures[change->figure],
				     change->by.amount, &change->by);
	}
}

/* ---- words ---- */

/* The heading above the line, as numbers come in the order of their lines. */
static const char *heading_above(reader *r, int line)
{
	const GPtrArray *blocks = r->outline->blocks;

	for (; r->block < blocks->len; r->block++) {
		const ys_block *block = g_ptr_array_index(blocks, r->block);

		if (block->first > line)
			break;
		if (block->kind != YS_BLOCK_HEADING)
			continue;
		g_free(r->heading);
		r->heading = timeless_key(block->text);
	}
	return r->heading;
}

/* It is followed by what it changed by against the year before. */
static const ys_prose_number *change_behind(const reader *r, guint i)
{
	const GArray *numbers = r->context->prose->numbers;
	const ys_prose_number *now = &g_array_index(numbers, ys_prose_number, i), *next;

	if (i + 1 >= numbers->len)
		return NULL;
	next = &g_array_index(numbers, ys_prose_number, i + 1);
	if (next->percent || !next->label.direction || !next->label.compares || next->label.figure != YS_FIGURE_NONE ||
	    next->paragraph != now->paragraph || next->sentence != now->sentence ||
	    !is_of_this_kind(r, next->label.measure) || !ys_label_says_before(next->words, r->context->year))
		return NULL;
	return next;
}

static void state_words(reader *r, guint i)
{
	const ys_prose_number *n = &g_array_index(r->context->prose->numbers, ys_prose_number, i), *change;
	const char *heading = heading_above(r, n->value.line);
	g_autofree char *subject = NULL, *key = NULL;
	const char *name;
	int year = n->label.year;
	guint64 what;

	if (n->percent || n->label.direction || n->label.filler || !is_of_this_kind(r, n->label.measure))
		return;
	subject = ys_prose_subject(n);
	name = ys_behind_number(subject);
	key = timeless_key(name);
	if (strlen(key) <= WORDS_MIN_BYTES)
		return;
	what = hash_of("words", heading, key);
	if (year && year != r->context->year) {
		if (year + 1 == r->context->year && n->label.measure != YS_MEASURE_UNSAID)
			state(r, r->out->before, what, name, n->value.amount, n->value.place / 2, n->value.line);
		return;
	}
	state(r, r->out->own, what, name, n->value.amount, n->value.place / 2, n->value.line);
	change = change_behind(r, i);
	if (change && n->label.figure > YS_FIGURE_BALANCE)
		state_before(r, what, name, &n->value, change->label.direction * change->value.amount, &change->value);
}

/* ---- tables ---- */

/* Of the last year, and of the same kind: 上年预算数 in a budget, 上年决算数 in an account. */
static gboolean is_same_of_last_year(const reader *r, const char *head)
{
	if (strstr(head, "执行"))
		return FALSE;
	return strstr(head, r->context->final_account ? "决算" : "预算") != NULL;
}

/* The code of a row that has one, or what a total is told by; NULL if the row is neither. */
static char *code_of_row(const ys_grid *grid, guint row)
{
	char *code = NULL;

	for (guint c = 0; c < grid->width; c++) {
		const char *digits;
		guint n = grid->holds[c] == YS_CELLS_CODE ? ys_code_length(ys_row_cell(ys_grid_row(grid, row), c), &digits)
							  : 0;

		if (n && code) {
			g_free(code);
			return NULL;
		}
		if (n)
			code = g_strndup(digits, n);
	}
	if (!code && row == ys_grid_total_row(grid))
		return g_strdup("total");
	return code;
}

static void state_table(const reader *r, const ys_grid *grid)
{
	ys_measure_context of = { r->context->final_account, r->context->year };
	g_autofree const char **measures = ys_measures_new(grid, 0, grid->money->len, FALSE, &of);
	const char *base = ys_measure_of_kind(grid->table->kind), *kind = ys_table_kind_id(grid->table->kind);

	for (guint row = 0; base && row < grid->table->rows->len; row++) {
		g_autofree char *code = code_of_row(grid, row);

		for (guint i = 0; code && i < grid->money->len; i++) {
			guint column = ys_grid_money(grid, i);
			gboolean last = !g_strcmp0(measures[i], "last_year");

			if ((last && !is_same_of_last_year(r, ys_table_head(grid->table, column)->name)) ||
			    (!last && g_strcmp0(measures[i], base)))
				continue;
			state(r, last ? r->out->before : r->out->own, hash_of(kind, base, code), ys_grid_name(grid, row),
			      ys_grid_amount(grid, row, column), grid->half_step, ys_grid_line(grid, row));
		}
	}
}

/* ---- all ---- */

static int by_what(gconstpointer a, gconstpointer b)
{
	const ys_stated *left = a, *right = b;

	if (left->what != right->what)
		return left->what < right->what ? -1 : 1;
	return left->line < right->line ? -1 : left->line > right->line;
}

/* Words that stand before several amounts tell none of them. */
static void keep_certain(GArray *stated)
{
	guint kept = 0;

	g_array_sort(stated, by_what);
	for (guint i = 0, end; i < stated->len; i = end) {
		const ys_stated first = g_array_index(stated, ys_stated, i);
		gboolean certain = TRUE;

		for (end = i + 1; end < stated->len && g_array_index(stated, ys_stated, end).what == first.what; end++)
			certain &= g_array_index(stated, ys_stated, end).amount == first.amount;
		for (guint k = i; k < (is_figure(first.what) ? end : certain ? i + 1 : i); k++)
			g_array_index(stated, ys_stated, kept++) = g_array_index(stated, ys_stated, k);
	}
	g_array_set_size(stated, kept);
}

ys_years *ys_years_new(const ys_reconcile_context *context, const ys_outline *outline, const char *body)
{
	ys_years *out = g_new0(ys_years, 1);
	reader r = { out, context, outline, 0, g_strdup("") };

	*out = (ys_years){ g_strdup(body), context->year, context->final_account,
			   g_array_new(FALSE, FALSE, sizeof(ys_stated)), g_array_new(FALSE, FALSE, sizeof(ys_stated)),
			   g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free) };
	if (body) {
		state_figures(&r);
		state_changes(&r);
		for (guint i = 0; i < context->prose->numbers->len; i++)
			state_words(&r, i);
		for (guint i = 0; i < context->grids->len; i++)
			state_table(&r, g_ptr_array_index(context->grids, i));
	}
	keep_certain(out->own);
	keep_certain(out->before);
	g_free(r.heading);
	return out;
}
