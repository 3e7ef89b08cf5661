/* What an office copied from the file of last year, of the table above or of another body, and did not change. */
#include "src/publication/checks/remark_parts.h"

#include <string.h>

#include "src/publication/checks/remarks_table.h"
#include "src/text/key.h"
#include "src/word_list.h"
#include "src/year.h"

/* Lines between a table and its note. */
#define NOTE_LINES 3
/* A heading with a body in it, and characters of it behind 部门决算: 表, 情况说明. */
#define HEADING_MAX_BYTES 180
#define BEHIND_HEADING_MAX 6

static const ys_block *block_at(const ys_remark_context *c, guint i)
{
	return g_ptr_array_index(c->outline->blocks, i);
}

/* ---- years ---- */

static gboolean is_account(const ys_remark_context *c)
{
	return !strcmp(c->title->kind, "决算");
}

/* 比2026年预算: what the publication is compared with, if that is itself. */
static gboolean compares_with_itself(const ys_remark_context *c, const char *text)
{
	const char *what = is_account(c) ? "决算" : "预算";
	ys_year year;

	for (const char *p = text; (year = ys_year_find(p, -1)).year; p += year.start + year.len) {
		const char *behind = p + year.start + year.len;

		if (year.year == c->title->year && ys_word_at_end(p, year.start, remarks_against) &&
		    g_str_has_prefix(behind, what))
			return TRUE;
		/* what is planned for years to come is compared with this one */
		if (year.year > c->title->year)
			return FALSE;
	}
	return FALSE;
}

static void remark_comparisons(const ys_remark_context *c, GPtrArray *remarks)
{
	if (!c->title->year || (!is_account(c) && strcmp(c->title->kind, "预算")))
		return;
	for (guint i = 0; i < c->outline->blocks->len; i++) {
		const ys_block *block = block_at(c, i);

		if (block->kind == YS_BLOCK_PARAGRAPH && compares_with_itself(c, block->text))
			ys_remark_add(remarks, "year-contradicts", block->first,
				      "the sentence compares with the %s of %d, which is this publication's own; that of %d "
				      "was expected", is_account(c) ? "决算" : "预算", c->title->year, c->title->year - 1);
	}
}

/* Another number of the paragraph is of the publication's year. */
static gboolean names_the_year(const ys_remark_context *c, guint paragraph)
{
	for (guint i = 0; i < c->prose->numbers->len; i++) {
		const ys_prose_number *n = &g_array_index(c->prose->numbers, ys_prose_number, i);
		g_autofree char *year = g_strdup_printf("%d", c->title->year);

		if (n->paragraph == paragraph && strstr(n->words, year))
			return TRUE;
	}
	return FALSE;
}

static gboolean is_figure_of_the_year(const ys_remark_context *c, const ys_prose_number *n)
{
	ys_figure_id figure = n->label.figure == YS_FIGURE_BALANCE ? YS_FIGURE_EXPENDITURE : n->label.figure;

	return figure < YS_N_FIGURES && n->value.amount && n->value.amount != YS_AMOUNT_NONE &&
	       ys_amount_distance(n->value.amount, c->figures[figure].amount) <= (guint64)n->value.place / 2;
}

/* 2019年度总收入4,689.71万元, which by the tables is that of 2020. */
static void remark_figures(const ys_remark_context *c, GPtrArray *remarks)
{
	for (guint i = 0; c->title->year && i < c->prose->numbers->len; i++) {
		const ys_prose_number *n = &g_array_index(c->prose->numbers, ys_prose_number, i);

		if (!n->percent && !n->label.direction && n->label.year && n->label.year != c->title->year &&
		    is_figure_of_the_year(c, n) && !names_the_year(c, n->paragraph))
			ys_remark_add(remarks, "year-contradicts", n->value.line,
				      "by the tables this amount is of %d, but here stands %d", c->title->year,
				      n->label.year);
	}
}

/* ---- notes ---- */

/* The table that ends right above the line; NULL. */
static const ys_grid *table_above(const ys_remark_context *c, int line)
{
	for (guint i = 0; i < c->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(c->grids, i);

		if (grid->table->last_line < line && line <= grid->table->last_line + NOTE_LINES)
			return grid;
	}
	return NULL;
}

static gboolean has_amounts(const ys_grid *grid)
{
	for (guint r = 0; r < grid->table->rows->len; r++)
		for (guint i = 0; i < grid->money->len; i++) {
			ys_amount amount = ys_grid_amount(grid, r, ys_grid_money(grid, i));

			if (amount != YS_AMOUNT_NONE && amount)
				return TRUE;
		}
	return FALSE;
}

/* It names what another table is of, and not what this one is of. */
static gboolean is_of_another(ys_table_kind kind, const char *text)
{
	gboolean fund = ys_word_in(text, remarks_fund) != NULL, soe = ys_word_in(text, remarks_state_capital) != NULL;

	return (kind == YS_TABLE_FUND && soe && !fund) || (kind == YS_TABLE_SOE && fund && !soe);
}

static void remark_notes(const ys_remark_context *c, GPtrArray *remarks)
{
	for (guint i = 0; i < c->outline->blocks->len; i++) {
		const ys_block *block = block_at(c, i);
		const ys_grid *grid = g_str_has_prefix(block->text ? block->text : "", "注") ? table_above(c, block->first)
											      : NULL;

		if (!grid)
			continue;
		if (has_amounts(grid) && ys_word_in(block->text, remarks_empty))
			ys_remark_add(remarks, "note-contradicts", block->first,
				      "the note says that the table is empty, which it is not");
		else if (is_of_another(grid->table->kind, block->text))
			ys_remark_add(remarks, "note-contradicts", block->first, "the note is of another table than %s",
				      grid->table->title ? grid->table->title : "this");
	}
}

/* ---- bodies ---- */

/* The body in a heading over the tables, 青禾县财政局2024年度部门决算表, or in a line that is one; NULL. */
static char *body_of_heading(const ys_remark_context *c, const ys_block *block)
{
	g_autofree char *text = NULL;
	const char *word, *behind;
	ys_year year;

	if (block->kind == YS_BLOCK_ROWS || block->kind == YS_BLOCK_NOTE || strlen(block->text) > HEADING_MAX_BYTES)
		return NULL;
	year = ys_year_find(block->text, -1);
	behind = block->text + year.start + year.len;
	word = year.year && year.year == c->title->year ? ys_word_at_start(behind, remarks_heading) : NULL;
	if (!word || g_utf8_strlen(behind + strlen(word), -1) > BEHIND_HEADING_MAX)
		return NULL;
	text = g_strndup(block->text, year.start);
	return ys_name_key(ys_heading_text(text));
}

static void remark_headings(const ys_remark_context *c, GPtrArray *remarks)
{
	for (guint i = 0; c->title->department && i < c->outline->blocks->len; i++) {
		const ys_block *block = block_at(c, i);
		g_autofree char *body = body_of_heading(c, block);

		if (body && *body && ys_wording_is_body(body) && ys_remark_is_stranger(c, body))
			ys_remark_add(remarks, "name-differs", block->first, "the title is of %s, but here stands %s",
				      c->title->department, block->text);
	}
}

void ys_remark_copied(const ys_remark_context *context, GPtrArray *remarks)
{
	remark_comparisons(context, remarks);
	remark_figures(context, remarks);
	remark_notes(context, remarks);
	remark_headings(context, remarks);
}
