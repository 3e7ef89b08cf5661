/* One function a kind of remark, each over all of the publication: tables that are missing or empty,
 * years, what a template left, names; others have files of their own (remark_parts.h).  Years are elected by
 * captions, heads and sentences: where most are against the title's that is said once, else each caption that
 * is.  All remarks are put in the order of their lines, each code and message once. */
#include "src/publication/checks/remarks.h"

#include <string.h>

#include "src/publication/checks/lost_tables.h"
#include "src/publication/checks/remark_parts.h"
#include "src/publication/checks/remarks_table.h"
#include "src/publication/checks/statutory_table.h"
#include "src/publication/lines/owner.h"
#include "src/publication/words/clean.h"
#include "src/text/key.h"
#include "src/word_list.h"
#include "src/year.h"

/* No caption, and no name of a body, has more bytes. */
#define LINE_MAX_BYTES 240

/* ---- statutory tables ---- */

/* Columns of data/statutory; of a budget the table of state capital came later and not everywhere. */
enum { NUMBER, CANONICAL, ACCOUNT, BUDGET, OPTIONAL };

static const ys_grid *grid_of(const ys_remark_context *c, ys_table_kind kind)
{
	for (guint i = 0; i < c->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(c->grids, i);

		if (grid->table->kind == kind)
			return grid;
	}
	return NULL;
}

/* Amounts are printed, and all are 0. */
static gboolean is_empty(const ys_grid *grid)
{
	guint amounts = 0;

	for (guint r = 0; r < grid->table->rows->len; r++)
		for (guint i = 0; i < grid->money->len; i++) {
			ys_amount amount = ys_grid_amount(grid, r, ys_grid_money(grid, i));

			if (amount != YS_AMOUNT_NONE && amount)
				return FALSE;
			amounts += amount == 0;
		}
	return amounts > 0;
}

/* It may be a title, or a sentence below one. */
static gboolean is_short(const ys_line *line)
{
	return line->len && line->len <= LINE_MAX_BYTES && !ys_line_is_row(line);
}

/* Within a few lines below line i stands a sentence that there is nothing. */
static gboolean is_declared_empty(const ys_remark_context *c, guint i)
{
	for (guint k = i + 1; k < c->input->lines->len && k <= i + 6; k++) {
		const ys_line *line = &g_array_index(c->input->lines, ys_line, k);
		g_autofree char *text = is_short(line) ? ys_clean(line->text, line->len) : NULL;

		if (text && ys_word_in(text, remarks_nothing))
			return TRUE;
	}
	return FALSE;
}

/* A title of this table without rows below it, behind the contents: its line, 0 if there is
 * none, and whether a sentence says that it is empty. */
static int line_of_title(const ys_remark_context *c, ys_table_kind kind, gboolean *declared)
{
	const ys_block *first = c->outline->blocks->len ? g_ptr_array_index(c->outline->blocks, 0) : NULL;

	for (guint i = first ? first->first - 1 : 0; i < c->input->lines->len; i++) {
		const ys_line *line = &g_array_index(c->input->lines, ys_line, i);
		gboolean may_be = is_short(line) && memmem(line->text, line->len, "表", strlen("表"));
		g_autofree char *text = may_be ? ys_clean(line->text, line->len) : NULL;

		if (!text || !g_str_has_suffix(text, "表") || ys_wording_table(text) != kind)
			continue;
		*declared = is_declared_empty(c, i);
		return i + 1;
	}
	return 0;
}

static void remark_tables(const ys_remark_context *c, GPtrArray *remarks)
{
	gboolean account = !strcmp(c->title->kind, "决算");

	/* that there is none at all is a warning of the publication */
	if (!c->grids->len || (!account && strcmp(c->title->kind, "预算")))
		return;
	for (gsize i = 0; i < statutory_table_count; i++) {
		const char *const *fields = statutory_table[i].field;
		const char *name = fields[account ? ACCOUNT : BUDGET];
		ys_table_kind kind = ys_table_kind_named(fields[CANONICAL]);
		const ys_grid *grid = grid_of(c, kind);
		gboolean declared = FALSE;
		int line = grid ? grid->table->first_line : line_of_title(c, kind, &declared);

		if (grid ? is_empty(grid) : declared)
			ys_remark_add(remarks, "table-empty", line, "%s is there and empty",
			       grid && grid->table->title ? grid->table->title : name);
		else if (!grid && line)
			ys_remark_add(remarks, "table-missing", line, "the title of %s has no table below it", name);
		else if (!grid && (account || !fields[OPTIONAL]))
			ys_remark_add(remarks, "table-missing", 0, "%s is not there", name);
	}
}

/* ---- years ---- */

typedef struct {
	GHashTable *votes;      /* year -> how often */
	GHashTable *lines;      /* year -> first line */
} ballot;

static void vote(ballot *b, int year, int line)
{
	gpointer key = GINT_TO_POINTER(year);

	if (!year)
		return;
	g_hash_table_insert(b->votes, key,
			    GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(b->votes, key)) + 1));
	if (!g_hash_table_contains(b->lines, key))
		g_hash_table_insert(b->lines, key, GINT_TO_POINTER(line));
}

/* A caption or heading that is of the budget or account itself, not of plans or the past. */
static gboolean is_of_the_year(const ys_block *block)
{
	if (block->kind != YS_BLOCK_CAPTION && block->kind != YS_BLOCK_HEADING)
		return FALSE;
	return strstr(block->text, "预算") || strstr(block->text, "决算") ||
	       ys_wording_table(block->text) != YS_TABLE_OTHER;
}

/* 2023年本部门收入预算...: a sentence that begins with its year, and not with a date. */
static int year_of_sentence(const char *text)
{
	ys_year year = ys_year_at(text, -1);
	const char *sign = g_strstr_len(text, year.len, "年");

	return sign && ys_word_at_start(sign + strlen("年"), remarks_year_next) ? year.year : 0;
}

static void vote_blocks(const ys_remark_context *c, ballot *b)
{
	for (guint i = 0; i < c->outline->blocks->len; i++) {
		const ys_block *block = g_ptr_array_index(c->outline->blocks, i);

		if (is_of_the_year(block))
			vote(b, ys_year_find(block->text, -1).year, block->first);
		else if (block->kind == YS_BLOCK_PARAGRAPH)
			vote(b, year_of_sentence(block->text), block->first);
	}
	for (guint i = 0; i < c->grids->len; i++) {
		const ys_grid *grid = g_ptr_array_index(c->grids, i);

		for (guint m = 0; m < grid->money->len; m++) {
			const ys_column *column = ys_table_head(grid->table, ys_grid_money(grid, m));

			vote(b, ys_year_find(column->name, -1).year, grid->table->first_line);
		}
	}
}

static guint votes_for(const ballot *b, int year)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(b->votes, GINT_TO_POINTER(year)));
}

static int elected(const ballot *b)
{
	GHashTableIter iter;
	gpointer key, votes;
	int best = 0;

	g_hash_table_iter_init(&iter, b->votes);
	while (g_hash_table_iter_next(&iter, &key, &votes)) {
		int year = GPOINTER_TO_INT(key);

		if (GPOINTER_TO_UINT(votes) > votes_for(b, best) ||
		    (GPOINTER_TO_UINT(votes) == votes_for(b, best) && year > best))
			best = year;
	}
	return best;
}

static void remark_years(const ys_remark_context *c, GPtrArray *remarks)
{
	ballot b = { g_hash_table_new(NULL, NULL), g_hash_table_new(NULL, NULL) };
	int title = c->title->year, year;

	vote_blocks(c, &b);
	year = elected(&b);
	if (title && year && year != title && votes_for(&b, year) >= 2 &&
	    votes_for(&b, year) > votes_for(&b, title)) {
		ys_remark_add(remarks, "year-contradicts",
		       GPOINTER_TO_INT(g_hash_table_lookup(b.lines, GINT_TO_POINTER(year))),
		       "the title says %d, but %u captions, heads and sentences say %d", title,
		       votes_for(&b, year), year);
	} else if (title) {
		for (guint i = 0; i < c->outline->blocks->len; i++) {
			const ys_block *block = g_ptr_array_index(c->outline->blocks, i);
			int other = is_of_the_year(block) ? ys_year_find(block->text, -1).year : 0;

			if (other && other != title)
				ys_remark_add(remarks, "year-contradicts", block->first,
				       "the title says %d, but here stands: %s", title, block->text);
		}
	}
	g_hash_table_unref(b.votes);
	g_hash_table_unref(b.lines);
}

/* ---- left-overs of a template ---- */

static gboolean is_han(gunichar c)
{
	return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean is_other_letter(gunichar c)
{
	return c && !is_han(c) && g_unichar_isalpha(c);
}

static gboolean is_blank_mark(gunichar c)
{
	return c == 'X' || c == 'x' || c == U'Ｘ' || c == U'ｘ' || c == U'×';
}

/* The next such mark, by the bytes that they begin with; NULL if there is none. */
static const char *next_blank_mark(const char *s)
{
	while (*(s += strcspn(s, "Xx\303\357")) && !is_blank_mark(g_utf8_get_char(s)))
		s = g_utf8_next_char(s);
	return *s ? s : NULL;
}

/* XX部门, 减少XX万元: two or more X beside a Han character, and no letter. */
static gboolean has_blank_name(const char *text)
{
	for (const char *s = text; (s = next_blank_mark(s));) {
		gunichar before = s > text ? g_utf8_get_char(g_utf8_prev_char(s)) : 0, after;
		guint n = 0;

		for (; is_blank_mark(g_utf8_get_char(s)); s = g_utf8_next_char(s))
			n++;
		after = g_utf8_get_char(s);
		if (n >= 2 && (is_han(before) || is_han(after)) && !is_other_letter(before) &&
		    !is_other_letter(after))
			return TRUE;
	}
	return FALSE;
}

/* The mark stands where a number was to be filled in: 增长%, 预算安排 万元. */
static gboolean lacks_number(const char *line, const char *mark, const char *const *words)
{
	for (const char *p = line; (p = strstr(p, mark)); p += strlen(mark)) {
		gsize len = p - line;

		while (len && (line[len - 1] == ' ' || line[len - 1] == '_'))
			len--;
		if (ys_word_at_end(line, len, words))
			return TRUE;
	}
	return FALSE;
}

static const char *left_in(const char *line)
{
	if (has_blank_name(line))
		return "a name or number was not filled in";
	if (ys_word_in(line, remarks_instruction))
		return "an instruction of the template was left";
	if (lacks_number(line, "%", remarks_growth) || lacks_number(line, "％", remarks_growth))
		return "a percentage was not filled in";
	return lacks_number(line, "万元", remarks_amount) ? "an amount was not filled in" : NULL;
}

static void remark_left_overs(const ys_remark_context *c, GPtrArray *remarks)
{
	for (guint i = 0; i < c->input->lines->len; i++) {
		const ys_line *line = &g_array_index(c->input->lines, ys_line, i);
		g_autofree char *text = g_strndup(line->text, line->len);
		const char *left = left_in(text);

		if (left)
			ys_remark_add(remarks, "template-left", i + 1, "%s", left);
	}
}

/* ---- names ---- */

static gboolean may_be_furniture(const ys_line *line)
{
	return line->len <= LINE_MAX_BYTES && !ys_line_is_row(line) &&
	       (memchr(line->text, ':', line->len) || g_strstr_len(line->text, line->len, "："));
}

/* 预算主管部门：... on the cover of a unit is no claim to be the unit. */
static gboolean names_body_above(const ys_remark_context *c, const char *text)
{
	return g_strcmp0(c->title->level, "部门") && ys_word_at_start(text, remarks_above);
}

static void remark_names(const ys_remark_context *c, GPtrArray *remarks)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; c->title->department && i < c->input->lines->len; i++) {
		const ys_line *line = &g_array_index(c->input->lines, ys_line, i);
		g_autofree char *text = may_be_furniture(line) ? ys_clean(line->text, line->len) : NULL;
		g_autofree char *name = text ? ys_owner_in(text) : NULL;
		g_autofree char *key = name ? ys_name_key(name) : NULL;

		if (!name || names_body_above(c, text))
			continue;
		if (!*key || !ys_wording_is_body(name) || !ys_remark_is_stranger(c, key) ||
		    g_hash_table_contains(seen, key))
			continue;
		ys_remark_add(remarks, "name-differs", i + 1, "the title is of %s, but here stands %s",
		       c->title->department, name);
		g_hash_table_add(seen, g_steal_pointer(&key));
	}
}

/* ---- what was lost ---- */

/* So many lines of amounts are no accident of prose. */
#define LOST_LINES_MIN 8
/* Tables that a message names. */
#define LOST_NAMES_MAX 3

static gboolean is_recognised(const ys_remark_context *c, const char *title, ys_table_kind kind)
{
	g_autofree char *key = ys_name_key(title);

	for (guint i = 0; i < c->grids->len; i++) {
		const ys_table *table = ((ys_grid *)g_ptr_array_index(c->grids, i))->table;
		g_autofree char *own = table->title ? ys_name_key(table->title) : g_strdup("");

		if (table->kind == kind || (*own && (strstr(own, key) || strstr(key, own))))
			return TRUE;
	}
	return FALSE;
}

/* Entries of the contents that are tables, and not the name of a chapter of such: 部门预算表. */
static void find_lost_tables(const ys_remark_context *c, GPtrArray *losses)
{
	g_autoptr(GString) names = g_string_new(NULL);
	guint announced = 0, lost = 0;

	for (guint i = 0; i < c->outline->contents->len; i++) {
		const char *entry = g_ptr_array_index(c->outline->contents, i);
		ys_table_kind kind = ys_wording_table(entry);
		gboolean declared = FALSE;

		if (!g_str_has_suffix(entry, "表") || kind == YS_TABLE_OTHER)
			continue;
		announced++;
		if (is_recognised(c, entry, kind) ||
		    (line_of_title(c, kind, &declared) && declared))
			continue;
		if (lost++ < LOST_NAMES_MAX)
			g_string_append_printf(names, "%s%s", names->len ? ", " : "", entry);
	}
	if (lost)
		g_ptr_array_add(losses, ys_warning_new("tables-lost", 0, "of %u tables that the contents announce %u were not "
						       "recognised (%s%s)", announced, lost, names->str,
						       lost > LOST_NAMES_MAX ? ", ..." : ""));
}

/* Numbers with a point or a thousands separator, and next to no words: what is left of a row without its cells. */
static gboolean has_amounts_only(const ys_line *line)
{
	gsize digits = 0, others = 0;
	gboolean point = FALSE;

	/* a name of a row beside its amounts has three bytes a character */
	for (gsize i = 0; i < line->len && others <= 60; i++) {
		guchar c = (guchar)line->text[i];

		digits += g_ascii_isdigit(c) != 0;
		point |= c == '.' || c == ',';
		others += !g_ascii_isdigit(c) && !strchr(" .,-%", c);
	}
	return point && digits >= 3 && others <= 2 * digits && others <= 60;
}

static void find_lost_columns(const ys_remark_context *c, GPtrArray *losses)
{
	guint n = 0, first = 0;

	for (guint i = 0; i < c->outline->blocks->len; i++) {
		const ys_block *block = g_ptr_array_index(c->outline->blocks, i);

		if (block->kind == YS_BLOCK_ROWS || block->kind == YS_BLOCK_UNIT)
			continue;
		for (int line = block->first; line <= block->last; line++) {
			const ys_line *text = &g_array_index(c->input->lines, ys_line, line - 1);

			if (ys_line_is_row(text) || !has_amounts_only(text))
				continue;
			first = n++ ? first : (guint)line;
		}
	}
	if (n >= LOST_LINES_MIN)
		g_ptr_array_add(losses, ys_warning_new("columns-lost", (int)first, "%u lines of amounts, from here on, are in "
						       "no table: their columns are lost in this text; index the file it was "
						       "made of, or text with tabs between the cells", n));
}

static void find_no_table(const ys_remark_context *c, GPtrArray *losses)
{
	int line;
	guint lost = ys_lost_tables(c->input, c->outline, &line);

	if (lost)
		g_ptr_array_add(losses, ys_warning_new("columns-lost", line, "%u tables are announced, none was recognised: "
						       "their columns are lost in this text; index the file it was made "
						       "of, or text with tabs between the cells", lost));
	else
		g_ptr_array_add(losses, ys_warning_new("no-tables", 0, "no table was found in it; if they are in another "
						       "file, index that too"));
}

GPtrArray *ys_losses_new(const ys_remark_context *context)
{
	GPtrArray *losses = g_ptr_array_new_with_free_func((GDestroyNotify)ys_warning_free);

	if (!strcmp(context->title->kind, "其他"))
		return losses;
	if (!context->grids->len) {
		find_no_table(context, losses);
	} else {
		find_lost_tables(context, losses);
		find_lost_columns(context, losses);
	}
	return losses;
}

static int by_line(gconstpointer a, gconstpointer b)
{
	const ys_warning *left = *(ys_warning *const *)a, *right = *(ys_warning *const *)b;

	return left->line != right->line ? (left->line > right->line ? 1 : -1)
					 : strcmp(left->code, right->code);
}

GPtrArray *ys_remarks_new(const ys_remark_context *context)
{
	GPtrArray *remarks = g_ptr_array_new_with_free_func((GDestroyNotify)ys_warning_free);

	remark_tables(context, remarks);
	remark_years(context, remarks);
	remark_left_overs(context, remarks);
	remark_names(context, remarks);
	ys_remark_codes(context, remarks);
	ys_remark_copied(context, remarks);
	g_ptr_array_sort(remarks, by_line);
	return remarks;
}

/* Differences of sums are checks, and listed there. */
static void take_warning(GPtrArray *all, GHashTable *seen, ys_warning *warning)
{
	char *key;

	if (!strcmp(warning->code, "total-differs"))
		return;
	key = g_strdup_printf("%d %s %s", warning->line, warning->code, warning->message);
	if (g_hash_table_add(seen, key))
		g_ptr_array_add(all, warning);
}

GPtrArray *ys_remarks_with_warnings(const GPtrArray *remarks, const GPtrArray *records)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GPtrArray *all = g_ptr_array_new();

	for (guint i = 0; i < remarks->len; i++)
		take_warning(all, seen, g_ptr_array_index(remarks, i));
	for (guint i = 0; i < records->len; i++) {
		const ys_record *record = g_ptr_array_index(records, i);

		if (record->type != YS_PUBLICATION && record->type != YS_TABLE)
			continue;
		for (guint w = 0; w < record->warnings->len; w++)
			take_warning(all, seen, g_ptr_array_index(record->warnings, w));
	}
	g_ptr_array_sort(all, by_line);
	return all;
}
