#include "src/publication/budget/coded.h"

#include <string.h>

#include "src/codes.h"
#include "src/publication/tables/code_section.h"

/* What the first digit of a code says. */
static const char *classification_of(const char *digits)
{
	return *digits == '2' ? "function" : *digits == '3' ? "economic" : "economic_gov";
}

typedef struct {
	ys_collector *collector;
	const ys_grid *grid;
	const GArray *sections;
	guint begin, end;       /* sections with the same money */
	const char **measures[2];       /* by functions, by purposes */
} reader;

static const ys_code_section *section_at(const reader *r, guint i)
{
	return &g_array_index(r->sections, ys_code_section, i);
}

/* The section whose code is the row's own: the department's purpose before the government's.  NULL if there is
 * none, or the row is a crossing of a function with a purpose. */
static const ys_code_section *section_of_row(const reader *r, guint row, const char **digits, guint *length)
{
	const ys_code_section *found = NULL;

	for (guint i = r->begin; i < r->end; i++) {
		const char *here;
		guint n = ys_code_length(ys_row_cell(ys_grid_row(r->grid, row), section_at(r, i)->code), &here);

		if (!n)
			continue;
		if (found && (*here == '2') != (**digits == '2'))
			return NULL;
		if (found && *here != '3')
			continue;
		found = section_at(r, i);
		*digits = here;
		*length = n;
	}
	return found;
}

/* Behind the code in its cell, else in the next cell with text. */
static const char *name_in(const reader *r, guint row, const ys_code_section *s, const char *behind)
{
	const ys_row *cells = ys_grid_row(r->grid, row);

	if (g_str_has_prefix(behind, "】"))
		behind += strlen("】");
	while (*behind == ']' || *behind == ' ')
		behind++;
	if (*behind)
		return behind;
	for (guint c = s->code + 1; c < s->names_end && r->grid->holds[c] != YS_CELLS_MONEY; c++) {
		const char *cell = ys_row_cell(cells, c);

		if (*cell && !g_ascii_isdigit(*cell))
			return cell;
	}
	return NULL;
}

static void take_row(const reader *r, guint row)
{
	const char *digits, *name;
	guint length;
	const ys_code_section *s = section_of_row(r, row, &digits, &length);
	g_autofree char *code = NULL;
	const char **measures;
	ys_entry *entry = NULL;

	if (!s)
		return;
	code = g_strndup(digits, length);
	name = name_in(r, row, s, digits + length);
	if (!name)
		name = ys_code_name(code);
	measures = r->measures[*code != '2'];
	for (guint i = 0; i < s->n; i++) {
		if (!measures[i])
			continue;
		if (!entry)
			entry = ys_collect(r->collector, classification_of(code), code, code, name ? name : code, NULL);
		ys_collect_cell(r->collector, entry, measures[i], r->grid, row, ys_grid_money(r->grid, s->first + i));
	}
}

void ys_collect_coded(ys_collector *collector, const ys_grid *grid, const ys_measure_context *context)
{
	g_autoptr(GArray) sections = ys_code_sections(grid);
	reader r = { .collector = collector, .grid = grid, .sections = sections };

	if (grid->width > YS_COLUMNS_MAX)
		return;
	for (; r.begin < sections->len; r.begin = r.end) {
		const ys_code_section *s = section_at(&r, r.begin);

		r.end = r.begin + 1;
		while (r.end < sections->len && section_at(&r, r.end)->first == s->first)
			r.end++;
		r.measures[0] = ys_measures_new(grid, s->first, s->n, FALSE, context);
		r.measures[1] = ys_measures_new(grid, s->first, s->n, TRUE, context);
		for (guint row = 0; row < grid->table->rows->len; row++)
			take_row(&r, row);
		g_free(r.measures[0]);
		g_free(r.measures[1]);
	}
}

/* ---- levels ---- */

static GHashTable *names_of(const GPtrArray *lines)
{
	GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < lines->len; i++) {
		const ys_record *line = g_ptr_array_index(lines, i);

		if (line->code)
			g_hash_table_insert(names, line->code, line->title);
	}
	return names;
}

void ys_coded_fill_paths(const GPtrArray *lines)
{
	g_autoptr(GHashTable) names = names_of(lines);

	for (guint i = 0; i < lines->len; i++) {
		ys_record *line = g_ptr_array_index(lines, i);

		for (gsize n = 3; line->code && n < strlen(line->code); n += 2) {
			g_autofree char *code = g_strndup(line->code, n);
			const char *name = g_hash_table_lookup(names, code);

			if (!name)
				name = ys_code_name(code);
			if (name)
				g_ptr_array_add(line->path, g_strdup(name));
		}
	}
}
