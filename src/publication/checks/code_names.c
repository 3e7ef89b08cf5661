#include "src/publication/checks/code_names.h"

#include <string.h>

#include "src/codes.h"

/* Digits of a 类, which all codes below it begin with. */
#define CLASS_DIGITS 3

/* The name that stands behind a code, in its cell or in the one beside it. */
static const char *name_beside(const ys_grid *grid, guint r, guint column, const char *digits, guint length)
{
	const char *behind = digits + length + (digits[length] == ']');

	if (*behind)
		return behind;
	return column + 1 < grid->width && grid->holds[column + 1] == YS_CELLS_TEXT
		       ? ys_row_cell(ys_grid_row(grid, r), column + 1)
		       : "";
}

/* Another code of the class, as long as this one, has the name; NULL if none has. */
static const char *owner_of(const char *name, const char *code)
{
	g_autoptr(GPtrArray) named = ys_codes_named(name);

	for (guint i = 0; i < named->len; i++) {
		const char *other = g_ptr_array_index(named, i);

		if (strlen(other) == strlen(code) && !strncmp(other, code, CLASS_DIGITS))
			return other;
	}
	return NULL;
}

static void check_row(const ys_grid *grid, guint r, guint column, GArray *conflicts)
{
	ys_code_conflict one = { .line = ys_grid_line(grid, r) };
	const char *digits;
	guint length = ys_code_length(ys_row_cell(ys_grid_row(grid, r), column), &digits);

	memcpy(one.code, digits, length);
	one.known = length ? ys_code_name(one.code) : NULL;
	one.name = one.known ? name_beside(grid, r, column, digits, length) : "";
	if (!*one.name || ys_code_is_named(one.code, one.name))
		return;
	one.owner = owner_of(one.name, one.code);
	if (one.owner)
		g_array_append_val(conflicts, one);
}

void ys_code_conflicts(const ys_grid *grid, GArray *conflicts)
{
	for (guint column = 0; column < grid->width; column++)
		for (guint r = 0; grid->holds[column] == YS_CELLS_CODE && r < grid->table->rows->len; r++)
			check_row(grid, r, column, conflicts);
}
