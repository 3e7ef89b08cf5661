#include <string.h>

#include "src/publication/words/wording.h"
#include "tools/web/page_parts.h"

/* Levels of a head that are drawn; what lies deeper stays joined by '/'. */
#define LEVELS_MAX 4

/* Characters of a cell that is prose and wants a wide column. */
#define PROSE_MIN 30

/* What is drawn of a table: columns, rows, and bytes of rows.  The largest that are published have
 * some hundred rows; a browser lays out a thousand at once, and 50,000 not at all. */
#define COLUMNS_DRAWN_MAX 200
#define ROWS_DRAWN_MAX 1000
#define ROWS_BYTES_MAX (1000 * 1000)

/* Amounts line up on the right; codes, which are digits only, do not. */
static gboolean is_figure(const char *cell)
{
	if (!cell || ys_amount_parse(cell, YS_YUAN) == YS_AMOUNT_NONE)
		return FALSE;
	return strpbrk(cell, ".,") || strlen(cell) < strlen("201");
}

/* ---- the head: "项目支出/小计" is 小计 below 项目支出 ---- */

typedef struct {
	char ***names;          /* of each column, from the outermost level, NULL-terminated */
	gboolean *figures;      /* of each column: it has amounts */
	guint n, levels;        /* columns that are drawn */
	guint n_printed;        /* and that there are */
	gboolean empty;         /* nothing is printed above the rows, as in forms */
} table_head;

static table_head head_of(const ys_record *table)
{
	table_head head = { .n = table->columns->len, .levels = 1, .empty = TRUE };

	for (guint i = 0; i < table->rows->len; i++)
		head.n = MAX(head.n, ((GPtrArray *)g_ptr_array_index(table->rows, i))->len);
	head.n_printed = head.n;
	head.n = MIN(head.n, COLUMNS_DRAWN_MAX);
	head.names = g_new0(char **, head.n + 1);
	for (guint c = 0; c < head.n; c++) {
		const char *name = c < table->columns->len ? g_ptr_array_index(table->columns, c) : "";

		head.empty &= !name || !*name;
		head.names[c] = g_strsplit(name ? name : "", "/", LEVELS_MAX);
		head.levels = MAX(head.levels, g_strv_length(head.names[c]));
	}
	head.figures = g_new0(gboolean, head.n + 1);
	for (guint i = 0; i < table->rows->len; i++) {
		const GPtrArray *cells = g_ptr_array_index(table->rows, i);

		for (guint c = 0; c < cells->len && c < head.n; c++)
			head.figures[c] |= is_figure(g_ptr_array_index(cells, c));
	}
	return head;
}

static void head_clear(table_head *head)
{
	for (guint c = 0; c < head->n; c++)
		g_strfreev(head->names[c]);
	g_free(head->names);
	g_free(head->figures);
}

/* Two neighbours stand below the same cell of a level: both go on below it, and everything
 * above is the same. */
static gboolean same_group(const table_head *head, guint a, guint b, guint level)
{
	if (g_strv_length(head->names[a]) <= level + 1 || g_strv_length(head->names[b]) <= level + 1)
		return FALSE;
	for (guint i = 0; i <= level; i++)
		if (strcmp(head->names[a][i], head->names[b][i]))
			return FALSE;
	return TRUE;
}

/* name: the column that stays in place. */
static void append_head_cell(page_out *p, const table_head *head, guint column, guint level, guint span, guint name)
{
	guint depth = g_strv_length(head->names[column]);
	gboolean leaf = depth <= level + 1;
	guint down = leaf ? head->levels - level : 1;
	const char *text = level < depth ? head->names[column][level] : "";

	/* a cell that heads columns is a header even if nothing is printed in it */
	if (leaf)
		PAGE_LIT(p, "<th scope=\"col\"");
	else
		PAGE_LIT(p, "<th scope=\"colgroup\"");
	if (down > 1)
		g_string_append_printf(p->out, " rowspan=\"%u\"", down);
	if (span > 1)
		g_string_append_printf(p->out, " colspan=\"%u\"", span);
	if (leaf && column == name)
		PAGE_LIT(p, " class=\"f\"");
	else if (leaf && head->figures[column])
		PAGE_LIT(p, " class=\"n\"");
	PAGE_LIT(p, ">");
	page_clipped_plain(p, text, PAGE_NAME_MAX);
	PAGE_LIT(p, "</th>");
}

static void append_head(page_out *p, const table_head *head, guint name)
{
	PAGE_LIT(p, "<thead");
	page_chinese(p);
	PAGE_LIT(p, ">\n");
	for (guint level = 0; level < head->levels; level++) {
		guint span;

		PAGE_LIT(p, "<tr>");
		for (guint c = 0; c < head->n; c += span) {
			span = 1;
			/* covered by the cell above, which reaches down; a name without parts has one level */
			if (level && g_strv_length(head->names[c]) <= level)
				continue;
			while (c + span < head->n && same_group(head, c, c + span, level))
				span++;
			append_head_cell(p, head, c, level, span, name);
		}
		PAGE_LIT(p, "</tr>\n");
	}
	PAGE_LIT(p, "</thead>\n");
}

/* ---- rows ---- */

/* The column that says what a row is about. */
static guint name_column(const ys_record *table)
{
	for (guint c = 0; c < table->columns->len; c++)
		if (ys_wording_column(g_ptr_array_index(table->columns, c)) == YS_COLUMN_NAME)
			return c;
	return 0;
}

static void append_cell(page_out *p, const char *cell, gboolean name)
{
	const char *text = cell ? cell : "";

	if (name)
		PAGE_LIT(p, "<th scope=\"row\">");
	else if (is_figure(text))
		PAGE_LIT(p, "<td class=\"n\">");
	else if (g_utf8_strlen(text, -1) >= PROSE_MIN)
		PAGE_LIT(p, "<td class=\"t\">");
	else
		PAGE_LIT(p, "<td>");
	page_clipped_plain(p, text, PAGE_VALUE_MAX);
	if (name)
		PAGE_LIT(p, "</th>");
	else
		PAGE_LIT(p, "</td>");
}

/* number: from 1, by which links name it. */
static void append_row(page_out *p, const GPtrArray *cells, guint n, guint name, int number, gboolean marked)
{
	const char *called = name < cells->len ? g_ptr_array_index(cells, name) : NULL;

	g_string_append_printf(p->out, "<tr id=\"r%d\"", number);
	if (marked)
		PAGE_LIT(p, " class=\"here\">");
	else if (called && ys_wording_row(called) == YS_ROW_TOTAL)
		PAGE_LIT(p, " class=\"sum\">");
	else
		PAGE_LIT(p, ">");
	for (guint c = 0; c < n; c++)
		append_cell(p, c < cells->len ? g_ptr_array_index(cells, c) : NULL, c == name);
	PAGE_LIT(p, "</tr>\n");
}

static void append_caption(page_out *p, const ys_record *table)
{
	PAGE_LIT(p, "<caption id=\"caption\">");
	page_clipped_text(p, page_title_of(p, table), PAGE_TITLE_MAX);
	if (table->unit_text)
		PAGE_IN(p, " <small>", page_say(p, W_UNIT_OF_TABLE, table->unit_text, NULL), "</small>");
	PAGE_LIT(p, "</caption>\n");
}

/* How many rows were drawn. */
static guint append_rows(page_out *p, const ys_record *table, const table_head *head, guint name, ys_lines shown,
			 const ys_lines *marked)
{
	const gsize begin = p->out->len;
	guint drawn = 0;

	for (int i = shown.first; i <= shown.last; i++) {
		if (drawn == ROWS_DRAWN_MAX || p->out->len - begin > ROWS_BYTES_MAX)
			break;
		append_row(p, g_ptr_array_index(table->rows, i - 1), head->n, name, i,
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
	if (!g_strcmp0(p->request->id, table->id)) {
		PAGE_LIT(p, " ");
		page_link_word(p, web_link_format(p->request, WEB_JSON), W_ALL_AS_DATA);
	}
	PAGE_LIT(p, "</p>\n");
}

void page_table(page_out *p, const ys_record *table, ys_lines shown, const ys_lines *marked)
{
	const guint name = name_column(table);
	table_head head;
	guint drawn;

	if (!table->rows->len || !table->columns->len) {
		PAGE_IN(p, "<p>", page_word(p, W_TABLE_EMPTY), "</p>\n");
		return;
	}
	shown.first = MAX(shown.first, 1);
	shown.last = MIN(shown.last, (int)table->rows->len);
	head = head_of(table);
	/* the keyboard must reach what is scrolled */
	PAGE_LIT(p, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"caption\" tabindex=\"0\">\n<table>\n");
	append_caption(p, table);
	if (!head.empty)
		append_head(p, &head, name);
	PAGE_LIT(p, "<tbody");
	page_chinese(p);
	PAGE_LIT(p, ">\n");
	drawn = append_rows(p, table, &head, name, shown, marked);
	PAGE_LIT(p, "</tbody>\n</table>\n</div>\n");
	/* the rest of what was asked for, which for one row is the row and its neighbours */
	append_cut(p, table, W_CUT_ROWS, drawn, (guint)(shown.last - shown.first + 1));
	append_cut(p, table, W_CUT_COLUMNS, head.n, head.n_printed);
	head_clear(&head);
}

const ys_record *page_table_of(const GPtrArray *tables, const ys_source *place)
{
	for (guint i = 0; place && place->table_no && i < tables->len; i++) {
		const ys_record *table = g_ptr_array_index(tables, i);

		if (table->source && table->source->table_no == place->table_no)
			return table;
	}
	return NULL;
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
