#include "src/original/docx_walk.h"

#include <string.h>

/* No table is wider. */
#define COLUMNS_MAX 1024

/* ---- does it hold data? ---- */

static gboolean has_text(const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (ys_xml_is(child, "t") && child->children && child->children->content &&
		    child->children->content[strspn((const char *)child->children->content, " \t\r\n")])
			return TRUE;
		if (child->type == XML_ELEMENT_NODE && has_text(child))
			return TRUE;
	}
	return FALSE;
}

/* Elements of a name, of this table only, which content controls and changes may wrap. */
static void gather(const xmlNode *node, const char *name, GPtrArray *found)
{
	for (xmlNode *child = node->children; child; child = child->next) {
		const xmlNode *inside = ys_docx_inside(child);

		if (ys_xml_is(child, name))
			g_ptr_array_add(found, child);
		else if (inside)
			gather(inside, name, found);
	}
}

static GPtrArray *gathered(const xmlNode *node, const char *name)
{
	GPtrArray *found = g_ptr_array_new();

	gather(node, name, found);
	return found;
}

static gboolean has_two_texts(const xmlNode *row)
{
	g_autoptr(GPtrArray) cells = gathered(row, "tc");
	guint filled = 0;

	for (guint i = 0; i < cells->len && filled < 2; i++)
		filled += has_text(g_ptr_array_index(cells, i));
	return filled == 2;
}

static gboolean has_data(const xmlNode *table)
{
	g_autoptr(GPtrArray) rows = gathered(table, "tr");

	for (guint i = 0; i < rows->len; i++)
		if (has_two_texts(g_ptr_array_index(rows, i)))
			return TRUE;
	return FALSE;
}

static gboolean holds_data_table(const xmlNode *node)
{
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE &&
		    ((ys_xml_is(child, "tbl") && has_data(child)) || holds_data_table(child)))
			return TRUE;
	return FALSE;
}

/* ---- its cells ---- */

typedef struct {
	ys_docx_walk *walk;
	ys_original_table *table;
	guint row, column;
	struct {
		ys_original_cell *cell; /* that may go on in rows below */
		guint row;
	} open[COLUMNS_MAX];
} laying;

static char *cell_text(ys_docx_walk *walk, const xmlNode *cell)
{
	GString *outer = walk->lines, *paragraph = walk->paragraph, *lines;

	walk->lines = lines = g_string_new(NULL);
	walk->paragraph = g_string_new(NULL);
	ys_docx_walk_blocks(walk, cell);
	ys_docx_end_paragraph(walk, 0);
	g_string_free(walk->paragraph, TRUE);
	walk->paragraph = paragraph;
	walk->lines = outer;
	return g_string_free(lines, FALSE);
}

static gboolean goes_on(const xmlNode *properties, const char *merge)
{
	const xmlNode *node = ys_xml_child(properties, merge);

	return node && g_strcmp0(ys_xml_value(node, "val"), "restart");
}

/* A cell that is merged to the one above shows nothing of its own. */
static gboolean extend_above(laying *at, guint width)
{
	ys_original_cell *above = at->open[at->column].cell;

	if (!above)
		return FALSE;
	above->height = at->row - at->open[at->column].row + 1;
	at->column += width;
	return TRUE;
}

static void add_cell(laying *at, ys_original_row *row, const xmlNode *node)
{
	const xmlNode *properties = ys_xml_child(node, "tcPr");
	guint width = CLAMP(ys_xml_int(ys_xml_child(properties, "gridSpan"), "val", 1), 1, COLUMNS_MAX);
	g_autofree char *text = NULL;
	ys_original_cell *cell;

	if (ys_xml_child(properties, "cellDel") || at->column >= COLUMNS_MAX)
		return;
	width = MIN(width, COLUMNS_MAX - at->column);
	if (goes_on(properties, "hMerge") && row->cells->len) {
		cell = g_ptr_array_index(row->cells, row->cells->len - 1);
		cell->width += width;
		at->column += width;
		at->table->n_columns = MAX(at->table->n_columns, at->column);
		return;
	}
	if (goes_on(properties, "vMerge") && extend_above(at, width))
		return;
	text = cell_text(at->walk, node);
	cell = ys_original_row_add_cell(at->table, row, at->column, width, 1, text);
	for (guint c = at->column; c < at->column + width; c++)
		at->open[c].cell = NULL;
	if (ys_xml_child(properties, "vMerge")) {
		at->open[at->column].cell = cell;
		at->open[at->column].row = at->row;
	}
	at->column += width;
}

static void add_row(laying *at, const xmlNode *node)
{
	const xmlNode *properties = ys_xml_child(node, "trPr");
	ys_original_row *row = ys_original_table_add_row(at->table, (ys_spot){ 0 });
	g_autoptr(GPtrArray) cells = gathered(node, "tc");
	const ys_original_row *before =
		at->row ? g_ptr_array_index(at->table->rows, at->row - 1) : NULL;

	/* Word repeats only rows from the first on */
	row->head = ys_xml_on(ys_xml_child(properties, "tblHeader"), "val") && (!before || before->head);
	at->column = CLAMP(ys_xml_int(ys_xml_child(properties, "gridBefore"), "val", 0), 0, COLUMNS_MAX);
	for (guint i = 0; i < cells->len; i++)
		add_cell(at, row, g_ptr_array_index(cells, i));
	at->row++;
}

static gboolean is_deleted(const xmlNode *row)
{
	const xmlNode *properties = ys_xml_child(row, "trPr");

	return ys_xml_child(properties, "del") || ys_xml_on(ys_xml_child(properties, "hidden"), "val");
}

/* ---- as a table, as text, or as lines of the cell it stands in ---- */

static void walk_cells(ys_docx_walk *walk, const GPtrArray *rows)
{
	for (guint r = 0; r < rows->len; r++) {
		g_autoptr(GPtrArray) cells = gathered(g_ptr_array_index(rows, r), "tc");

		for (guint c = 0; c < cells->len && !is_deleted(g_ptr_array_index(rows, r)); c++)
			ys_docx_walk_blocks(walk, g_ptr_array_index(cells, c));
	}
}

void ys_docx_walk_table(ys_docx_walk *walk, const xmlNode *node)
{
	g_autoptr(GPtrArray) rows = gathered(node, "tr");
	g_autofree laying *at = NULL;

	if (walk->lines || !has_data(node) || holds_data_table(node)) {
		walk_cells(walk, rows);
		return;
	}
	at = g_new0(laying, 1);
	at->walk = walk;
	at->table = ys_original_table_new();
	for (guint r = 0; r < rows->len; r++)
		if (!is_deleted(g_ptr_array_index(rows, r)))
			add_row(at, g_ptr_array_index(rows, r));
	ys_original_add_table(walk->original, (ys_spot){ 0 }, at->table);
}
