/* Numbers of a sheet as its program prints them. */
#ifndef YS_NUMBER_FORMAT_H
#define YS_NUMBER_FORMAT_H

#include <glib.h>

/* Code of a format that files name by its number only, as a Chinese Excel has it; NULL: there is none. */
const char *ys_number_format_builtin(guint id);

/* The number as the code ("#,##0.00;[Red]-#,##0.00") prints it: rounded in decimal, half away from zero,
 * from the fifteen digits that Excel knows of it.  Two things differ from print: General is not shortened
 * to the width of the column, and a negative number that only its colour tells gets a minus.  A code that
 * is not understood prints as General.  Newly allocated. */
char *ys_number_format(double number, const char *code, gboolean since_1904);

/* Text in a cell with this code: "@元" adds to it.  Newly allocated. */
char *ys_number_format_text(const char *text, const char *code);

#endif
