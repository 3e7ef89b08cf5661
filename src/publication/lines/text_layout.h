/* What a table in columns at fixed positions is made of: pieces of lines, columns, rows. */
#ifndef YS_TEXT_LAYOUT_H
#define YS_TEXT_LAYOUT_H

#include "src/publication/lines/text_rows.h"

/* Programs count positions in two ways: a Han character is two wide, or one. */
typedef enum {
	YS_BY_WIDTH,
	YS_BY_CHARACTER,
	YS_N_MEASURES
} ys_measure;

/* Text without wide blanks in it. */
typedef struct {
	const char *text;
	gsize len;
	int from[YS_N_MEASURES], to[YS_N_MEASURES];     /* positions in the line; to is behind it */
	gboolean number;
} ys_piece;

typedef struct {
	guint number;           /* of the line, from 0 */
	guint first, n;         /* its pieces */
	guint blanks;           /* blank lines above it, if it is not the first */
} ys_layout_line;

typedef struct {
	GArray *lines;          /* of ys_layout_line: those that are not blank */
	GArray *pieces;         /* of ys_piece */
} ys_layout;

ys_layout_line *ys_layout_line_at(const ys_layout *layout, guint i);
ys_piece *ys_layout_piece(const ys_layout *layout, const ys_layout_line *line, guint i);

/* What stands in a column of a line; empty: text is NULL. */
typedef struct {
	const char *text;
	gsize len;
	int width;
	gboolean number;
} ys_chunk;

/* The lines cut along columns. */
typedef struct {
	guint n_lines, n_columns;
	ys_measure measure;
	ys_chunk *chunks;       /* of line l and column c at l * n_columns + c */
	int *widths;            /* of the widest chunk of each column */
	guint strays;           /* pieces that no column holds alone */
} ys_layout_grid;

/* The columns that the lines fit best; NULL if they have fewer than two. */
ys_layout_grid *ys_layout_columns(const ys_layout *layout);
void ys_layout_grid_free(ys_layout_grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_layout_grid, ys_layout_grid_free)

/* Lines that make one row each, cut where that explains best how cells are broken into lines. */
GPtrArray *ys_layout_rows_of(const ys_layout *layout, const ys_layout_grid *grid);

#endif
