/* What the explanation says of an item of the budget against the row of the item: 公共安全支出（204类）司法（06款）行政运行（01项）
 * 1,672.67万元.  The row is found by the names and codes of its levels.  The amount is one of those in the rows of the
 * code; it is said not to be only where most of what the explanation says of other items is. */
#include "src/publication/checks/items.h"

#include <string.h>

#include "src/publication/checks/parts.h"
#include "src/publication/words/numbering.h"
#include "src/text/key.h"

/* 类, 款, 项 */
static const char *const marks[YS_ITEM_LEVELS] = { "类)", "款)", "项)" };

/* Characters between a name and its amount, at most: 支出为. */
#define BEHIND_NAME_MAX 4

/* ---- what the words name ---- */

/* Behind the last mark of a sentence or list before end, and behind the number of the item. */
static const char *name_begin(const char *words, const char *end)
{
	const char *begin = words;

	for (const char *p = words; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == U'。' || c == ';' || c == ':' || c == ',' || c == U'、' || c == U'“' || c == '"' || c == ')')
			begin = g_utf8_next_char(p);
	}
	return ys_behind_number(begin);
}

/* One level at its mark: its name, and the digits in its bracket. */
static gboolean read_level(ys_item_name *item, guint level, const char *words, const char *mark)
{
	const char *bracket = mark, *begin;
	gsize digits;

	while (bracket > words && *bracket != '(')
		bracket--;
	if (*bracket != '(' || bracket == words)
		return FALSE;
	digits = strspn(bracket + 1, "0123456789");
	if (bracket + 1 + digits != mark || digits > 3)
		return FALSE;
	begin = name_begin(words, bracket);
	if (begin >= bracket)
		return FALSE;
	item->names[level] = g_strndup(begin, bracket - begin);
	item->codes[level] = g_strndup(bracket + 1, digits);
	return TRUE;
}

const char *ys_item_name_read(ys_item_name *item, const char *words)
{
	const char *from = words, *behind = NULL;

	*item = (ys_item_name){ 0 };
	for (guint level = 0; level < YS_ITEM_LEVELS; level++) {
		const char *mark = strstr(from, marks[level]);

		if (!mark || !read_level(item, level, from, mark))
			break;
		from = behind = mark + strlen(marks[level]);
	}
	return behind;
}

void ys_item_name_clear(ys_item_name *item)
{
	for (guint i = 0; i < YS_ITEM_LEVELS; i++) {
		g_clear_pointer(&item->names[i], g_free);
		g_clear_pointer(&item->codes[i], g_free);
	}
}

/* ---- which row it is ---- */

typedef struct {
	const ys_grid *grid;
	guint row;
	char code[8];
} place;

/* Rows of functions whose lowest code is that of an item. */
typedef struct {
	GArray *places;         /* of place: all rows with a code of a function */
	GHashTable *names;      /* code -> key of the name in the first table that has it */
} rows;

static gboolean is_of_functions(ys_table_kind kind)
{
	return kind == YS_TABLE_GPB || kind == YS_TABLE_EXP || kind == YS_TABLE_FUND || kind == YS_TABLE_SOE;
}

static void add_rows(rows *all, const ys_grid *grid)
{
	guint column = 0;

	while (column < grid->width && grid->holds[column] != YS_CELLS_CODE)
		column++;
	for (guint r = 0; column < grid->width && r < grid->table->rows->len; r++) {
		const char *cell = ys_row_cell(ys_grid_row(grid, r), column), *digits, *name;
		guint length = ys_code_length(cell, &digits);
		place p = { grid, r, "" };

		if (!length || *digits != '2')
			continue;
		memcpy(p.code, digits, length);
		g_array_append_val(all->places, p);
		name = digits[length] ? digits + length + (digits[length] == ']') : ys_row_cell(ys_grid_row(grid, r), column + 1);
		if (!g_hash_table_contains(all->names, p.code))
			g_hash_table_insert(all->names, g_strdup(p.code), ys_name_key(name));
	}
}

static void rows_init(rows *all, const GPtrArray *grids)
{
	all->places = g_array_new(FALSE, FALSE, sizeof(place));
	all->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (guint i = 0; i < grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(grids, i);

		if (grid->money->len && is_of_functions(grid->table->kind))
			add_rows(all, grid);
	}
}

static void rows_clear(rows *all)
{
	g_array_unref(all->places);
	g_hash_table_unref(all->names);
}

static gboolean is_named(const rows *all, const char *code, gsize length, const char *name)
{
	g_autofree char *group = g_strndup(code, length), *key = name ? ys_name_key(name) : NULL;

	return key && !g_strcmp0(g_hash_table_lookup(all->names, group), key);
}

/* The code that all levels name by digits; NULL if they do not. */
static char *code_of_digits(const ys_item_name *item)
{
	static const gsize lengths[YS_ITEM_LEVELS] = { 3, 2, 2 };
	GString *code = g_string_new(NULL);

	for (guint i = 0; i < YS_ITEM_LEVELS && item->codes[i]; i++) {
		if (strlen(item->codes[i]) != lengths[i]) {
			g_string_free(code, TRUE);
			return NULL;
		}
		g_string_append(code, item->codes[i]);
	}
	return g_string_free(code, FALSE);
}

/* The only code whose 项 has the name, among those of the 款, of the 类, or of all; "" if there are several. */
static const char *code_of_names(const rows *all, const ys_item_name *item)
{
	static const gsize of[] = { 5, 3 };
	const char *found = NULL;

	for (gsize k = 0; k < G_N_ELEMENTS(of) && !found; k++)
		for (guint i = 0; i < all->places->len; i++) {
			const place *p = &g_array_index(all->places, place, i);

			if (strlen(p->code) != 7 || !is_named(all, p->code, 7, item->names[2]) ||
			    !is_named(all, p->code, of[k], item->names[k ? 0 : 1]))
				continue;
			if (found && strcmp(found, p->code))
				return "";
			found = p->code;
		}
	return found ? found : "";
}

/* ---- the comparison ---- */

/* What is said of an item, and the amount of its rows that is nearest to it. */
typedef struct {
	const ys_prose_number *number;
	char *subject;
	ys_amount nearest;
	ys_amount half;
	int line;               /* of the row */
} claim;

static gboolean find_nearest(const rows *all, const char *code, claim *c)
{
	ys_amount said = c->number->value.amount;

	c->nearest = YS_AMOUNT_NONE;
	for (guint i = 0; i < all->places->len; i++) {
		const place *p = &g_array_index(all->places, place, i);

		for (guint m = 0; !strcmp(p->code, code) && m < p->grid->money->len; m++) {
			ys_amount amount = ys_grid_amount(p->grid, p->row, ys_grid_money(p->grid, m));

			if (amount == YS_AMOUNT_NONE ||
			    (c->nearest != YS_AMOUNT_NONE &&
			     ys_amount_distance(amount, said) >= ys_amount_distance(c->nearest, said)))
				continue;
			c->nearest = amount;
			c->half = p->grid->half_step;
			c->line = ys_grid_line(p->grid, p->row);
		}
	}
	return c->nearest != YS_AMOUNT_NONE;
}

/* The number is the item's own of this year: right behind its name, or said to be what was planned, in an account
 * what was executed. */
static gboolean is_its_amount(const ys_reconcile_context *context, const ys_prose_number *n, const char *behind)
{
	gboolean near = behind && g_utf8_strlen(behind, -1) <= BEHIND_NAME_MAX;

	if (n->percent || n->label.direction || (n->label.year && context->year && n->label.year != context->year))
		return FALSE;
	if (n->label.measure == YS_MEASURE_UNSAID)
		return near;
	return (n->label.measure == YS_MEASURE_EXECUTED) == context->final_account && (near || n->label.filler);
}

static char *find_code(const rows *all, const ys_item_name *item)
{
	g_autofree char *code = code_of_digits(item);

	if (code && strlen(code) == 7 && g_hash_table_contains(all->names, code))
		return g_steal_pointer(&code);
	return g_strdup(code_of_names(all, item));
}

static void claim_clear(claim *c)
{
	g_free(c->subject);
}

/* What the prose says of items, an item's up to the end of its paragraph or the next item. */
static GArray *read_claims(const ys_reconcile_context *context, const rows *all)
{
	GArray *claims = g_array_new(FALSE, FALSE, sizeof(claim));
	g_autofree char *code = NULL, *name = NULL;
	guint paragraph = 0;

	g_array_set_clear_func(claims, (GDestroyNotify)claim_clear);
	for (guint i = 0; i < context->prose->numbers->len; i++) {
		const ys_prose_number *n = &g_array_index(context->prose->numbers, ys_prose_number, i);
		ys_item_name item;
		const char *behind = ys_item_name_read(&item, n->words);
		claim c = { .number = n };

		if (behind || n->paragraph != paragraph) {
			g_clear_pointer(&code, g_free);
			paragraph = n->paragraph;
		}
		if (item.names[2]) {
			code = find_code(all, &item);
			g_free(name);
			name = g_strdup(item.names[2]);
		}
		ys_item_name_clear(&item);
		if (!code || !*code || !is_its_amount(context, n, behind) || !find_nearest(all, code, &c))
			continue;
		c.subject = g_strdup_printf("%s %s", code, name);
		g_array_append_val(claims, c);
	}
	return claims;
}

/* ---- basic expenditure ---- */

/* 一般公共预算财政拨款基本支出为: the words before the number that is that. */
static gboolean is_general_basic(const ys_reconcile_context *context, const ys_prose_number *n)
{
	static const char word[] = "基本支出";
	static const char of[] = "一般公共预算";
	const char *clause = strstr(n->words, of), *basic = clause ? strstr(clause, word) : NULL;

	return basic && !n->percent && !n->label.direction && (!n->label.year || n->label.year == context->year) &&
	       !strpbrk(clause, ",;:") && !strstr(clause, "。") && !strstr(clause, "、") &&
	       g_utf8_strlen(basic + strlen(word), -1) <= BEHIND_NAME_MAX &&
	       (!context->final_account || !strstr(clause + strlen(of), "预算"));
}

/* 基本支出 of the general budget, of which the publication has a total. */
static void check_general_basic(GPtrArray *checks, const ys_reconcile_context *context)
{
	const ys_prose_number *said = NULL;

	for (guint i = 0; i < context->prose->numbers->len && !said; i++)
		if (is_general_basic(context, &g_array_index(context->prose->numbers, ys_prose_number, i)))
			said = &g_array_index(context->prose->numbers, ys_prose_number, i);
	for (guint i = 0; said && i < context->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(context->grids, i);
		guint total = ys_grid_total_row(grid);
		int column = grid->table->kind == YS_TABLE_GPB ? ys_grid_column_under(grid, YS_COLUMN_BASIC) : -1;
		ys_sum sum = { said->value.amount, 1, FALSE };
		ys_check *check;

		if (column < 0 || total == grid->table->rows->len)
			continue;
		check = ys_check_compare(checks, "prose-table", "一般公共预算基本支出", &sum,
					 ys_grid_amount(grid, total, column), MAX(said->value.place, grid->half_step),
					 said->value.line);
		ys_check_detail(check, "prose = table in line %d", ys_grid_line(grid, total));
	}
}

static gboolean fits(const claim *c)
{
	ys_sum sum = { c->number->value.amount, 1, FALSE };

	return ys_sum_fits(&sum, c->nearest, MAX(c->number->value.place, c->half));
}

void ys_reconcile_items(GPtrArray *checks, const ys_reconcile_context *context)
{
	g_autoptr(GArray) claims = NULL;
	guint n_fits = 0;
	rows all;

	rows_init(&all, context->grids);
	claims = read_claims(context, &all);
	for (guint i = 0; i < claims->len; i++)
		n_fits += fits(&g_array_index(claims, claim, i));
	for (guint i = 0; i < claims->len && n_fits * 2 > claims->len; i++) {
		const claim *c = &g_array_index(claims, claim, i);
		ys_sum sum = { c->number->value.amount, 1, FALSE };
		ys_check *check = ys_check_compare(checks, "prose-item", c->subject, &sum, c->nearest,
						   MAX(c->number->value.place, c->half), c->number->value.line);

		ys_check_detail(check, "prose = row in line %d", c->line);
	}
	check_general_basic(checks, context);
	rows_clear(&all);
}
