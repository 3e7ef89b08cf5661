/* Cells of a comparison while it is made. */
#ifndef YS_MATRIX_H
#define YS_MATRIX_H

#include "index/compare/comparison.h"

typedef struct ys_matrix ys_matrix;

ys_matrix *ys_matrix_new(ys_comparison *comparison);
void ys_matrix_free(ys_matrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_matrix, ys_matrix_free)

/* The number of the cell that a record belongs to, which is made where it is the first. */
guint ys_matrix_cell(ys_matrix *matrix, const ys_addend *addend);
/* Add up those that count, in their cells. */
void ys_matrix_add(ys_matrix *matrix, const GArray *addends);
/* Fill in what follows from cells held against each other. */
void ys_matrix_finish(ys_matrix *matrix);

#endif
