/* The floors in order: ys_publication_read() has each of them do its part on what those below have made,
 * and keeps it all in one reader.  Nothing becomes a record before all numbers are read and compared,
 * for records say what came of it.  That of the publication is the first, as all others name its id;
 * ids are made of the identity and of what a record is called, so that they are the same wherever and
 * in whatever order files are read. */
#include "src/publication/publication.h"

#include <string.h>

#include "src/body_name.h"
#include "src/error.h"
#include "src/publication/accept.h"
#include "src/publication/budget/budget.h"
#include "src/publication/bundle.h"
#include "src/publication/checks/marks.h"
#include "src/publication/checks/reconcile.h"
#include "src/publication/checks/remarks.h"
#include "src/publication/checks/units.h"
#include "src/publication/holds.h"
#include "src/publication/lines/owner.h"
#include "src/publication/projects/mention.h"
#include "src/publication/projects/project.h"
#include "src/publication/projects/purchase.h"
#include "src/publication/projects/self_assessment.h"
#include "src/publication/projects/subordinates.h"
#include "src/publication/own_rows.h"
#include "src/publication/permalink.h"
#include "src/publication/provenance.h"
#include "src/publication/tables/assemble.h"
#include "src/publication/tables/hierarchy.h"
#include "src/publication/title/find.h"
#include "src/publication/words/clean.h"
#include "src/text/key.h"

/* How much of the text may settle an ambiguous region; the beginning says who speaks. */
#define HINT_MAX 65536

/* Cells of a table for each one printed, at most, when its rows are made equally long. */
#define FILLING_MAX 16

/* All that is known while records are made. */
typedef struct {
	const ys_bundle_file *files;
	guint n_files;
	const char *path;       /* of the first, as what is given */
	const ys_given *given;  /* may be NULL */
	ys_input *input;
	ys_outline *outline;
	ys_found_title *found;
	ys_title *title;        /* of found */
	char *owner;            /* the body that the cover names; NULL */
	GPtrArray *tables;
	gint64 unit;            /* fen, where a table prints none */
	ys_prose *prose;
	GPtrArray *grids;       /* of ys_grid, one for each table */
	GArray *reconciliations;        /* of ys_reconciliation, one for each table */
	ys_figure figures[YS_N_FIGURES];        /* of the tables */
	GHashTable *bodies;     /* keys of the department and its units */
	GHashTable *names;      /* and of other names they go by */
	ys_publication *publication;
	ys_permalinks *links;
} reader;

static void reader_clear(reader *r)
{
	g_clear_pointer(&r->input, ys_input_free);
	g_clear_pointer(&r->outline, ys_outline_free);
	g_clear_pointer(&r->found, ys_found_title_free);
	g_clear_pointer(&r->owner, g_free);
	g_clear_pointer(&r->prose, ys_prose_free);
	g_clear_pointer(&r->reconciliations, g_array_unref);
	g_clear_pointer(&r->grids, g_ptr_array_unref);
	g_clear_pointer(&r->tables, g_ptr_array_unref);
	g_clear_pointer(&r->bodies, g_hash_table_unref);
	g_clear_pointer(&r->names, g_hash_table_unref);
	g_clear_pointer(&r->publication, ys_publication_free);
	g_clear_pointer(&r->links, ys_permalinks_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(reader, reader_clear)

static void find_title(reader *r)
{
	const ys_input *front = ys_input_front(r->input);
	gsize len = MIN(strlen(front->text), HINT_MAX);
	const char *end = front->text + len;
	g_autofree char *hint = NULL;

	while (end > front->text && (*end & 0xc0) == 0x80)
		end--;
	hint = g_strndup(front->text, end - front->text);
	r->owner = ys_owner_of_text(front);
	r->found = ys_title_find(front->text, r->owner, hint);
	r->title = r->found->title;
	ys_given_apply(r->given, r->title, hint);
}

/* The unit most tables print; 万元 if none does (doc/domain.md 6). */
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
	g_autofree char *region = ys_region_key(&t->region);

	return g_strdup_printf("%s|%s|%d|%s|%s|%s", region, department, t->year,
			       t->kind, t->level ? t->level : "", t->scope ? t->scope : "");
}

/* Of 教育局表3.xlsx the files beside it may not say whose it is; nor of prose, which says that itself. */
static void note_whether_nameless(reader *r)
{
	ys_publication *p = r->publication;
	g_autofree char *name = name_of_path(r->path);
	g_autoptr(ys_title) said = ys_title_of_file(name);

	p->nameless = r->tables->len && !ys_holds_prose(p->holds) && !ys_title_names_body(r->title) && !ys_title_names_body(said) &&
		      !(r->given && r->given->department);
	p->said_year = r->title->year ? r->title->year : said->year;
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
	/* the publication itself is the first of its records; a department may be in several */
	if (record->type != YS_PUBLICATION && record->type != YS_DEPARTMENT)
		record->publication = g_strdup(((ys_record *)r->publication->records->pdata[0])->id);
	g_ptr_array_add(r->publication->records, record);
	return record;
}

static void warn(ys_record *record, ys_warning *warning)
{
	g_ptr_array_add(record->warnings, warning);
}

/* What people call the department; records of its projects are found by its name without them. */
static void add_short_names(ys_record *record)
{
	g_autoptr(GPtrArray) names = record->department ? ys_body_aliases(record->department, &record->region) : NULL;

	for (guint i = 0; names && i < names->len; i++)
		if (!g_ptr_array_find_with_equal_func(record->aliases, g_ptr_array_index(names, i), g_str_equal, NULL))
			g_ptr_array_add(record->aliases, g_strdup(g_ptr_array_index(names, i)));
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

	add_short_names(record);
	record->title = g_strdup(r->title->text);
	record->id = ys_permalink(r->links, record);
	record->source = ys_source_new(r->path, NULL);
	for (guint i = 0; i < units->len; i++)
		g_ptr_array_add(record->subordinate_units, g_strdup(g_ptr_array_index(units, i)));
	for (guint i = 0; i < r->tables->len; i++) {
		const ys_table *table = g_ptr_array_index(r->tables, i);

		g_ptr_array_add(record->tables, g_strdup(table->title ? table->title : ""));
	}
	for (guint i = 0; i < r->publication->losses->len; i++)
		warn(record, ys_warning_copy(g_ptr_array_index(r->publication->losses, i)));
	add_title_warnings(r, record);
	for (guint i = 0; i < r->publication->remarks->len; i++) {
		const ys_warning *remark = g_ptr_array_index(r->publication->remarks, i);

		if (!strcmp(remark->code, "year-contradicts"))
			warn(record, ys_warning_copy(remark));
	}
	ys_figures_fill(record, r->figures, r->prose);
}

static void add_department(reader *r, const GPtrArray *units)
{
	g_autofree char *region = ys_region_key(&r->title->region);
	ys_record *record;

	if (!r->title->department)
		return;
	record = add_record(r, ys_record_new(YS_DEPARTMENT));
	add_short_names(record);
	record->title = g_strdup(r->title->department);
	record->id = ys_record_id(YS_DEPARTMENT, region, r->title->department, NULL);
	for (guint i = 0; i < units->len; i++)
		g_ptr_array_add(record->subordinate_units, g_strdup(g_ptr_array_index(units, i)));
	record->source = ys_source_new(r->path, NULL);
	ys_source_add_line(record->source, 1);
}

/* Headings are levels 1 to 4. */
#define LEVELS 5

/* The section a heading of this level stands in becomes its parent; above holds the last one
 * of each level. */
static void set_parent(ys_record *section, int level, ys_record *above[LEVELS])
{
	for (int i = level - 1; i > 0 && !section->parent; i--)
		if (above[i]) {
			section->parent = g_strdup(above[i]->id);
			section->parent_title = g_strdup(above[i]->title);
		}
	above[level] = section;
	for (int i = level + 1; i < LEVELS; i++)
		above[i] = NULL;
}

/* What another file begins with is no more of the section. */
static gboolean ends_before(const reader *r, const ys_record *section, const ys_block *block)
{
	int line = g_array_index(section->source->lines, ys_lines, 0).first;

	return ys_input_file_at(r->input, line) != ys_input_file_at(r->input, block->first);
}

static void add_sections(reader *r)
{
	g_autoptr(GString) text = g_string_new(NULL);
	ys_record *open = NULL, *above[LEVELS] = { NULL };

	for (guint i = 0; i <= r->outline->blocks->len; i++) {
		const ys_block *block = i < r->outline->blocks->len ? g_ptr_array_index(r->outline->blocks, i) : NULL;

		if (open && (!block || block->kind == YS_BLOCK_HEADING || ends_before(r, open, block))) {
			open->text = g_strdup(text->str);
			g_string_truncate(text, 0);
			open = NULL;
		}
		if (block && block->kind == YS_BLOCK_HEADING) {
			open = add_record(r, ys_record_new(YS_SECTION));
			open->title = g_strdup(block->text);
			open->id = ys_permalink(r->links, open);
			set_parent(open, block->level, above);
			open->source = ys_source_new(r->path, NULL);
			ys_source_add_line(open->source, block->first);
		} else if (block && open && block->kind == YS_BLOCK_PARAGRAPH) {
			g_string_append_printf(text, "%s%s", text->len ? "\n" : "", block->text);
			for (int line = block->first; line <= block->last; line++)
				ys_source_add_line(open->source, line);
		}
	}
}

/* Short rows are filled up to the number of columns, unless nearly all of the table would be
 * filling: a line of many tabs above many short lines must not take their product. */
static void copy_cells(ys_record *record, const ys_table *table)
{
	gsize printed = 0, width = table->columns->len;

	for (guint i = 0; i < table->rows->len; i++)
		printed += MIN(width, ((ys_row *)g_ptr_array_index(table->rows, i))->cells->len);
	for (guint i = 0; i < table->rows->len; i++) {
		const ys_row *row = g_ptr_array_index(table->rows, i);
		gsize n = width * table->rows->len > FILLING_MAX * (printed + width) ? MIN(width, row->cells->len)
										     : width;
		GPtrArray *cells = ys_cells_new(n);

		for (guint c = 0; c < n; c++) {
			const char *cell = ys_row_cell(row, c);

			ys_cells_add(cells, *cell ? g_strdup(cell) : NULL);
		}
		g_ptr_array_add(record->rows, cells);
	}
}

static void add_tables(reader *r)
{
	for (guint i = 0; i < r->tables->len; i++) {
		const ys_table *table = g_ptr_array_index(r->tables, i);
		ys_record *record = add_record(r, ys_record_new(YS_TABLE));

		record->title = g_strdup(table->title);
		record->id = ys_permalink(r->links, record);
		record->canonical = g_strdup(ys_table_kind_id(table->kind));
		record->unit_text = g_strdup(table->unit_text);
		record->reconciliation = g_array_index(r->reconciliations, ys_reconciliation, i);
		record->declared_total = record->reconciliation.declared;
		record->n_rows = table->rows->len;
		for (guint c = 0; c < table->columns->len; c++)
			g_ptr_array_add(record->columns,
					g_strdup(ys_table_head(table, c)->name));
		copy_cells(record, table);
		for (guint n = 0; n < table->notes->len; n++)
			g_ptr_array_add(record->notes, g_strdup(g_ptr_array_index(table->notes, n)));
		record->source = ys_source_new(r->path, table->title);
		ys_source_add_line(record->source, table->first_line);
		g_array_index(record->source->lines, ys_lines, 0).last = table->last_line;
		for (guint w = 0; w < table->warnings->len; w++)
			warn(record, ys_warning_copy(g_ptr_array_index(table->warnings, w)));
		if (record->reconciliation.status == YS_MISMATCH)
			warn(record, ys_warning_new("total-differs", table->first_line,
						    "the rows do not add up to the total that is printed"));
	}
}

/* Move records of one type to the publication, each with an id of its own. */
static void add_numbered(reader *r, GPtrArray *records)
{
	for (guint i = 0; i < records->len; i++) {
		ys_record *record = g_steal_pointer(&records->pdata[i]);

		record->id = ys_permalink(r->links, record);
		add_record(r, record);
	}
	g_ptr_array_set_free_func(records, NULL);
	g_ptr_array_unref(records);
}

static void add_body(reader *r, const char *name)
{
	g_hash_table_add(r->bodies, ys_name_key(name));
	ys_body_add_names(r->names, name);
}

static void set_bodies(reader *r, const GPtrArray *units)
{
	r->bodies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	r->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (r->title->department)
		add_body(r, r->title->department);
	for (guint i = 0; i < units->len; i++)
		add_body(r, g_ptr_array_index(units, i));
}

static gboolean is_final_account(const reader *r)
{
	return !strcmp(r->title->kind, "决算");
}

/* Read the numbers: of the tables, of the prose. */
static void measure(reader *r)
{
	r->prose = ys_prose_new(r->outline, r->title->year, r->title->kind);
	r->grids = g_ptr_array_new_with_free_func((GDestroyNotify)ys_grid_free);
	for (guint i = 0; i < r->tables->len; i++) {
		ys_grid *grid = ys_grid_new(g_ptr_array_index(r->tables, i), r->unit);

		ys_hierarchy_solve(grid, r->names);
		g_ptr_array_add(r->grids, grid);
	}
	ys_figures_in_tables(r->grids, is_final_account(r), r->figures);
}

static void remark(reader *r)
{
	ys_remark_context context = { r->input, r->outline, r->title, r->grids, r->bodies, r->prose, r->figures };

	r->publication->remarks = ys_remarks_new(&context);
	r->publication->losses = ys_losses_new(&context);
	for (guint i = 0; i < r->input->warnings->len; i++)
		g_ptr_array_add(r->publication->losses, ys_warning_copy(g_ptr_array_index(r->input->warnings, i)));
}

/* What stays the same from year to year; NULL where that would be a guess. */
static char *lasting_identity(const reader *r)
{
	const ys_title *t = r->title;
	g_autofree char *department = t->department ? ys_name_key(t->department) : NULL;
	g_autofree char *region = ys_region_key(&t->region);

	if (!department || !t->year || !strcmp(t->kind, "其他"))
		return NULL;
	return g_strjoin("|", region, department, t->kind, t->level ? t->level : "", t->scope ? t->scope : "", NULL);
}

static void reconcile(reader *r)
{
	g_autofree char *body = lasting_identity(r);
	ys_reconcile_context context = { r->grids, r->figures, r->prose, r->names, is_final_account(r),
					 r->title->year };

	r->publication->checks = ys_reconcile(&context, &r->reconciliations);
	r->publication->years = ys_years_new(&context, r->outline, body);
}

static void add_projects(reader *r)
{
	ys_project_context context = { r->path, r->title->department, r->names, r->unit };
	GPtrArray *projects;

	projects = ys_projects_new(r->grids, r->outline, &context);
	if (!projects->len) {
		g_ptr_array_unref(projects);
		projects = ys_mentions_new(r->outline, r->tables, &context);
	}
	ys_assess(projects, r->outline, r->tables);
	add_numbered(r, projects);
	add_numbered(r, ys_items_new(r->grids, r->publication->records, &context));
}

static void add_lines(reader *r)
{
	ys_budget_context context = { r->path, r->grids, r->figures, r->prose, { is_final_account(r), r->title->year } };
	g_autoptr(GPtrArray) lines = ys_budget_lines_new(&context);

	for (guint i = 0; i < lines->len; i++) {
		ys_record *line = g_steal_pointer(&lines->pdata[i]);

		line->id = ys_permalink(r->links, line);
		add_record(r, line);
	}
}

static gboolean check_lines(const ys_input *input, GError **error)
{
	if (input->lines->len <= YS_PUBLICATION_LINES_MAX)
		return TRUE;
	g_set_error(error, YS_ERROR, YS_ERROR_PUBLICATION,
		    "the file has %u lines, more than the %d of any publication; split it", input->lines->len,
		    YS_PUBLICATION_LINES_MAX);
	return FALSE;
}

/* From here on lines are those of each file. */
static void place_all(reader *r)
{
	g_autofree ys_provenance_file *files = g_new0(ys_provenance_file, r->n_files);
	ys_publication *p = r->publication;

	for (guint i = 0; i < r->n_files; i++)
		files[i] = (ys_provenance_file){ r->files[i].path, r->files[i].given ? r->files[i].given->url : NULL };
	ys_provenance_fill(p->records, r->input, r->tables, files);
	ys_provenance_give(p->records, r->given && r->given->published ? r->given->published : r->input->published);
	ys_provenance_warn(r->input, files, p->losses);
	ys_provenance_warn(r->input, files, p->remarks);
	ys_provenance_check(r->input, files, p->checks);
}

ys_publication *ys_publication_read(const ys_bundle_file *files, guint n, GError **error)
{
	g_auto(reader) r = { .files = files, .n_files = n, .path = files[0].path, .given = files[0].given };
	g_autoptr(GPtrArray) units = NULL;

	if (!(r.input = ys_bundle_read(files, n, error)) || !check_lines(r.input, error))
		return NULL;
	r.outline = ys_outline_new(r.input);
	find_title(&r);
	r.tables = ys_tables_assemble(r.input, r.outline);
	if (!ys_is_publication(r.outline, r.found, r.tables, r.given, error))
		return NULL;
	r.unit = usual_unit(r.tables);
	r.publication = g_new0(ys_publication, 1);
	r.publication->records = g_ptr_array_new_with_free_func((GDestroyNotify)ys_record_free);
	r.publication->identity = identity_of(&r);
	r.links = ys_permalinks_new(r.publication->identity);
	r.publication->holds = ys_holds(r.outline, r.tables);
	note_whether_nameless(&r);
	if (r.owner && ys_wording_is_body(r.owner) && !(r.given && r.given->department))
		r.publication->owner = g_steal_pointer(&r.owner);
	units = ys_subordinate_units(r.outline, r.tables, r.title->department);
	set_bodies(&r, units);
	measure(&r);
	reconcile(&r);
	remark(&r);
	add_publication(&r, units);
	add_department(&r, units);
	add_sections(&r);
	add_projects(&r);
	add_tables(&r);
	add_lines(&r);
	ys_marks_of_rows(r.publication->checks, r.publication->records);
	ys_units_check(r.grids, r.reconciliations, r.prose, r.publication->records);
	ys_own_rows_fill(r.publication->records, r.input, r.grids);
	place_all(&r);
	return g_steal_pointer(&r.publication);
}

void ys_publication_free(ys_publication *publication)
{
	if (!publication)
		return;
	g_free(publication->identity);
	g_free(publication->owner);
	g_free(publication->holds);
	g_ptr_array_unref(publication->records);
	g_clear_pointer(&publication->checks, g_ptr_array_unref);
	g_clear_pointer(&publication->losses, g_ptr_array_unref);
	g_clear_pointer(&publication->years, ys_years_free);
	g_clear_pointer(&publication->remarks, g_ptr_array_unref);
	g_free(publication);
}

ys_record *ys_publication_record(const ys_publication *publication)
{
	return g_ptr_array_index(publication->records, 0);
}
