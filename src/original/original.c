#include "src/original/original.h"

#include <string.h>

static void cell_free(ys_original_cell *cell)
{
	g_free(cell->text);
	g_free(cell);
}

static void row_free(ys_original_row *row)
{
	g_ptr_array_unref(row->cells);
	g_free(row);
}

static void table_free(ys_original_table *table)
{
	if (!table)
		return;
	g_ptr_array_unref(table->rows);
	g_free(table);
}

static void element_free(ys_element *element)
{
	g_free(element->text);
	table_free(element->table);
	g_free(element);
}

static void remark_free(ys_original_remark *remark)
{
	g_free(remark->message);
	g_free(remark);
}

ys_original *ys_original_new(const char *format)
{
	ys_original *original = g_new0(ys_original, 1);

	original->format = format;
	original->elements = g_ptr_array_new_with_free_func((GDestroyNotify)element_free);
	original->members = g_ptr_array_new_with_free_func((GDestroyNotify)ys_original_free);
	original->remarks = g_ptr_array_new_with_free_func((GDestroyNotify)remark_free);
	original->names = g_string_chunk_new(256);
	return original;
}

void ys_original_free(ys_original *original)
{
	if (!original)
		return;
	g_ptr_array_unref(original->elements);
	g_ptr_array_unref(original->members);
	g_ptr_array_unref(original->remarks);
	g_free(original->title);
	g_free(original->publisher);
	g_free(original->published);
	g_string_chunk_free(original->names);
	g_free(original);
}

const char *ys_original_name(ys_original *original, const char *name)
{
	return g_string_chunk_insert_const(original->names, name);
}

static gboolean is_blank(gunichar c)
{
	return g_unichar_isspace(c) || g_unichar_iszerowidth(c);
}

/* Without the blanks at its two ends, those of full width and those that never break a line included. */
static void strip(GString *text)
{
	const char *first = text->str, *end = text->str + text->len;

	while (*first && is_blank(g_utf8_get_char(first)))
		first = g_utf8_next_char(first);
	while (end > first && is_blank(g_utf8_get_char(g_utf8_prev_char(end))))
		end = g_utf8_prev_char(end);
	g_string_truncate(text, end - text->str);
	g_string_erase(text, 0, first - text->str);
}

/* Control characters mean something to terminals and nothing to a reader; a tab borders cells later. */
static char *text_of(const char *text)
{
	GString *out = g_string_new(NULL);
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == '\n')
			g_string_append_c(out, '\n');
		else if (g_unichar_iscntrl(c))
			g_string_append_c(out, ' ');
		else
			g_string_append_unichar(out, c);
	}
	strip(out);
	return g_string_free(out, FALSE);
}

static ys_element *add(ys_original *original, ys_element_kind kind, ys_spot spot)
{
	ys_element *element = g_new0(ys_element, 1);

	element->kind = kind;
	element->spot = spot;
	g_ptr_array_add(original->elements, element);
	return element;
}

void ys_original_add_text(ys_original *original, ys_spot spot, const char *text, int level)
{
	g_autofree char *clean = text_of(text);
	ys_element *element;

	if (!*clean)
		return;
	element = add(original, YS_ELEMENT_TEXT, spot);
	element->text = g_steal_pointer(&clean);
	element->level = level;
}

static gboolean has_text(const ys_original_table *table)
{
	for (guint r = 0; r < table->rows->len; r++) {
		const GPtrArray *cells = ((ys_original_row *)g_ptr_array_index(table->rows, r))->cells;

		for (guint c = 0; c < cells->len; c++)
			if (*((ys_original_cell *)g_ptr_array_index(cells, c))->text)
				return TRUE;
	}
	return FALSE;
}

void ys_original_add_table(ys_original *original, ys_spot spot, ys_original_table *table)
{
	if (has_text(table))
		add(original, YS_ELEMENT_TABLE, spot)->table = table;
	else
		table_free(table);
}

void ys_original_add_page_end(ys_original *original, ys_spot spot)
{
	add(original, YS_ELEMENT_PAGE_END, spot);
}

void ys_original_add_remark(ys_original *original, const char *code, ys_spot spot, const char *format, ...)
{
	ys_original_remark *remark = g_new0(ys_original_remark, 1);
	va_list args;

	va_start(args, format);
	remark->code = code;
	remark->spot = spot;
	remark->message = g_strdup_vprintf(format, args);
	va_end(args);
	g_ptr_array_add(original->remarks, remark);
}

ys_original_table *ys_original_table_new(void)
{
	ys_original_table *table = g_new0(ys_original_table, 1);

	table->rows = g_ptr_array_new_with_free_func((GDestroyNotify)row_free);
	return table;
}

ys_original_row *ys_original_table_add_row(ys_original_table *table, ys_spot spot)
{
	ys_original_row *row = g_new0(ys_original_row, 1);

	row->cells = g_ptr_array_new_with_free_func((GDestroyNotify)cell_free);
	row->spot = spot;
	g_ptr_array_add(table->rows, row);
	return row;
}

ys_original_cell *ys_original_row_add_cell(ys_original_table *table, ys_original_row *row, guint column, guint width,
					   guint height, const char *text)
{
	ys_original_cell *cell = g_new0(ys_original_cell, 1);

	cell->text = text_of(text);
	cell->column = column;
	cell->width = MAX(width, 1);
	cell->height = MAX(height, 1);
	table->n_columns = MAX(table->n_columns, column + cell->width);
	g_ptr_array_add(row->cells, cell);
	return cell;
}

/* ---- for people ---- */

static void dump_spot(GString *out, const ys_spot *spot)
{
	if (spot->part)
		g_string_append_printf(out, " part=%s", spot->part);
	if (spot->sheet)
		g_string_append_printf(out, " sheet=%s", spot->sheet);
	if (spot->page)
		g_string_append_printf(out, " page=%d", spot->page);
	if (spot->row)
		g_string_append_printf(out, " row=%d", spot->row);
}

static void dump_text(GString *out, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_autofree char *joined = g_strjoinv(" ¶ ", lines);

	g_string_append(out, joined);
}

static void dump_row(GString *out, const ys_original_row *row)
{
	g_string_append_printf(out, "  %s%s|", row->head ? "head " : "", row->begins_page ? "page " : "");
	for (guint c = 0; c < row->cells->len; c++) {
		const ys_original_cell *cell = g_ptr_array_index(row->cells, c);

		g_string_append_printf(out, " %u", cell->column);
		if (cell->width > 1 || cell->height > 1)
			g_string_append_printf(out, "[%ux%u]", cell->width, cell->height);
		g_string_append(out, cell->full ? "+:" : ":");
		dump_text(out, cell->text);
		g_string_append(out, " |");
	}
	g_string_append_c(out, '\n');
}

static void dump_element(GString *out, const ys_element *element)
{
	static const char *const kinds[] = { "text", "table", "page end" };

	g_string_append(out, kinds[element->kind]);
	if (element->level)
		g_string_append_printf(out, " level=%d", element->level);
	dump_spot(out, &element->spot);
	if (element->text) {
		g_string_append(out, ": ");
		dump_text(out, element->text);
	}
	g_string_append_c(out, '\n');
	for (guint r = 0; element->table && r < element->table->rows->len; r++)
		dump_row(out, g_ptr_array_index(element->table->rows, r));
}

char *ys_original_dump(const ys_original *original)
{
	GString *out = g_string_new(NULL);

	g_string_append_printf(out, "format %s", original->format);
	if (original->n_pages)
		g_string_append_printf(out, " pages=%u", original->n_pages);
	g_string_append_c(out, '\n');
	if (original->title)
		g_string_append_printf(out, "title %s\n", original->title);
	if (original->publisher)
		g_string_append_printf(out, "publisher %s\n", original->publisher);
	if (original->published)
		g_string_append_printf(out, "published %s\n", original->published);
	for (guint i = 0; i < original->remarks->len; i++) {
		const ys_original_remark *remark = g_ptr_array_index(original->remarks, i);

		g_string_append_printf(out, "remark %s", remark->code);
		dump_spot(out, &remark->spot);
		g_string_append_printf(out, ": %s\n", remark->message);
	}
	for (guint i = 0; i < original->elements->len; i++)
		dump_element(out, g_ptr_array_index(original->elements, i));
	for (guint i = 0; i < original->members->len; i++) {
		g_autofree char *member = ys_original_dump(g_ptr_array_index(original->members, i));

		g_string_append(out, member);
	}
	return g_string_free(out, FALSE);
}
