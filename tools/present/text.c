#include "tools/present/text.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "src/output/place.h"
#include "src/output/text.h"
#include "tools/present/understood.h"

/* Columns a hit is indented by, below its rank. */
#define INDENT 4
/* A table's widest cell, in columns, so that a goal does not push the amounts away. */
#define CELL_MAX 28
/* The widest title beside a department. */
#define SHARE_MAX 32
/* Years and kinds of which sums are printed beside a line. */
#define SUMS_MAX 2
/* Columns of what is no terminal, and bounds for those of one. */
#define WIDTH_DEFAULT 100
#define WIDTH_MIN 40
#define WIDTH_MAX 160

/* Colour is only for a terminal, and without NO_COLOR. */
ys_style present_style(void)
{
	ys_style style = { FALSE, WIDTH_DEFAULT };
	const char *no_colour = g_getenv("NO_COLOR");
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return style;
	style.colour = !(no_colour && *no_colour);
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		style.width = CLAMP(size.ws_col, WIDTH_MIN, WIDTH_MAX);
	return style;
}

static void append_blanks(GString *out, guint n)
{
	while (n--)
		g_string_append_c(out, ' ');
}

static guint pieces_width(const GPtrArray *pieces)
{
	guint width = 0;

	for (guint i = 0; i < pieces->len; i++)
		width += ys_text_width(((ys_piece *)g_ptr_array_index(pieces, i))->text);
	return width;
}

/* Title on the left, amount against the right edge; on a line of its own where both do not
 * fit. */
static void append_title_line(GString *out, const ys_hit *hit, const ys_style *style)
{
	g_autoptr(GString) amount = g_string_new(NULL);
	guint used = INDENT + pieces_width(hit->title), need;

	if (hit->record->amount != YS_AMOUNT_NONE)
		ys_amount_append_wan(amount, hit->record->amount);
	need = ys_text_width(amount->str);
	g_string_append_printf(out, "%3u ", hit->rank);
	ys_text_append_pieces(out, hit->title, style);
	if (need && used + 2 + need > style->width) {
		g_string_append_c(out, '\n');
		used = 0;
	}
	if (need) {
		append_blanks(out, style->width - need > used ? style->width - need - used : 1);
		g_string_append(out, amount->str);
	}
	g_string_append_c(out, '\n');
}

static void append_part(GString *out, const char *part)
{
	if (!part || !*part)
		return;
	if (out->len)
		g_string_append(out, " · ");
	g_string_append(out, part);
}

static void append_origin(GString *out, const ys_hit *hit, const ys_style *style)
{
	const ys_record *record = hit->record;
	g_autoptr(GString) line = g_string_new(NULL);
	g_autofree char *year = record->year ? g_strdup_printf("%d年", record->year) : g_strdup("");
	g_autofree char *kind = g_strconcat(year, record->kind, NULL);

	if (record->unit && g_strcmp0(record->unit, record->department))
		append_part(line, record->unit);
	append_part(line, kind);
	append_part(line, record->category);
	append_blanks(out, INDENT);
	ys_text_append_pieces(out, hit->department, style);
	if (record->department && line->len)
		g_string_append(out, " · ");
	ys_text_append_safe(out, line->str);
	g_string_append_c(out, '\n');
}

static char *source_text(const ys_source *source)
{
	GString *text = g_string_new(source->path);
	gboolean is_text = !g_strcmp0(source->format, "text");
	g_autofree char *place = is_text ? g_strdup("") : ys_place_text(source, TRUE);

	/* as compilers and grep name them, which editors go to */
	for (guint i = 0; i < source->lines->len && is_text; i++) {
		const ys_lines *lines = &g_array_index(source->lines, ys_lines, i);

		g_string_append_printf(text, "%s%d", i ? "," : ":", lines->first);
		if (lines->last != lines->first)
			g_string_append_printf(text, "-%d", lines->last);
	}
	if (*place)
		g_string_append_printf(text, " %s", place);
	if (source->table)
		g_string_append_printf(text, " · %s", source->table);
	return g_string_free(text, FALSE);
}

static void append_explanation(GString *out, const ys_hit *hit)
{
	g_auto(GStrv) lines = g_strsplit(hit->explanation ? hit->explanation : "", "\n", -1);

	for (char **line = lines; *line; line++) {
		if (!**line)
			continue;
		append_blanks(out, INDENT + 2);
		ys_text_append_safe(out, *line);
		g_string_append_c(out, '\n');
	}
}

static void append_hit(GString *out, const ys_hit *hit, const ys_style *style)
{
	g_autofree char *source = hit->record->source ? source_text(hit->record->source) : g_strdup("");
	g_autofree char *line = g_strdup_printf("%s  [%s]", source, hit->record->id);

	append_title_line(out, hit, style);
	append_origin(out, hit, style);
	if (strcmp(hit->field, "title")) {
		append_blanks(out, INDENT);
		ys_text_append_pieces(out, hit->snippet, style);
		g_string_append_c(out, '\n');
	}
	for (guint i = 0; i < hit->synonyms->len; i++) {
		append_blanks(out, INDENT);
		g_string_append(out, "found as ");
		ys_text_append_safe(out, g_ptr_array_index(hit->synonyms, i));
		g_string_append_c(out, '\n');
	}
	append_blanks(out, INDENT);
	ys_text_append_dim(out, line, style);
	g_string_append_c(out, '\n');
	append_explanation(out, hit);
	g_string_append_c(out, '\n');
}

/* How many amounts the sum before it leaves out. */
static void append_left_out(GString *out, guint left_out)
{
	if (left_out)
		g_string_append_printf(out, ", without %u of doubtful unit", left_out);
}

/* What of the department matches: its projects, or the sum of what else was looked for, or else where
 * the words stand.  No projects for no money would say that it spends nothing on them. */
static void append_share(GString *out, const ys_department_hit *department)
{
	const char *top = department->top_title ? department->top_title : "";

	if (department->measure) {
		present_measure_text(out, department->measure);
		return;
	}
	if (department->projects)
		g_string_append_printf(out, "%u project%s  ", department->projects,
				       department->projects > 1 ? "s" : "");
	if (department->projects || department->amount) {
		ys_amount_append_wan(out, department->amount);
		append_left_out(out, department->left_out);
	} else if (department->match == YS_MATCH_LOOSE) {
		g_string_append(out, "part of the query");
	} else {
		ys_text_append_column(out, top, MIN(ys_text_width(top), SHARE_MAX));
	}
}

static void append_department(GString *out, const ys_department_hit *department, const ys_style *style)
{
	g_autoptr(GString) figures = g_string_new(NULL);
	guint used;

	append_share(figures, department);
	g_strchomp(figures->str);
	append_blanks(out, INDENT);
	used = INDENT + ys_text_width(figures->str) + 2;
	ys_text_append_column(out, department->department, style->width > used ? style->width - used : 20);
	g_string_append(out, "  ");
	g_string_append(out, figures->str);
	g_string_append_c(out, '\n');
}

/* ---- lines of budgets ---- */

/* Something on the left, an amount or such against the right edge. */
static void append_sides(GString *out, guint indent, const char *left, const char *right, const ys_style *style)
{
	const guint used = indent + ys_text_width(right) + 2;

	append_blanks(out, indent);
	ys_text_append_column(out, left, style->width > used ? style->width - used : 20);
	g_string_append_printf(out, "  %s\n", right);
}

/* Plans and accounts, and years, are not added up. */
static void append_sums(GString *out, const ys_line_group *group)
{
	for (guint i = 0; i < MIN(group->sums->len, SUMS_MAX); i++) {
		const ys_line_sum *sum = g_ptr_array_index(group->sums, i);

		g_string_append_printf(out, "%s", i ? "; " : "");
		if (sum->year)
			g_string_append_printf(out, "%d年", sum->year);
		g_string_append_printf(out, "%s ", sum->kind);
		ys_amount_append_wan(out, sum->amount);
		append_left_out(out, sum->left_out);
		g_string_append_printf(out, " (%u)", sum->total);
	}
	if (group->sums->len > SUMS_MAX)
		g_string_append(out, "; …");
}

static void append_line_hit(GString *out, const ys_record *line, const ys_style *style)
{
	g_autoptr(GString) left = g_string_new(line->department), right = g_string_new(NULL);

	g_string_append_printf(left, " · %d年%s  [%s]", line->year, line->kind, line->id);
	if (line->amount != YS_AMOUNT_NONE)
		ys_amount_append_wan(right, line->amount);
	append_sides(out, INDENT + 4, left->str, right->str, style);
}

/* The largest of the first group, which is what was asked for; of the others that they are there. */
static void append_line_groups(GString *out, const GPtrArray *groups, const ys_style *style)
{
	g_string_append(out, "Lines\n");
	for (guint i = 0; i < groups->len; i++) {
		const ys_line_group *group = g_ptr_array_index(groups, i);
		g_autofree char *left = g_strconcat(group->title, group->code ? "  " : "", group->code, NULL);
		g_autoptr(GString) right = g_string_new(NULL);

		append_sums(right, group);
		append_sides(out, INDENT, left, right->str, style);
		for (guint k = 0; k < group->hits->len && !i; k++)
			append_line_hit(out, ((ys_hit *)g_ptr_array_index(group->hits, k))->record, style);
	}
	g_string_append_c(out, '\n');
}

/* Where nothing of the types asked for matches: lines stand above already. */
static void append_elsewhere(GString *out, const GPtrArray *all, const ys_style *style)
{
	for (guint i = 0; i < all->len; i++) {
		const ys_elsewhere *elsewhere = g_ptr_array_index(all, i);

		if (elsewhere->type == YS_LINE)
			continue;
		g_string_append_printf(out, "-- %" G_GUINT64_FORMAT " of type %s --\n\n", elsewhere->total,
				       ys_record_type_name(elsewhere->type));
		for (guint k = 0; k < elsewhere->hits->len; k++)
			append_hit(out, g_ptr_array_index(elsewhere->hits, k), style);
	}
}

static void append_facet(GString *out, const char *name, const GPtrArray *values)
{
	g_autoptr(GString) line = g_string_new(name);

	if (!values->len)
		return;
	for (guint i = 0; i < values->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);

		g_string_append_printf(line, "%s%s (%u, ", i ? "; " : ": ", value->value, value->count);
		ys_amount_append_wan(line, value->amount);
		append_left_out(line, value->left_out);
		g_string_append_c(line, ')');
	}
	ys_text_append_safe(out, line->str);
	g_string_append_c(out, '\n');
}

static const ys_department_hit *first_department(const ys_page *page)
{
	return g_ptr_array_index(page->departments, 0);
}

static void append_tier(GString *out, ys_match match, const ys_page *page)
{
	static const char *const tiers[YS_N_MATCHES] = {
		[YS_MATCH_ALL] = "every word, but not as typed",
		[YS_MATCH_RELATED] = "related words",
		[YS_MATCH_CORRECTED] = "found for ",
		[YS_MATCH_LOOSE] = "only part of ",
	};

	g_string_append_printf(out, "-- %s", tiers[match]);
	if (match >= YS_MATCH_CORRECTED)
		ys_text_append_safe(out, page->corrected ? page->corrected : "the query");
	g_string_append(out, " --\n\n");
}

/* Where nothing is of the year or kind that was asked for: what is. */
static void append_otherwise(GString *out, const GPtrArray *values)
{
	g_autoptr(GString) line = g_string_new("Nothing of that year or kind; there is: ");

	for (guint i = 0; i < values->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);

		g_string_append_printf(line, "%s%s (%u)", i ? "; " : "", value->value, value->count);
	}
	ys_text_append_safe(out, line->str);
	g_string_append(out, "\n\n");
}

void present_page_text(GString *out, const ys_query *query, const ys_page *page)
{
	ys_style style = present_style();

	present_understood_text(out, page);
	if (page->otherwise)
		append_otherwise(out, page->otherwise);
	if (page->lines)
		append_line_groups(out, page->lines, &style);
	if (page->elsewhere)
		append_elsewhere(out, page->elsewhere, &style);
	for (guint i = 0; i < page->hits->len; i++) {
		const ys_hit *hit = g_ptr_array_index(page->hits, i);
		const ys_hit *before = i ? g_ptr_array_index(page->hits, i - 1) : NULL;

		if (hit->match != YS_MATCH_EXACT && (!before || before->match != hit->match) &&
		    (ys_query_order(query) == YS_SORT_RELEVANCE || hit->match > YS_MATCH_ALL))
			append_tier(out, hit->match, page);
		append_hit(out, hit, &style);
	}
	if (page->departments->len > 1 || (page->departments->len && first_department(page)->measure)) {
		g_string_append(out, "Departments\n");
		for (guint i = 0; i < page->departments->len; i++)
			append_department(out, g_ptr_array_index(page->departments, i), &style);
		g_string_append_c(out, '\n');
	}
	for (int facet = 0; facet < YS_N_FACETS && page->facets[facet]; facet++)
		append_facet(out, ys_facet_name(facet), page->facets[facet]);
}

/* ---- one record ---- */

static void append_label(GString *out, const char *label, const char *value)
{
	if (!value || !*value)
		return;
	ys_text_append_column(out, label, 14);
	ys_text_append_safe(out, value);
	g_string_append_c(out, '\n');
}

static void append_money(GString *out, const char *label, ys_amount amount)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (amount == YS_AMOUNT_NONE)
		return;
	ys_amount_append_wan(text, amount);
	g_string_append(text, " (");
	ys_amount_append_yuan(text, amount);
	g_string_append(text, " yuan)");
	append_label(out, label, text->str);
}

/* A total and what it consists of. */
static void append_figures(GString *out, const char *label, const GPtrArray *figures)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < figures->len; i++) {
		const ys_funding *figure = g_ptr_array_index(figures, i);

		if (figure->amount == YS_AMOUNT_NONE)
			continue;
		if (text->len)
			g_string_append(text, ", ");
		g_string_append_printf(text, "%s ", figure->name);
		ys_amount_append_wan(text, figure->amount);
	}
	append_label(out, label, text->str);
}

static void append_change(GString *out, const ys_record *record)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (record->change == YS_AMOUNT_NONE)
		return;
	ys_amount_append_wan(text, record->change);
	if (record->change_percent != YS_PERCENT_NONE) {
		g_string_append(text, " (");
		/* hundredths, as fen are */
		ys_amount_append_yuan(text, record->change_percent);
		g_string_append(text, "%)");
	}
	append_label(out, "on last year", text->str);
}

static void append_region(GString *out, const ys_region *region)
{
	g_autoptr(GString) text = g_string_new(NULL);

	append_part(text, region->province);
	append_part(text, region->city);
	append_part(text, region->county);
	append_part(text, region->code);
	append_label(out, "region", text->str);
}

static void append_reconciliation(GString *out, const ys_record *record)
{
	const ys_reconciliation *r = &record->reconciliation;
	g_autoptr(GString) text = g_string_new(ys_reconciliation_status_name(r->status));

	if (r->status == YS_UNCHECKED)
		return;
	g_string_append(text, ": sum ");
	ys_amount_append_wan(text, r->sum);
	g_string_append(text, ", declared ");
	ys_amount_append_wan(text, r->declared);
	append_label(out, "sums", text->str);
}

static void append_measured(GString *out, const ys_record *record)
{
	for (guint i = 0; i < record->amounts->len; i++) {
		const ys_measured *measured = g_ptr_array_index(record->amounts, i);
		g_autofree char *label = g_strconcat("  ", measured->measure, NULL);
		g_autoptr(GString) text = g_string_new(NULL);

		ys_amount_append_wan(text, measured->amount);
		ys_text_append_column(out, label, 28);
		g_string_append_printf(out, "%16s", text->str);
		if (measured->place && measured->place->table) {
			g_string_append(out, "  ");
			ys_text_append_safe(out, measured->place->table);
		}
		g_string_append_c(out, '\n');
	}
}

static void append_lists(GString *out, const ys_record *record)
{
	append_measured(out, record);
	for (guint i = 0; i < record->funding->len; i++) {
		const ys_funding *funding = g_ptr_array_index(record->funding, i);
		g_autofree char *label = g_strconcat("  ", funding->name, NULL);
		g_autoptr(GString) text = g_string_new(NULL);

		ys_text_append_column(out, label, 40);
		ys_amount_append_wan(text, funding->amount);
		g_string_append_printf(out, "%s\n", text->str);
	}
	for (guint i = 0; i < record->subordinate_units->len; i++)
		append_label(out, i ? "" : "units", g_ptr_array_index(record->subordinate_units, i));
	for (guint i = 0; i < record->also->len; i++) {
		g_autofree char *source = source_text(g_ptr_array_index(record->also, i));

		append_label(out, "also", source);
	}
	for (guint i = 0; i < record->warnings->len; i++) {
		const ys_warning *warning = g_ptr_array_index(record->warnings, i);
		g_autofree char *text = g_strdup_printf("%s (%s)", warning->message, warning->code);

		append_label(out, "warning", text);
	}
}

/* A row may be shorter than the table is wide. */
static const char *cell_of(const GPtrArray *cells, guint column)
{
	return column < cells->len ? g_ptr_array_index(cells, column) : "";
}

static guint column_width(const ys_record *record, guint column)
{
	guint width = ys_text_width(g_ptr_array_index(record->columns, column));

	for (guint i = 0; i < record->rows->len && width < CELL_MAX; i++)
		width = MAX(width, ys_text_width(cell_of(record->rows->pdata[i], column)));
	return MIN(width, CELL_MAX);
}

static void append_table(GString *out, const ys_record *record)
{
	g_autofree guint *widths = g_new0(guint, record->columns->len + 1);

	for (guint c = 0; c < record->columns->len; c++)
		widths[c] = column_width(record, c);
	g_string_append_c(out, '\n');
	for (guint r = 0; r <= record->rows->len; r++) {
		const GPtrArray *cells = r ? g_ptr_array_index(record->rows, r - 1) : record->columns;

		for (guint c = 0; c < record->columns->len; c++) {
			const char *cell = cell_of(cells, c);
			guint width = ys_text_width(cell);

			if (c)
				g_string_append(out, "  ");
			if (r && width < widths[c] && ys_amount_parse(cell, YS_WAN) != YS_AMOUNT_NONE)
				append_blanks(out, widths[c] - width);
			ys_text_append_column(out, cell, MIN(widths[c], MAX(width, 1)));
			if (width < widths[c] && !(r && ys_amount_parse(cell, YS_WAN) != YS_AMOUNT_NONE))
				append_blanks(out, widths[c] - MAX(width, 1));
		}
		g_string_append_c(out, '\n');
	}
	for (guint i = 0; i < record->notes->len; i++) {
		ys_text_append_safe(out, g_ptr_array_index(record->notes, i));
		g_string_append_c(out, '\n');
	}
}

/* What is published of it, where that is known. */
static void append_published(GString *out, const ys_record *record)
{
	g_autofree char *url = record->source ? ys_place_url(record->source) : NULL;

	append_label(out, "published", record->published);
	append_label(out, "url", url);
}

void present_record_text(GString *out, const ys_record *record)
{
	g_autofree char *year = record->year ? g_strdup_printf("%d", record->year) : NULL;
	g_autofree char *source = record->source ? source_text(record->source) : NULL;

	ys_text_append_safe(out, record->title ? record->title : "(no title)");
	g_string_append_c(out, '\n');
	append_label(out, "id", record->id);
	append_label(out, "type", ys_record_type_name(record->type));
	append_label(out, "classified", record->classification);
	append_money(out, "amount", record->amount);
	append_label(out, "printed", record->amount_text);
	append_money(out, "executed", record->executed);
	append_label(out, "department", record->department);
	append_label(out, "unit", record->unit);
	append_label(out, "code", record->code);
	append_label(out, "category", record->category);
	append_region(out, &record->region);
	append_label(out, "year", year);
	append_label(out, "kind", record->kind);
	append_label(out, "level", record->level);
	append_label(out, "scope", record->scope);
	append_money(out, "income", record->total_income);
	append_money(out, "expenditure", record->total_expenditure);
	append_money(out, "basic", record->basic);
	append_money(out, "projects", record->project);
	append_change(out, record);
	append_figures(out, "three public", record->three_public);
	append_figures(out, "procurement", record->procurement);
	append_label(out, "unit of sums", record->unit_text);
	append_money(out, "total", record->declared_total);
	append_reconciliation(out, record);
	append_label(out, "content", record->content);
	append_label(out, "goal", record->goal);
	append_label(out, "indicators", record->indicators);
	append_label(out, "basis", record->basis);
	append_label(out, "plan", record->plan);
	append_label(out, "period", record->period);
	append_lists(out, record);
	append_label(out, "text", record->text);
	append_label(out, "source", source);
	append_published(out, record);
	if (record->columns->len)
		append_table(out, record);
}
