#include "src/publication/budget/collect.h"

#include <string.h>

#include "src/publication/words/numbering.h"

/* What one table, or prose, says of one measure. */
typedef struct {
	const char *measure;
	const ys_table *table;          /* NULL: prose */
	ys_source *source;
	ys_amount first, rest, step;    /* step: one of the last printed place */
	guint n;                        /* amounts */
	int line;                       /* of the first */
} saying;

struct ys_entry {
	ys_record *record;
	GArray *sayings;
};

struct ys_collector {
	const char *path;
	GHashTable *known;              /* classification|key -> ys_entry */
	GPtrArray *entries;
};

static void entry_free(ys_entry *entry)
{
	g_clear_pointer(&entry->record, ys_record_free);
	g_array_unref(entry->sayings);
	g_free(entry);
}

ys_collector *ys_collector_new(const char *path)
{
	ys_collector *c = g_new0(ys_collector, 1);

	c->path = path;
	c->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	c->entries = g_ptr_array_new_with_free_func((GDestroyNotify)entry_free);
	return c;
}

ys_entry *ys_collect(ys_collector *c, const char *classification, const char *key, const char *code, const char *title,
		     const char *above)
{
	g_autofree char *name = g_strdup_printf("%s|%s|%s", classification, key, above ? above : "");
	ys_entry *entry = g_hash_table_lookup(c->known, name);

	if (entry)
		return entry;
	entry = g_new0(ys_entry, 1);
	entry->sayings = g_array_new(FALSE, FALSE, sizeof(saying));
	entry->record = ys_record_new(YS_LINE);
	entry->record->classification = g_strdup(classification);
	entry->record->code = g_strdup(code);
	entry->record->title = g_strdup(ys_behind_marks(title));
	if (above)
		g_ptr_array_add(entry->record->path, g_strdup(above));
	g_hash_table_insert(c->known, g_steal_pointer(&name), entry);
	g_ptr_array_add(c->entries, entry);
	return entry;
}

void ys_collect_below(ys_entry *entry, const char *above)
{
	GPtrArray *path = entry->record->path;

	if (!g_ptr_array_find_with_equal_func(path, above, g_str_equal, NULL))
		g_ptr_array_add(path, g_strdup(above));
}

/* ---- amounts ---- */

/* Where the entry stands in this table, or in prose, as one of the places of its record. */
static ys_source *source_in(ys_collector *c, ys_entry *entry, const ys_table *table)
{
	ys_source *source;

	for (guint i = entry->sayings->len; i > 0; i--) {
		const saying *s = &g_array_index(entry->sayings, saying, i - 1);

		if (s->table == table)
			return s->source;
	}
	source = ys_source_new(c->path, table ? table->title : NULL);
	if (entry->record->source)
		g_ptr_array_add(entry->record->also, source);
	else
		entry->record->source = source;
	return source;
}

static saying *saying_of(ys_collector *c, ys_entry *entry, const char *measure, const ys_table *table)
{
	saying one = { .measure = measure, .table = table };

	for (guint i = 0; i < entry->sayings->len; i++) {
		saying *s = &g_array_index(entry->sayings, saying, i);

		if (s->table == table && !strcmp(s->measure, measure))
			return s;
	}
	one.source = source_in(c, entry, table);
	g_array_append_val(entry->sayings, one);
	return &g_array_index(entry->sayings, saying, entry->sayings->len - 1);
}

static void add_to(saying *s, ys_amount amount, ys_amount step, int line)
{
	if (!s->n++)
		*s = (saying){ s->measure, s->table, s->source, amount, 0, step, 1, line };
	else if (__builtin_add_overflow(s->rest, amount, &s->rest))
		s->rest = 0;
}

void ys_collect_cell(ys_collector *c, ys_entry *entry, const char *measure, const ys_grid *grid, guint row,
		     guint column)
{
	const GArray *lines = ys_grid_row(grid, row)->lines;
	ys_amount amount = ys_grid_amount(grid, row, column);
	saying *s;

	if (amount == YS_AMOUNT_NONE)
		return;
	s = saying_of(c, entry, measure, grid->table);
	add_to(s, amount, grid->half_step * 2, ys_grid_line(grid, row));
	for (guint i = 0; i < lines->len; i++)
		ys_source_add_line(s->source, g_array_index(lines, int, i));
}

void ys_collect_said(ys_collector *c, ys_entry *entry, const char *measure, ys_amount amount, ys_amount place, int line)
{
	saying *s;

	if (amount == YS_AMOUNT_NONE)
		return;
	s = saying_of(c, entry, measure, NULL);
	if (s->n)
		return;
	add_to(s, amount, place, line);
	ys_source_add_line(s->source, line);
}

/* ---- the record ---- */

/* Units first, or their sum before them. */
static ys_amount amount_of(const saying *s)
{
	ys_amount sum;

	if (s->n > 1 && s->first == s->rest)
		return s->first;
	return __builtin_add_overflow(s->first, s->rest, &sum) ? s->first : sum;
}

static const ys_measured *measured_as(const ys_record *line, const char *measure)
{
	for (guint i = 0; i < line->amounts->len; i++) {
		const ys_measured *measured = g_ptr_array_index(line->amounts, i);

		if (!strcmp(measured->measure, measure))
			return measured;
	}
	return NULL;
}

static void warn_of(ys_record *line, const saying *s, const ys_measured *first)
{
	g_autoptr(GString) here = g_string_new(NULL), there = g_string_new(NULL);

	ys_amount_append_wan(here, amount_of(s));
	ys_amount_append_wan(there, first->amount);
	g_ptr_array_add(line->warnings, ys_warning_new("line-differs", s->line, "%s is %s here and %s in %s",
						       s->measure, here->str, there->str,
						       first->place->table ? first->place->table : "the text"));
}

/* Each table is rounded by itself: one unit of the last printed place is no other amount. */
static void take_saying(ys_record *line, const saying *s)
{
	const ys_measured *first = measured_as(line, s->measure);
	ys_amount amount = amount_of(s);

	if (!first)
		g_ptr_array_add(line->amounts, ys_measured_new(s->measure, amount, s->source));
	else if (ys_amount_distance(amount, first->amount) > (guint64)s->step * (s->n + 1))
		warn_of(line, s, first);
}

/* What a line is worth in one number: what it says of all, else the largest of the parts that it tells, for what
 * no table adds up is not added up here; last what is no expenditure of this year. */
static ys_amount widest(const ys_record *line)
{
	static const char *const order[][4] = {
		{ "total" }, { "executed" }, { "budget" }, { "appropriation" }, { "general_public", "government_fund", "state_capital" },
		{ "basic", "project" }, { "general_public_basic", "general_public_project" }, { "income" }, { "last_year" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
		ys_amount largest = YS_AMOUNT_NONE;

		for (const char *const *measure = order[i]; *measure; measure++) {
			const ys_measured *measured = measured_as(line, *measure);

			if (measured && (largest == YS_AMOUNT_NONE || measured->amount > largest))
				largest = measured->amount;
		}
		if (largest != YS_AMOUNT_NONE)
			return largest;
	}
	return YS_AMOUNT_NONE;
}

GPtrArray *ys_collector_end(ys_collector *c)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);

	for (guint i = 0; i < c->entries->len; i++) {
		ys_entry *entry = g_ptr_array_index(c->entries, i);

		for (guint k = 0; k < entry->sayings->len; k++)
			take_saying(entry->record, &g_array_index(entry->sayings, saying, k));
		entry->record->amount = widest(entry->record);
		if (entry->record->amounts->len)
			g_ptr_array_add(lines, g_steal_pointer(&entry->record));
	}
	g_ptr_array_unref(c->entries);
	g_hash_table_unref(c->known);
	g_free(c);
	return lines;
}
