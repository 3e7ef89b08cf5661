/* Any characters and rules on any pages become text and tables whose cells stand where they say. */
#include "tests/fuzz/fuzz.h"

#include "src/original/pdf_pages.h"

#define PAGES_MAX 6
#define OBJECTS_MAX 600         /* of a page */

/* A byte at a time; 0 behind the end. */
typedef struct {
	const uint8_t *at, *end;
} source;

static guint next(source *s)
{
	return s->at < s->end ? *s->at++ : 0;
}

/* Mostly on a page and in steps, so that things stand below each other; seldom far out. */
static double place(source *s)
{
	guint byte = next(s);

	return byte == 255 ? (double)next(s) * 1e9 - 1e11 : byte * 4.0 + (next(s) % 4) * 0.5;
}

static void add_char(ys_pdf_page *page, source *s)
{
	static const gunichar some[] = { L'1', L'2', L'0', L'.', L',', L' ', L'项', L'目', L'合', L'计', L'：', L'。',
					 L'a', L'…', L'一', L'、', L'-', L'%', 0x2f00, 0xfffd, 0x200b, 0x1f600, L'3', L'4' };
	guint kind = next(s);
	double x = place(s), y = place(s), size = 1 + next(s) % 16, width = size * (kind % 3) / 2;
	guint n = 1 + next(s) % 8;

	for (guint i = 0; i < n; i++, x += width) {
		ys_pdf_char c = { x, y, x + width, y + size, size, some[next(s) % G_N_ELEMENTS(some)], kind / 32,
				  (kind & 12) == 12 ? next(s) % 4 : YS_PDF_RIGHT, (kind & 48) == 48, (kind & 96) == 96 };

		ys_pdf_page_add_char(page, &c);
	}
}

static void add_grid_rules(ys_pdf_page *page, source *s)
{
	double x = place(s), y = place(s), step = 5 + next(s) % 64;
	guint columns = next(s) % 8, rows = next(s) % 8;

	for (guint i = 0; i <= rows; i++)
		ys_pdf_page_add_stroke(page, x, y + 20 * i, x + step * columns, y + 20 * i);
	for (guint i = 0; i <= columns; i++)
		ys_pdf_page_add_fill(page, x + step * i, y, x + step * i + 0.5, y + 20 * rows);
}

static ys_pdf_layout *layout_of(guint number, source *s)
{
	g_autoptr(ys_pdf_page) page = ys_pdf_page_new(number, 595, 842);

	for (guint i = 0; i < OBJECTS_MAX && s->at < s->end; i++) {
		double x, y;

		switch (next(s) % 8) {
		case 0:
			x = place(s), y = place(s);
			ys_pdf_page_add_stroke(page, x, y, place(s), y);
			break;
		case 1:
			x = place(s), y = place(s);
			ys_pdf_page_add_stroke(page, x, y, x, place(s));
			break;
		case 2:
			add_grid_rules(page, s);
			break;
		case 3:
			if (next(s) < 64)
				return ys_pdf_layout_of(page);
			break;
		default:
			add_char(page, s);
		}
	}
	return ys_pdf_layout_of(page);
}

/* Each slot of a table belongs to one cell or to none, and none lies outside. */
static void check_table(const ys_original_table *table)
{
	guint n_rows = table->rows->len, n = table->n_columns;
	g_autofree guint8 *taken = g_new0(guint8, (gsize)n_rows * n + 1);

	for (guint r = 0; r < n_rows; r++) {
		const GPtrArray *cells = ((ys_original_row *)g_ptr_array_index(table->rows, r))->cells;

		for (guint c = 0; c < cells->len; c++) {
			const ys_original_cell *cell = g_ptr_array_index(cells, c);

			g_assert_true(cell->column + cell->width <= n && r + cell->height <= n_rows);
			g_assert_true(g_utf8_validate(cell->text, -1, NULL));
			for (guint y = r; y < r + cell->height; y++)
				for (guint x = cell->column; x < cell->column + cell->width; x++)
					g_assert_true(!taken[y * n + x]++);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	source s = { data, data + size };
	g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func((GDestroyNotify)ys_pdf_layout_free);
	g_autoptr(ys_original) original = ys_original_new("fuzz");

	for (guint i = 1; i <= PAGES_MAX && s.at < s.end; i++)
		g_ptr_array_add(pages, layout_of(i, &s));
	ys_pdf_pages_write(pages, original);
	for (guint i = 0; i < original->elements->len; i++) {
		const ys_element *element = g_ptr_array_index(original->elements, i);

		if (element->table)
			check_table(element->table);
	}
	return 0;
}
