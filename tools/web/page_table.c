#include <string.h>

#include "tools/web/page_parts.h"
#include "tools/web/table_shape.h"

/* What is drawn of a table: rows, and bytes of rows.  The largest that are published have some hundred rows; a browser
 * lays out a thousand at once, and 50,000 not at all. */
#define ROWS_DRAWN_MAX 1000
#define ROWS_BYTES_MAX (1000 * 1000)

/* Rows of its own that are shown of a record: a form has dozens. */
#define EXCERPT_MAX 8

/* Columns that a phone shows beside each other. */
#define COLUMNS_NARROW 3

/* ---- the head: "项目支出/小计" is 小计 below 项目支出 ---- */

static const char *head_class(const table_shape *shape, guint i)
{
	static const char *const classes[] = {
		[COLUMN_PLAIN] = "", [COLUMN_FIGURES] = " class=\"n\"", [COLUMN_WORDS] = " class=\"w\"",
		[COLUMN_PROSE] = " class=\"t\"",
	};

	/* the one that stays in place */
	return shape->columns[i] == shape->name ? " class=\"f\"" : classes[shape->widths[i]];
}

static void append_head_cell(page_out *p, const table_shape *shape, guint i, guint level, guint span)
{
	guint depth = g_strv_length(shape->heads[i]);
	gboolean leaf = depth <= level + 1;
	guint down = leaf ? shape->levels - level : 1;
	const char *text = level < depth ? shape->heads[i][level] : "";

	/* a cell that heads columns is a header even if nothing is printed in it */
	if (leaf)
		PAGE_LIT(p, "<th scope=\"col\"");
	else
		PAGE_LIT(p, "<th scope=\"colgroup\"");
	if (down > 1)
		g_string_append_printf(p->out, " rowspan=\"%u\"", down);
	if (span > 1)
		g_string_append_printf(p->out, " colspan=\"%u\"", span);
	g_string_append(p->out, leaf ? head_class(shape, i) : "");
	PAGE_LIT(p, ">");
	page_clipped_plain(p, text, PAGE_NAME_MAX);
	PAGE_LIT(p, "</th>");
}

static void append_head(page_out *p, const table_shape *shape)
{
	PAGE_LIT(p, "<thead");
	page_chinese(p);
	PAGE_LIT(p, ">\n");
	for (guint level = 0; level < shape->levels; level++) {
		guint span;

		PAGE_LIT(p, "<tr>");
		for (guint i = 0; i < shape->n; i += span) {
			span = 1;
			/* covered by the cell above, which reaches down; a name without parts has one level */
			if (level && g_strv_length(shape->heads[i]) <= level)
				continue;
			while (i + span < shape->n && table_shape_joined(shape, i, i + span, level))
				span++;
			append_head_cell(p, shape, i, level, span);
		}
		PAGE_LIT(p, "</tr>\n");
	}
	PAGE_LIT(p, "</thead>\n");
}

/* ---- rows ---- */

static void append_cell(page_out *p, const table_shape *shape, guint i, const char *cell)
{
	const char *text = cell ? cell : "";
	const gboolean name = shape->columns[i] == shape->name;

	if (name)
		PAGE_LIT(p, "<th scope=\"row\">");
	else if (table_cell_is_figure(text))
		PAGE_LIT(p, "<td class=\"n\">");
	else if (shape->bare && shape->widths[i] == COLUMN_PROSE)
		PAGE_LIT(p, "<td class=\"t\">");
	else
		PAGE_LIT(p, "<td>");
	page_clipped_plain(p, text, PAGE_VALUE_MAX);
	if (name)
		PAGE_LIT(p, "</th>");
	else
		PAGE_LIT(p, "</td>");
}

static void append_row_classes(page_out *p, const table_shape *shape, const GPtrArray *cells, gboolean marked)
{
	const guint depth = table_shape_depth(shape, cells);
	const gboolean sum = table_shape_is_sum(shape, cells);

	if (!marked && !sum && !depth)
		return;
	g_string_append_printf(p->out, " class=\"%s%s%s", marked ? "here" : "", marked && (sum || depth) ? " " : "",
			       sum ? "sum" : "");
	if (depth)
		g_string_append_printf(p->out, "%sl%u", sum ? " " : "", depth);
	PAGE_LIT(p, "\"");
}

/* number: from 1, by which links name it on the table's own page. */
static void append_row(page_out *p, const table_shape *shape, const GPtrArray *cells, int number, gboolean own,
		       gboolean marked)
{
	PAGE_LIT(p, "<tr");
	if (own)
		g_string_append_printf(p->out, " id=\"r%d\"", number);
	append_row_classes(p, shape, cells, marked);
	PAGE_LIT(p, ">");
	for (guint i = 0; i < shape->n; i++) {
		const guint c = shape->columns[i];

		append_cell(p, shape, i, c < cells->len ? g_ptr_array_index(cells, c) : NULL);
	}
	PAGE_LIT(p, "</tr>\n");
}

static void append_caption(page_out *p, const ys_record *table)
{
	/* it stays in sight while the table is scrolled */
	g_string_append_printf(p->out, "<caption id=\"t%u\"><span>", p->tables);
	page_clipped_text(p, page_title_of(p, table), PAGE_TITLE_MAX);
	if (table->unit_text)
		PAGE_IN(p, " <small>", page_say(p, W_UNIT_OF_TABLE, table->unit_text, NULL), "</small>");
	PAGE_LIT(p, "</span></caption>\n");
}

/* Whether a table is shown on its own page: there links name its rows. */
static gboolean is_own_page(const page_out *p, const ys_record *table)
{
	return !g_strcmp0(p->request->id, table->id);
}

/* How many rows were drawn. */
static guint append_rows(page_out *p, const ys_record *table, const table_shape *shape, ys_lines shown,
			 const ys_lines *marked)
{
	const gsize begin = p->out->len;
	guint drawn = 0;

	for (int i = shown.first; i <= shown.last; i++) {
		if (drawn == ROWS_DRAWN_MAX || p->out->len - begin > ROWS_BYTES_MAX)
			break;
		append_row(p, shape, g_ptr_array_index(table->rows, i - 1), i, is_own_page(p, table),
			   marked && i >= marked->first && i <= marked->last);
		drawn++;
	}
	return drawn;
}

static void append_cut(page_out *p, const ys_record *table, web_word word, guint drawn, guint all)
{
	g_autofree char *shown = page_count_text(drawn), *total = page_count_text(all);

	if (drawn >= all)
		return;
	PAGE_LIT(p, "<p class=\"warn\">");
	page_say(p, word, shown, total, NULL);
	/* on the page of one of its rows the table has a link of its own */
	if (is_own_page(p, table)) {
		PAGE_LIT(p, " ");
		page_link_word(p, web_link_format(p->request, WEB_JSON), W_ALL_AS_DATA);
	}
	PAGE_LIT(p, "</p>\n");
}

/* What is left out, and how to see it; how to see the rest of a table on a phone. */
static void append_notes(page_out *p, const table_shape *shape)
{
	g_autofree char *empty = page_count_text(shape->n_empty);

	if (shape->n_empty || p->request->all_columns) {
		PAGE_LIT(p, "<p class=\"by fold\">");
		if (shape->n_empty) {
			page_say(p, W_COLUMNS_EMPTY, empty, NULL);
			PAGE_LIT(p, " ");
		}
		page_link_word(p, web_link_columns(p->request, !p->request->all_columns),
			       p->request->all_columns ? W_COLUMNS_FOLD : W_COLUMNS_ALL);
		PAGE_LIT(p, "</p>\n");
	}
	if (shape->n > COLUMNS_NARROW)
		PAGE_IN(p, "<p class=\"by hint\">", page_word(p, W_TABLE_SCROLLS), "</p>\n");
}

void page_table(page_out *p, const ys_record *table, ys_lines shown, const ys_lines *marked)
{
	table_shape shape;
	guint drawn;

	if (!table->rows->len || !table->columns->len) {
		PAGE_IN(p, "<p>", page_word(p, W_TABLE_EMPTY), "</p>\n");
		return;
	}
	shown.first = MAX(shown.first, 1);
	shown.last = MIN(shown.last, (int)table->rows->len);
	table_shape_init(&shape, table, shown, p->request->all_columns);
	p->tables++;
	append_notes(p, &shape);
	/* the keyboard must reach what is scrolled */
	g_string_append_printf(p->out, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"t%u\" tabindex=\"0\">\n"
			       "<table>\n", p->tables);
	append_caption(p, table);
	if (!shape.bare)
		append_head(p, &shape);
	PAGE_LIT(p, "<tbody");
	page_chinese(p);
	PAGE_LIT(p, ">\n");
	drawn = append_rows(p, table, &shape, shown, marked);
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
	/* the rest of what was asked for, which for one row is the row and its neighbours */
	append_cut(p, table, W_CUT_ROWS, drawn, (guint)(shown.last - shown.first + 1));
	append_cut(p, table, W_CUT_COLUMNS, shape.n, shape.n + shape.n_cut);
	table_shape_clear(&shape);
}

/* ---- places ---- */

/* The table a place is in, of those of its publication; NULL. */
static const ys_record *page_table_of(const GPtrArray *tables, const ys_source *place)
{
	for (guint i = 0; place && place->table_no && i < tables->len; i++) {
		const ys_record *table = g_ptr_array_index(tables, i);

		if (table->source && table->source->table_no == place->table_no)
			return table;
	}
	return NULL;
}

gboolean page_table_excerpt(page_out *p, const GPtrArray *tables, const ys_source *place)
{
	const ys_record *table = page_table_of(tables, place);
	const ys_lines *rows = &place->rows;

	if (!table || !rows->first || rows->first > (int)table->rows->len)
		return FALSE;
	page_table(p, table, (ys_lines){ rows->first - 1, MIN(rows->last, rows->first + EXCERPT_MAX - 1) + 1 }, rows);
	PAGE_LIT(p, "<p class=\"by\">");
	page_word(p, W_ROW_IS);
	PAGE_LIT(p, " ");
	page_table_anchor(p, tables, place);
	PAGE_IN(p, "", page_word(p, W_WHOLE_TABLE), "</a></p>\n");
	return TRUE;
}

gboolean page_table_anchor(page_out *p, const GPtrArray *tables, const ys_source *place)
{
	const ys_record *table = page_table_of(tables, place);

	if (!table)
		return FALSE;
	page_anchor(p, place->rows.first ? web_link_row(p->request, table->id, place->rows.first)
					 : web_link_record(p->request, table->id));
	return TRUE;
}

void page_reconciliation(page_out *p, const ys_record *table)
{
	static const web_word sentences[] = {
		[YS_UNCHECKED] = W_SUM_UNCHECKED,
		[YS_OK] = W_SUM_OK,
		[YS_ROUNDING] = W_SUM_ROUNDING,
		[YS_MISMATCH] = W_SUM_MISMATCH,
	};
	const ys_reconciliation *r = &table->reconciliation;
	g_autofree char *sum = page_amount_text(r->sum);
	g_autofree char *declared = page_amount_text(r->declared);
	g_autofree char *residual = page_amount_text(r->residual);

	if (r->status == YS_MISMATCH)
		PAGE_LIT(p, "<p class=\"warn\">");
	else
		PAGE_LIT(p, "<p class=\"sums\">");
	page_say(p, sentences[r->status], sum, declared, residual, NULL);
	PAGE_LIT(p, "</p>\n");
}
