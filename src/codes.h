/* Codes of the government's revenue and expenditure classification and what they are called
 * (data/functions, data/economics). */
#ifndef YS_CODES_H
#define YS_CODES_H

#include <glib.h>

/* The name in force, static; NULL for a code that is not listed. */
const char *ys_code_name(const char *code);

/* name, in any year, is one of this code's.  Blanks, brackets and quotation marks do not count. */
gboolean ys_code_is_named(const char *code, const char *name);

/* All codes that ever had this name, in their order: static strings, the array is the caller's.
 * Empty if nothing is so called. */
GPtrArray *ys_codes_named(const char *name);

#endif
