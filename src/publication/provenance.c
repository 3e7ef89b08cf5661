#include "src/publication/provenance.h"

/* What stands on a line: a row of a table, or its head; table 0: prose. */
typedef struct {
	guint table, row;       /* counted from 1; row 0 is the head */
} standing;

static void note_rows(const GPtrArray *rows, guint table, gboolean head, standing *lines, guint n)
{
	for (guint r = 0; r < rows->len; r++) {
		const ys_row *row = g_ptr_array_index(rows, r);

		for (guint i = 0; i < row->lines->len; i++) {
			int line = g_array_index(row->lines, int, i);

			if (line > 0 && (guint)line <= n)
				lines[line] = (standing){ table, head ? 0 : r + 1 };
		}
	}
}

static standing *stand_of_lines(const GPtrArray *tables, guint n)
{
	standing *lines = g_new0(standing, (gsize)n + 1);

	for (guint t = 0; t < tables->len; t++) {
		const ys_table *table = g_ptr_array_index(tables, t);

		note_rows(table->header, t + 1, TRUE, lines, n);
		note_rows(table->rows, t + 1, FALSE, lines, n);
	}
	return lines;
}

static void take_spot(ys_source *source, const ys_spot *spot)
{
	if (!source->part && spot->part)
		source->part = g_strdup(spot->part);
	if (!source->sheet && spot->sheet)
		source->sheet = g_strdup(spot->sheet);
	if (!source->sheet_row)
		source->sheet_row = spot->row;
	if (spot->page && (!source->pages->len ||
			   g_array_index(source->pages, int, source->pages->len - 1) < spot->page))
		g_array_append_val(source->pages, spot->page);
}

static void take_standing(ys_source *source, standing standing)
{
	if (!standing.table || (source->table_no && source->table_no != (int)standing.table))
		return;
	source->table_no = standing.table;
	if (!standing.row)
		return;
	if (!source->rows.first)
		source->rows.first = standing.row;
	source->rows.first = MIN(source->rows.first, (int)standing.row);
	source->rows.last = MAX(source->rows.last, (int)standing.row);
}

/* ---- several files ---- */

/* The first line of a file, and the last, in the input. */
static ys_lines lines_of_file(const ys_input *input, guint file)
{
	const ys_input_file *all = (const ys_input_file *)(const void *)input->files->data;

	/* a blank line parts two files */
	return (ys_lines){ all[file].first,
			   file + 1 < input->files->len ? all[file + 1].first - 2 : (int)input->lines->len };
}

/* Leave out the lines of other files: text that goes on in one is told there. */
static void keep_lines(GArray *lines, ys_lines within)
{
	for (guint i = lines->len; i-- > 0;) {
		ys_lines *range = &g_array_index(lines, ys_lines, i);

		range->first = MAX(range->first, within.first);
		range->last = MIN(range->last, within.last);
		if (range->first > range->last)
			g_array_remove_index(lines, i);
	}
}

static void count_in_file(GArray *lines, int first)
{
	for (guint i = 0; i < lines->len; i++) {
		g_array_index(lines, ys_lines, i).first -= first - 1;
		g_array_index(lines, ys_lines, i).last -= first - 1;
	}
}

/* The line as it is counted in its file; before what is said comes the name of another file than the first. */
static int place_line(const ys_input *input, const ys_provenance_file *files, int line, char **said)
{
	guint file = line > 0 ? ys_input_file_at(input, line) : 0;
	g_autofree char *name = NULL, *shown = NULL, *before = NULL;

	if (!file)
		return line;
	name = g_path_get_basename(files[file].path);
	shown = g_filename_display_name(name);
	before = *said;
	*said = g_strdup_printf("%s: %s", shown, before ? before : "");
	return line - g_array_index(input->files, ys_input_file, file).first + 1;
}

void ys_provenance_warn(const ys_input *input, const ys_provenance_file *files, const GPtrArray *warnings)
{
	for (guint i = 0; i < warnings->len; i++) {
		ys_warning *warning = g_ptr_array_index(warnings, i);

		warning->line = place_line(input, files, warning->line, &warning->message);
	}
}

static void place_rows(const ys_input *input, GArray *rows)
{
	for (guint i = 0; i < rows->len; i++) {
		int *row = &g_array_index(rows, int, i);
		guint file = ys_input_file_at(input, *row);

		*row -= g_array_index(input->files, ys_input_file, file).first - 1;
	}
}

void ys_provenance_check(const ys_input *input, const ys_provenance_file *files, const GPtrArray *checks)
{
	for (guint i = 0; i < checks->len; i++) {
		ys_check *check = g_ptr_array_index(checks, i);

		check->line = place_line(input, files, check->line, &check->subject);
		if (check->rows)
			place_rows(input, check->rows);
	}
}

/* ---- records ---- */

typedef struct {
	const ys_input *input;
	const ys_provenance_file *files;
	const standing *lines;
} filler;

static void set_file(const filler *f, ys_source *source, guint file)
{
	g_free(source->path);
	source->path = g_strdup(f->files[file].path);
	source->format = g_strdup(g_array_index(f->input->files, ys_input_file, file).format);
	source->url = g_strdup(f->files[file].url);
	source->file = (int)file;
}

static void take_lines(const filler *f, ys_source *source, gboolean in_table)
{
	for (guint i = 0; i < source->lines->len; i++) {
		const ys_lines *range = &g_array_index(source->lines, ys_lines, i);

		for (int line = range->first; line <= range->last && (guint)line <= f->input->lines->len; line++) {
			const ys_spot *spot = ys_input_spot(f->input, line);

			if (spot)
				take_spot(source, spot);
			if (in_table)
				take_standing(source, f->lines[line]);
		}
	}
}

static void fill(const filler *f, ys_source *source, gboolean in_table)
{
	guint file = 0;

	if (!source || source->format)
		return;
	if (source->lines->len)
		file = ys_input_file_at(f->input, g_array_index(source->lines, ys_lines, 0).first);
	set_file(f, source, file);
	if (f->input->files->len > 1)
		keep_lines(source->lines, lines_of_file(f->input, file));
	take_lines(f, source, in_table);
	count_in_file(source->lines, g_array_index(f->input->files, ys_input_file, file).first);
}

/* All of the publication is in all of its files. */
static void fill_publication(const filler *f, ys_record *record)
{
	for (guint i = 0; i < f->input->files->len; i++) {
		ys_source *source = i ? ys_source_new(NULL, NULL) : record->source;
		ys_lines whole = lines_of_file(f->input, i);

		if (i)
			g_ptr_array_add(record->also, source);
		set_file(f, source, i);
		g_array_set_size(source->lines, 0);
		g_array_append_val(source->lines, whole);
		count_in_file(source->lines, whole.first);
	}
}

void ys_provenance_fill(GPtrArray *records, const ys_input *input, const GPtrArray *tables,
			const ys_provenance_file *files)
{
	g_autofree standing *lines = stand_of_lines(tables, input->lines->len);
	filler f = { input, files, lines };

	for (guint i = 0; i < records->len; i++) {
		ys_record *record = g_ptr_array_index(records, i);

		ys_provenance_warn(input, files, record->warnings);
		if (record->type == YS_PUBLICATION) {
			fill_publication(&f, record);
			continue;
		}
		if (record->type == YS_DEPARTMENT) {
			set_file(&f, record->source, 0);
			continue;
		}
		fill(&f, record->source, record->type != YS_SECTION);
		for (guint k = 0; k < record->also->len; k++)
			fill(&f, g_ptr_array_index(record->also, k), TRUE);
	}
}

void ys_provenance_give(GPtrArray *records, const char *published)
{
	for (guint i = 0; i < records->len; i++)
		((ys_record *)g_ptr_array_index(records, i))->published = g_strdup(published);
}
