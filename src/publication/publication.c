#include "src/publication/publication.h"

#include <string.h>

#include "src/error.h"
#include "src/publication/bodies.h"
#include "src/publication/clean.h"
#include "src/publication/project.h"
#include "src/publication/reconcile.h"
#include "src/publication/title.h"
#include "src/text/key.h"

/* How much of the text may settle an ambiguous region; the beginning says who speaks. */
#define HINT_MAX 65536

/* All that is known while records are made. */
typedef struct {
	const char *path;
	ys_input *input;
	ys_outline *outline;
	ys_title *title;
	GPtrArray *tables;
	gint64 unit;            /* fen, where a table prints none */
	ys_publication *publication;
} reader;

static void reader_clear(reader *r)
{
	g_clear_pointer(&r->input, ys_input_free);
	g_clear_pointer(&r->outline, ys_outline_free);
	g_clear_pointer(&r->title, ys_title_free);
	g_clear_pointer(&r->tables, g_ptr_array_unref);
	g_clear_pointer(&r->publication, ys_publication_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(reader, reader_clear)

static ys_title *parse_title(const reader *r)
{
	gsize len = MIN(strlen(r->input->text), HINT_MAX);
	const char *end = r->input->text + len;
	g_autofree char *hint = NULL;

	while (end > r->input->text && (*end & 0xc0) == 0x80)
		end--;
	hint = g_strndup(r->input->text, end - r->input->text);
	return ys_title_parse(r->outline->title, hint);
}

/* The unit most tables print; 万元 if none does (DOMAIN section 6). */
static gint64 usual_unit(const GPtrArray *tables)
{
	guint yuan = 0, wan = 0;

	for (guint i = 0; i < tables->len; i++) {
		const ys_table *table = g_ptr_array_index(tables, i);

		yuan += table->unit == YS_YUAN;
		wan += table->unit == YS_WAN;
	}
	return yuan > wan ? YS_YUAN : YS_WAN;
}

/* The base name of a path; bytes that are not UTF-8 as URI escapes, for an identity is text. */
static char *name_of_path(const char *path)
{
	g_autofree char *name = g_path_get_basename(path);

	return g_utf8_validate(name, -1, NULL) ? g_steal_pointer(&name)
					       : g_uri_escape_bytes((const guint8 *)name, strlen(name), " ");
}

static char *identity_of(const reader *r)
{
	const ys_title *t = r->title;
	g_autofree char *department = t->department ? ys_name_key(t->department) : name_of_path(r->path);

	return g_strdup_printf("%s|%s|%d|%s|%s|%s", t->region.code ? t->region.code : "", department, t->year,
			       t->kind, t->level ? t->level : "", t->scope ? t->scope : "");
}

static ys_record *add_record(reader *r, ys_record *record)
{
	const ys_title *t = r->title;

	g_free(record->department);
	record->department = g_strdup(t->department);
	record->region = t->region;
	record->year = t->year;
	record->kind = g_strdup(t->kind);
	record->level = g_strdup(t->level);
	record->scope = g_strdup(t->scope);
	if (t->alias)
		g_ptr_array_add(record->aliases, g_strdup(t->alias));
	g_ptr_array_add(r->publication->records, record);
	return record;
}

static void warn(ys_record *record, ys_warning *warning)
{
	g_ptr_array_add(record->warnings, warning);
}

static void add_title_warnings(const reader *r, ys_record *record)
{
	const ys_title *t = r->title;

	if (!t->department)
		warn(record, ys_warning_new("department-unknown", 1, "the title names no department"));
	if (!t->year)
		warn(record, ys_warning_new("year-unknown", 1, "the title names no year"));
	if (t->region_status == YS_REGION_AMBIGUOUS)
		warn(record, ys_warning_new("region-ambiguous", 1, "several regions have this name: %s", t->candidates));
	else if (t->region_status == YS_REGION_NONE)
		warn(record, ys_warning_new("region-unresolved", 1, "no known region is named in the title"));
}

static void add_publication(reader *r, const GPtrArray *units)
{
	ys_record *record = add_record(r, ys_record_new(YS_PUBLICATION));

	record->title = g_strdup(r->title->text);
	record->id = ys_record_id(YS_PUBLICATION, r->publication->identity, NULL);
	record->source = ys_source_new(r->path, NULL);
	ys_source_add_line(record->source, 1);
	g_array_index(record->source->lines, ys_lines, 0).last = r->input->lines->len;
	for (guint i = 0; i < units->len; i++)
		g_ptr_array_add(record->subordinate_units, g_strdup(g_ptr_array_index(units, i)));
	for (guint i = 0; i < r->input->warnings->len; i++)
		warn(record, ys_warning_copy(g_ptr_array_index(r->input->warnings, i)));
	add_title_warnings(r, record);
	ys_figures(r->tables, r->unit, record);
}

static void add_department(reader *r, const GPtrArray *units)
{
	ys_record *record;

	if (!r->title->department)
		return;
	record = add_record(r, ys_record_new(YS_DEPARTMENT));
	record->title = g_strdup(r->title->department);
	record->id = ys_record_id(YS_DEPARTMENT, r->title->region.code ? r->title->region.code : "",
				  r->title->department, NULL);
	for (guint i = 0; i < units->len; i++)
		g_ptr_array_add(record->subordinate_units, g_strdup(g_ptr_array_index(units, i)));
	record->source = ys_source_new(r->path, NULL);
	ys_source_add_line(record->source, 1);
}

/* Rows of equal name are told apart by their number among them. */
static char *row_id(GHashTable *seen, ys_record_type type, const char *identity, const char *title)
{
	g_autofree char *key = title ? ys_name_key(title) : g_strdup("");
	g_autofree char *number = NULL;
	guint n;

	n = GPOINTER_TO_UINT(g_hash_table_lookup(seen, key)) + 1;
	number = g_strdup_printf("%u", n);
	g_hash_table_insert(seen, g_strdup(key), GUINT_TO_POINTER(n));
	return ys_record_id(type, identity, key, number, NULL);
}

static void add_sections(reader *r)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GString) text = g_string_new(NULL);
	ys_record *open = NULL;

	for (guint i = 0; i <= r->outline->blocks->len; i++) {
		const ys_block *block = i < r->outline->blocks->len ? g_ptr_array_index(r->outline->blocks, i) : NULL;

		if (open && (!block || block->kind == YS_BLOCK_HEADING)) {
			open->text = g_strdup(text->str);
			g_string_truncate(text, 0);
		}
		if (block && block->kind == YS_BLOCK_HEADING) {
			open = add_record(r, ys_record_new(YS_SECTION));
			open->title = g_strdup(block->text);
			open->id = row_id(seen, YS_SECTION, r->publication->identity, block->text);
			open->source = ys_source_new(r->path, NULL);
			ys_source_add_line(open->source, block->first);
		} else if (block && open && block->kind == YS_BLOCK_PARAGRAPH) {
			g_string_append_printf(text, "%s%s", text->len ? "\n" : "", block->text);
			for (int line = block->first; line <= block->last; line++)
				ys_source_add_line(open->source, line);
		}
	}
}

static void add_tables(reader *r)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < r->tables->len; i++) {
		const ys_table *table = g_ptr_array_index(r->tables, i);
		ys_record *record = add_record(r, ys_record_new(YS_TABLE));

		record->title = g_strdup(table->title);
		record->id = row_id(seen, YS_TABLE, r->publication->identity, table->title);
		record->canonical = g_strdup(table->canonical);
		record->unit_text = g_strdup(table->unit_text);
		record->declared_total = table->reconciliation.declared;
		record->reconciliation = table->reconciliation;
		record->n_rows = table->rows->len;
		for (guint c = 0; c < table->columns->len; c++)
			g_ptr_array_add(record->columns,
					g_strdup(((ys_column *)g_ptr_array_index(table->columns, c))->name));
		for (guint k = 0; k < table->rows->len; k++) {
			const ys_row *row = g_ptr_array_index(table->rows, k);
			GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);

			for (guint c = 0; c < table->columns->len; c++)
				g_ptr_array_add(cells, g_strdup(ys_row_cell(row, c)));
			g_ptr_array_add(record->rows, cells);
		}
		record->source = ys_source_new(r->path, table->title);
		ys_source_add_line(record->source, table->first_line);
		g_array_index(record->source->lines, ys_lines, 0).last = table->last_line;
		for (guint w = 0; w < table->warnings->len; w++)
			warn(record, ys_warning_copy(g_ptr_array_index(table->warnings, w)));
	}
}

static void add_projects(reader *r, const GPtrArray *units)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	ys_project_context context = { r->path, r->title->department, bodies, r->unit };
	g_autoptr(GPtrArray) projects = NULL;

	if (r->title->department)
		g_hash_table_add(bodies, ys_name_key(r->title->department));
	for (guint i = 0; i < units->len; i++)
		g_hash_table_add(bodies, ys_name_key(g_ptr_array_index(units, i)));
	projects = ys_projects_new(r->tables, &context);
	for (guint i = 0; i < projects->len; i++) {
		ys_record *project = g_steal_pointer(&projects->pdata[i]);

		project->id = row_id(seen, YS_PROJECT, r->publication->identity, project->title);
		add_record(r, project);
	}
	g_ptr_array_set_free_func(projects, NULL);
}

/* A title of a budget or final account, or a table that only those have, makes text a
 * publication. */
static gboolean check_publication(const reader *r, GError **error)
{
	if (strcmp(r->title->kind, "其他") || (r->title->year && r->title->department))
		return TRUE;
	for (guint i = 0; i < r->tables->len; i++)
		if (((ys_table *)g_ptr_array_index(r->tables, i))->canonical)
			return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
		    "no publication: the first lines are no title of a budget or final account, "
		    "and there is no table of one");
	return FALSE;
}

ys_publication *ys_publication_new(const char *path, const char *data, gsize len, GError **error)
{
	g_auto(reader) r = { .path = path };
	g_autoptr(GPtrArray) units = NULL;

	r.input = ys_input_new(data, len, error);
	if (!r.input)
		return NULL;
	r.outline = ys_outline_new(r.input);
	r.title = parse_title(&r);
	r.tables = ys_tables_new(r.input, r.outline);
	if (!check_publication(&r, error))
		return NULL;
	r.unit = usual_unit(r.tables);
	r.publication = g_new0(ys_publication, 1);
	r.publication->records = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	r.publication->identity = identity_of(&r);
	units = ys_subordinate_units(r.outline, r.tables, r.title->department);
	add_publication(&r, units);
	add_department(&r, units);
	add_sections(&r);
	add_projects(&r, units);
	for (guint i = 0; i < r.tables->len; i++)
		ys_reconcile(g_ptr_array_index(r.tables, i), r.unit);
	add_tables(&r);
	return g_steal_pointer(&r.publication);
}

void ys_publication_free(ys_publication *publication)
{
	if (!publication)
		return;
	g_free(publication->identity);
	g_ptr_array_unref(publication->records);
	g_free(publication);
}

ys_record *ys_publication_record(const ys_publication *publication)
{
	return g_ptr_array_index(publication->records, 0);
}
