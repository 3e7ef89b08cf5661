#include "src/publication/reconcile.h"

#include <string.h>

#include "src/publication/clean.h"
#include "src/publication/hierarchy.h"
#include "src/text/key.h"

ys_reconciliation_status ys_reconcile_status(ys_amount sum, ys_amount declared, guint n, ys_amount half_step)
{
	ys_amount residual;

	if (sum == YS_AMOUNT_NONE || declared == YS_AMOUNT_NONE || __builtin_sub_overflow(sum, declared, &residual))
		return YS_UNCHECKED;
	if (!residual)
		return YS_OK;
	return ABS(residual) <= (ys_amount)n * half_step ? YS_ROUNDING : YS_MISMATCH;
}

/* The first cell of the row with text in it: its index, or the number of cells. */
static guint first_text(const ys_row *row)
{
	guint i = 0;

	while (i < row->cells->len && !*ys_row_cell(row, i))
		i++;
	return i;
}

/* The code a row begins with: 201, [20103], 2010301; 0 if none. */
static int code_length(const ys_row *row, guint *name)
{
	const char *cell;
	gsize digits;

	*name = first_text(row);
	cell = ys_row_cell(row, *name);
	if (*cell == '[')
		cell++;
	digits = strspn(cell, "0123456789");
	return (digits == 3 || digits == 5 || digits == 7) && (!cell[digits] || cell[digits] == ']') ? digits : 0;
}

static gboolean is_total(const ys_row *row, guint *name)
{
	for (*name = 0; *name < row->cells->len && *name < 4; ++*name) {
		const char *cell = ys_row_cell(row, *name);

		if (*cell && ys_wording_row(cell) == YS_ROW_TOTAL && !g_str_has_prefix(cell, "其中"))
			return TRUE;
	}
	return FALSE;
}

/* The first amount right of column. */
static ys_amount first_amount(const ys_table *table, const ys_row *row, guint column, gint64 unit)
{
	for (guint i = column + 1; i < row->cells->len; i++) {
		ys_amount amount = ys_table_amount(table, row, i, unit);
		const char *head = i < table->columns->len ? ((ys_column *)g_ptr_array_index(table->columns, i))->name : "";

		/* 行次 numbers the lines of a balance table */
		if (amount != YS_AMOUNT_NONE && !g_str_has_suffix(head, "行次"))
			return amount;
	}
	return YS_AMOUNT_NONE;
}

void ys_reconcile(ys_table *table, gint64 unit)
{
	ys_reconciliation *r = &table->reconciliation;
	ys_amount sum = 0;
	guint n = 0, name;

	if (r->status != YS_UNCHECKED || r->declared != YS_AMOUNT_NONE)
		return;
	for (guint i = 0; i < table->rows->len; i++) {
		const ys_row *row = g_ptr_array_index(table->rows, i);
		ys_amount amount;

		if (is_total(row, &name)) {
			/* 本年收入合计 comes before 收入总计, which is the total */
			if (r->declared == YS_AMOUNT_NONE || strstr(ys_row_cell(row, name), "总计"))
				r->declared = first_amount(table, row, name, unit);
		} else if (code_length(row, &name) == 3) {
			amount = first_amount(table, row, name, unit);
			if (amount == YS_AMOUNT_NONE || __builtin_add_overflow(sum, amount, &sum))
				return;
			n++;
		}
	}
	if (!n)
		return;
	r->sum = sum;
	r->status = ys_reconcile_status(sum, r->declared, n, MAX(1, (table->unit ? table->unit : unit) / 200));
	if (r->status != YS_UNCHECKED)
		r->residual = sum - r->declared;
}

/* The amount right of the last cell so labelled.  A balance table prints income and
 * expenditure side by side: side 0 is the first such cell of a row, 1 the last. */
static ys_amount labelled(const ys_table *table, const char *const *labels, int side, gint64 unit)
{
	for (guint r = table->rows->len; r-- > 0;) {
		const ys_row *row = g_ptr_array_index(table->rows, r);
		int found = -1;

		for (guint i = 0; i < row->cells->len; i++) {
			g_autofree char *key = ys_name_key(ys_row_cell(row, i));

			if (g_strv_contains(labels, key) && (side || found < 0))
				found = i;
		}
		if (found >= 0) {
			ys_amount amount = first_amount(table, row, found, unit);

			if (amount != YS_AMOUNT_NONE)
				return amount;
		}
	}
	return YS_AMOUNT_NONE;
}

static void figures_of_balance(const ys_table *table, gint64 unit, ys_record *publication)
{
	static const char *const income[] = { "收入总计", "总计", "收入合计", "本年收入合计", NULL };
	static const char *const expenditure[] = { "支出总计", "总计", "支出合计", "本年支出合计", NULL };

	publication->total_income = labelled(table, income, 0, unit);
	publication->total_expenditure = labelled(table, expenditure, 1, unit);
}

static void figures_of_expenditure(const ys_table *table, gint64 unit, ys_record *publication)
{
	int basic = ys_table_column(table, YS_COLUMN_BASIC), project = ys_table_column(table, YS_COLUMN_PROJ);
	guint name;

	for (guint i = 0; i < table->rows->len; i++) {
		const ys_row *row = g_ptr_array_index(table->rows, i);

		if (!is_total(row, &name))
			continue;
		if (basic >= 0)
			publication->basic = ys_table_amount(table, row, basic, unit);
		if (project >= 0)
			publication->project = ys_table_amount(table, row, project, unit);
		return;
	}
}

void ys_figures(const GPtrArray *tables, gint64 unit, ys_record *publication)
{
	for (guint i = 0; i < tables->len; i++) {
		const ys_table *table = g_ptr_array_index(tables, i);

		if (!table->canonical)
			continue;
		if (!strcmp(table->canonical, "bal") && publication->total_income == YS_AMOUNT_NONE)
			figures_of_balance(table, unit, publication);
		else if (!strcmp(table->canonical, "exp") && publication->basic == YS_AMOUNT_NONE)
			figures_of_expenditure(table, unit, publication);
	}
}
