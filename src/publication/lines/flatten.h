/* An original of any format as lines.  What stands in the grid of a table but is none of its rows, its
 * title, whose it is and in which unit, becomes lines above it, as text prints them. */
#ifndef YS_FLATTEN_H
#define YS_FLATTEN_H

#include "src/publication/lines/input.h"

/* Cells of a row stand behind each other with a tab between, each in the column that it begins in.
 * YS_ERROR_PUBLICATION if nothing is printed in it. */
ys_input *ys_input_of_original(const ys_original *original, GError **error);

#endif
