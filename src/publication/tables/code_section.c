#include "src/publication/tables/code_section.h"

GArray *ys_code_sections(const ys_grid *grid)
{
	GArray *sections = g_array_new(FALSE, FALSE, sizeof(ys_code_section));
	guint money = 0;

	for (guint c = 0; c < grid->width; c++) {
		if (grid->holds[c] == YS_CELLS_MONEY) {
			money++;
		} else if (grid->holds[c] == YS_CELLS_CODE) {
			ys_code_section s = { c, grid->width, money, 0 };

			g_array_append_val(sections, s);
		}
	}
	for (guint i = 0; i < sections->len; i++) {
		ys_code_section *s = &g_array_index(sections, ys_code_section, i);
		guint k = i + 1;

		/* [501]机关工资福利支出 | [301]工资福利支出 | 2,234.17: both are codes of one row */
		while (k < sections->len && g_array_index(sections, ys_code_section, k).first == s->first)
			k++;
		s->n = (k < sections->len ? g_array_index(sections, ys_code_section, k).first : grid->money->len) -
		       s->first;
		if (k < sections->len)
			s->names_end = g_array_index(sections, ys_code_section, k).code;
	}
	return sections;
}
