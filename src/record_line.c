#include "src/record_line.h"

#include <string.h>

#include "src/codes.h"

/* An object of
 *
 *   id title code   as in the record
 *   class   classification, where no code tells it
 *   path    where it is not what the classification calls the levels above the code
 *   at      its places, maps of
 *             n table_no, table its title where n is none
 *             f number of the file, where the publication has several
 *             r [first,last] row of the table, c row of the sheet, part, sheet
 *             l [first,last,...] lines, p [page,...]
 *             a [measure,amount in fen,...], measures as numbers (measures[])
 *   m       the number among all those amounts, from 0, of the one that is the record's
 *   w       warnings, [code,message,line,...]
 *
 * where what is not known, and m of 0, is left out, and one number stands for a list of two that are the same. */

/* A number is part of what is stored: never change one. */
static const char *const measures[] = {
	"total", "basic", "project", "general_public", "general_public_basic", "general_public_project", "income",
	"government_fund", "state_capital", "appropriation", "budget", "executed", "last_year",
};

static const char *const classifications[][2] = {
	{ "2", "function" }, { "3", "economic" }, { "5", "economic_gov" },
};

/* NULL if the code, which may be NULL, does not tell. */
static const char *classification_of(const char *code)
{
	for (gsize i = 0; code && i < G_N_ELEMENTS(classifications); i++)
		if (g_str_has_prefix(code, classifications[i][0]))
			return classifications[i][1];
	return NULL;
}

/* ---- writing ---- */

static void write_text(ys_printer *p, const char *name, const char *text)
{
	if (!text)
		return;
	p->string(p, name, text);
}

static void write_number(ys_printer *p, const char *name, int number)
{
	if (!number)
		return;
	p->integer(p, name, number);
}

static void write_numbers(ys_printer *p, const char *name, const int *numbers, guint n)
{
	if (!n)
		return;
	if (n == 2 && numbers[0] == numbers[1]) {
		p->integer(p, name, numbers[0]);
		return;
	}
	p->begin_list(p, name);
	for (guint i = 0; i < n; i++)
		p->integer(p, NULL, numbers[i]);
	p->end(p);
}

static void write_measure(ys_printer *p, const char *measure)
{
	for (gsize i = 0; i < G_N_ELEMENTS(measures); i++)
		if (!strcmp(measure, measures[i])) {
			p->integer(p, NULL, (gint64)i);
			return;
		}
	p->string(p, NULL, measure);
}

static void write_amounts(ys_printer *p, const ys_record *line, const ys_source *place)
{
	p->begin_list(p, "a");
	for (guint i = 0; i < line->amounts->len; i++) {
		const ys_measured *measured = g_ptr_array_index(line->amounts, i);

		if (measured->place != place)
			continue;
		write_measure(p, measured->measure);
		p->integer(p, NULL, measured->amount);
	}
	p->end(p);
}

static void write_place(ys_printer *p, const ys_record *line, const ys_source *place)
{
	const GArray *lines = place->lines;

	p->begin_map(p, NULL);
	write_number(p, "f", place->file);
	write_number(p, "n", place->table_no);
	write_text(p, "table", place->table_no ? NULL : place->table);
	if (place->rows.first)
		write_numbers(p, "r", (const int[]){ place->rows.first, place->rows.last }, 2);
	write_number(p, "c", place->sheet_row);
	write_text(p, "part", place->part);
	write_text(p, "sheet", place->sheet);
	/* a pair is two numbers, whole in memory */
	write_numbers(p, "l", (const int *)(const void *)lines->data, lines->len * 2);
	write_numbers(p, "p", (const int *)(const void *)place->pages->data, place->pages->len);
	write_amounts(p, line, place);
	p->end(p);
}

static void write_warnings(ys_printer *p, const GPtrArray *warnings)
{
	if (!warnings->len)
		return;
	p->begin_list(p, "w");
	for (guint i = 0; i < warnings->len; i++) {
		const ys_warning *warning = g_ptr_array_index(warnings, i);

		p->string(p, NULL, warning->code);
		p->string(p, NULL, warning->message);
		p->integer(p, NULL, warning->line);
	}
	p->end(p);
}

/* Append what the classification calls the levels above a code. */
static void add_levels(const char *code, GPtrArray *path)
{
	for (gsize n = 3; code && n < strlen(code); n += 2) {
		g_autofree char *above = g_strndup(code, n);

		if (ys_code_name(above))
			g_ptr_array_add(path, g_strdup(ys_code_name(above)));
	}
}

static gboolean is_same_list(const GPtrArray *a, const GPtrArray *b)
{
	for (guint i = 0; i < MIN(a->len, b->len); i++)
		if (strcmp(a->pdata[i], b->pdata[i]))
			return FALSE;
	return a->len == b->len;
}

static void write_path(ys_printer *p, const ys_record *line)
{
	g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func(g_free);

	add_levels(line->code, levels);
	if (is_same_list(line->path, levels))
		return;
	p->begin_list(p, "path");
	for (guint i = 0; i < line->path->len; i++)
		p->string(p, NULL, g_ptr_array_index(line->path, i));
	p->end(p);
}

/* In the order in which they are written. */
static guint number_of_amount(const ys_record *line)
{
	guint number = 0;

	for (guint place = 0; place <= line->also->len; place++) {
		const ys_source *source = place ? g_ptr_array_index(line->also, place - 1) : line->source;

		for (guint i = 0; i < line->amounts->len; i++) {
			const ys_measured *measured = g_ptr_array_index(line->amounts, i);

			if (measured->place != source)
				continue;
			if (measured->amount == line->amount)
				return number;
			number++;
		}
	}
	return 0;
}

void ys_record_line_write(ys_printer *p, const ys_record *line)
{
	write_text(p, "type", ys_record_type_name(line->type));
	write_text(p, "id", line->id);
	write_text(p, "title", line->title);
	write_text(p, "code", line->code);
	if (g_strcmp0(line->classification, classification_of(line->code)))
		write_text(p, "class", line->classification);
	write_path(p, line);
	write_number(p, "m", (int)number_of_amount(line));
	p->begin_list(p, "at");
	if (line->source)
		write_place(p, line, line->source);
	for (guint i = 0; i < line->also->len; i++)
		write_place(p, line, g_ptr_array_index(line->also, i));
	p->end(p);
	write_warnings(p, line->warnings);
}

/* ---- reading ---- */

static const ys_json *first_in(const ys_json *value)
{
	return value && value->kind == YS_JSON_LIST ? value->first : NULL;
}

/* What is not there is not known; what is something else is damaged. */
static gboolean read_text(const ys_json *object, const char *name, char **text)
{
	const ys_json *value = ys_json_member(object, name, NULL);

	*text = value ? g_strdup(value->string) : NULL;
	return !value || value->kind == YS_JSON_STRING;
}

static gboolean is_int(const ys_json *value)
{
	return value && value->kind == YS_JSON_INTEGER && value->integer >= 0 && value->integer <= G_MAXINT;
}

static gboolean read_number(const ys_json *object, const char *name, int *number)
{
	const ys_json *value = ys_json_member(object, name, NULL);

	*number = is_int(value) ? (int)value->integer : 0;
	return !value || is_int(value);
}

/* Numbers into an array whose elements are of so many each. */
static gboolean read_numbers(const ys_json *object, const char *name, guint per, GArray *numbers)
{
	const ys_json *value = ys_json_member(object, name, NULL);
	int one[2];
	guint n = 0;

	if (is_int(value) && per == 2) {
		one[0] = one[1] = (int)value->integer;
		g_array_append_vals(numbers, one, 1);
		return TRUE;
	}
	for (const ys_json *element = first_in(value); element; element = element->next) {
		if (!is_int(element))
			return FALSE;
		one[n++ % per] = (int)element->integer;
		if (n % per == 0)
			g_array_append_vals(numbers, one, 1);
	}
	return n % per == 0 && (!value || value->kind == YS_JSON_LIST);
}

static const char *measure_of(const ys_json *value)
{
	if (value->kind == YS_JSON_INTEGER && value->integer >= 0 && value->integer < (gint64)G_N_ELEMENTS(measures))
		return measures[value->integer];
	return value->kind == YS_JSON_STRING ? value->string : NULL;
}

static gboolean read_amounts(const ys_json *object, const ys_source *place, GPtrArray *amounts)
{
	for (const ys_json *name = first_in(ys_json_member(object, "a", NULL)), *amount; name; name = amount->next) {
		const char *measure = measure_of(name);

		amount = name->next;
		if (!measure || !amount || amount->kind != YS_JSON_INTEGER)
			return FALSE;
		g_ptr_array_add(amounts, ys_measured_new(measure, amount->integer, place));
	}
	return TRUE;
}

static gboolean read_place(const ys_json *object, ys_record *line, ys_source *place)
{
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(ys_lines));

	if (!read_number(object, "f", &place->file) || !read_number(object, "n", &place->table_no) || !read_text(object, "table", &place->table) ||
	    !read_numbers(object, "r", 2, rows) || !read_number(object, "c", &place->sheet_row) ||
	    !read_text(object, "part", &place->part) || !read_text(object, "sheet", &place->sheet) ||
	    !read_numbers(object, "l", 2, place->lines) || !read_numbers(object, "p", 1, place->pages))
		return FALSE;
	if (rows->len)
		place->rows = g_array_index(rows, ys_lines, 0);
	return read_amounts(object, place, line->amounts);
}

static gboolean read_places(const ys_json *value, ys_record *line)
{
	for (const ys_json *object = first_in(value); object; object = object->next) {
		ys_source *place = ys_source_new(NULL, NULL);

		if (line->source)
			g_ptr_array_add(line->also, place);
		else
			line->source = place;
		if (!read_place(object, line, place))
			return FALSE;
	}
	return value && value->kind == YS_JSON_LIST;
}

static gboolean read_path(const ys_json *value, const char *code, GPtrArray *path)
{
	if (!value)
		add_levels(code, path);
	for (const ys_json *name = first_in(value); name; name = name->next) {
		if (name->kind != YS_JSON_STRING)
			return FALSE;
		g_ptr_array_add(path, g_strdup(name->string));
	}
	return TRUE;
}

static gboolean read_warnings(const ys_json *value, GPtrArray *warnings)
{
	const ys_json *message, *line;

	for (const ys_json *code = first_in(value); code; code = line->next) {
		message = code->next;
		line = message ? message->next : NULL;
		if (code->kind != YS_JSON_STRING || !is_int(line) || message->kind != YS_JSON_STRING)
			return FALSE;
		g_ptr_array_add(warnings, ys_warning_new(code->string, (int)line->integer, "%s", message->string));
	}
	return TRUE;
}

gboolean ys_record_line_read(const ys_json *object, ys_record *line)
{
	int m;

	if (!read_text(object, "id", &line->id) || !read_text(object, "title", &line->title) ||
	    !read_text(object, "code", &line->code) || !read_text(object, "class", &line->classification) ||
	    !read_path(ys_json_member(object, "path", NULL), line->code, line->path) ||
	    !read_number(object, "m", &m) || !read_places(ys_json_member(object, "at", NULL), line) ||
	    !read_warnings(ys_json_member(object, "w", NULL), line->warnings))
		return FALSE;
	if (!line->classification)
		line->classification = g_strdup(classification_of(line->code));
	if ((guint)m < line->amounts->len)
		line->amount = ((ys_measured *)g_ptr_array_index(line->amounts, m))->amount;
	return (guint)m < line->amounts->len || !m;
}

/* ---- what its publication says ---- */

static void complete_place(ys_source *place, const ys_record *publication)
{
	const GPtrArray *tables = publication->tables, *also = publication->also;
	const ys_source *file;

	if (!place)
		return;
	file = place->file > 0 && (guint)place->file <= also->len ? g_ptr_array_index(also, place->file - 1)
								  : publication->source;
	if (file) {
		place->path = g_strdup(file->path);
		place->format = g_strdup(file->format);
		place->url = g_strdup(file->url);
	}
	if (place->table_no > 0 && (guint)place->table_no <= tables->len) {
		const char *title = g_ptr_array_index(tables, place->table_no - 1);

		place->table = *title ? g_strdup(title) : NULL;
	}
}

char *ys_record_to_line_head(const ys_record *publication)
{
	g_autoptr(ys_record) unknown = ys_record_new(YS_PUBLICATION);
	ys_record head = *unknown;

	head.id = publication->id;
	head.department = publication->department;
	head.aliases = publication->aliases;
	head.region = publication->region;
	head.year = publication->year;
	head.kind = publication->kind;
	head.published = publication->published;
	head.level = publication->level;
	head.scope = publication->scope;
	head.tables = publication->tables;
	head.source = publication->source;
	head.also = publication->also;
	return ys_record_to_json(&head);
}

void ys_record_complete(ys_record *line, const ys_record *publication)
{
	line->department = g_strdup(publication->department);
	for (guint i = 0; i < publication->aliases->len; i++)
		g_ptr_array_add(line->aliases, g_strdup(g_ptr_array_index(publication->aliases, i)));
	line->region = publication->region;
	line->year = publication->year;
	line->kind = g_strdup(publication->kind);
	line->published = g_strdup(publication->published);
	line->level = g_strdup(publication->level);
	line->scope = g_strdup(publication->scope);
	line->publication = g_strdup(publication->id);
	complete_place(line->source, publication);
	for (guint i = 0; i < line->also->len; i++)
		complete_place(g_ptr_array_index(line->also, i), publication);
}
