#include "src/original/page_table.h"

/* Wider tables are none; a span that is larger ends there. */
#define COLUMNS_MAX 1024
/* Fewer at the right of a table may be meant. */
#define BLANK_COLUMNS 32

/* Columns into which cells of rows above reach, while rows are laid out. */
typedef struct layout {
	guint row, column;
	guint until[COLUMNS_MAX];       /* first row that nothing reaches into */
} layout;

/* Where a cell of this width and height stands; FALSE: the row is full. */
static gboolean place(layout *layout, guint *width, guint height)
{
	guint column = layout->column;

	while (column < COLUMNS_MAX && layout->until[column] > layout->row)
		column++;
	if (column == COLUMNS_MAX)
		return FALSE;
	*width = CLAMP(*width, 1, COLUMNS_MAX - column);
	for (guint c = column; c < column + *width; c++)
		layout->until[c] = MAX(layout->until[c], layout->row + height);
	layout->column = column;
	return TRUE;
}

/* rowspan="0" reaches to the last row. */
static guint height_of(const xmlNode *cell, guint left)
{
	int height = ys_xml_int(cell, "rowspan", 1);

	return height == 0 ? left : (guint)CLAMP(height, 1, (int)left);
}

static void add_cell(ys_original_table *table, ys_original_row *row, layout *layout,
		     const xmlNode *cell, guint left)
{
	guint width = CLAMP(ys_xml_int(cell, "colspan", 1), 1, COLUMNS_MAX), height = height_of(cell, left);
	g_autoptr(GString) text = g_string_new(NULL);

	if (!place(layout, &width, height))
		return;
	ys_page_append_text(text, cell);
	ys_original_row_add_cell(table, row, layout->column, width, height, text->str);
	layout->column += width;
}

/* In <thead>, or of nothing but <th>. */
static gboolean is_head(const xmlNode *row)
{
	gboolean any = FALSE;

	if (row->parent && ys_xml_is(row->parent, "thead"))
		return TRUE;
	for (const xmlNode *cell = row->children; cell; cell = cell->next) {
		if (ys_xml_is(cell, "td"))
			return FALSE;
		any |= ys_xml_is(cell, "th");
	}
	return any;
}

/* Sheets that were saved as pages go on to the right, without text, for up to 256 columns. */
static void cut_blank_columns(ys_original_table *table)
{
	guint end = 0;

	for (guint r = 0; r < table->rows->len; r++) {
		const ys_original_row *row = g_ptr_array_index(table->rows, r);

		for (guint c = 0; c < row->cells->len; c++) {
			const ys_original_cell *cell = g_ptr_array_index(row->cells, c);

			if (*cell->text)
				end = MAX(end, cell->column + 1);
		}
	}
	if (table->n_columns - end < BLANK_COLUMNS)
		return;
	for (guint r = 0; r < table->rows->len; r++) {
		const ys_original_row *row = g_ptr_array_index(table->rows, r);

		for (guint c = row->cells->len; c-- > 0;) {
			ys_original_cell *cell = g_ptr_array_index(row->cells, c);

			if (cell->column >= end)
				g_ptr_array_remove_index(row->cells, c);
			else
				cell->width = MIN(cell->width, end - cell->column);
		}
	}
	table->n_columns = end;
}

ys_original_table *ys_page_table(const xmlNode *node)
{
	g_autoptr(GPtrArray) rows = ys_page_rows(node);
	ys_original_table *table = ys_original_table_new();
	g_autofree layout *layout = g_new0(struct layout, 1);

	for (guint r = 0; r < rows->len;) {
		const xmlNode *row = g_ptr_array_index(rows, r);

		if (!ys_page_shows(row))
			g_ptr_array_remove_index(rows, r);
		else
			r++;
	}
	for (layout->row = 0; layout->row < rows->len; layout->row++) {
		const xmlNode *from = g_ptr_array_index(rows, layout->row);
		ys_original_row *row = ys_original_table_add_row(table, (ys_spot){ 0 });

		row->head = is_head(from);
		layout->column = 0;
		for (const xmlNode *cell = from->children; cell; cell = cell->next)
			if ((ys_xml_is(cell, "td") || ys_xml_is(cell, "th")) && ys_page_shows(cell))
				add_cell(table, row, layout, cell, rows->len - layout->row);
	}
	cut_blank_columns(table);
	return table;
}
