/* What a file of a publication holds: by this it is told from its other files, which are parts of it if they hold
 * something else, and other versions if they hold the same. */
#ifndef YS_HOLDS_H
#define YS_HOLDS_H

#include "src/publication/lines/outline.h"

/* Its tables and its sections with text, as a short string for ys_holds_meet(). */
char *ys_holds(const ys_outline *outline, const GPtrArray *tables);

/* Whether any of it is a section. */
gboolean ys_holds_prose(const char *holds);

/* Whether two files hold a table of the same name; of two without tables, whether most sections of the shorter one stand in
 * the other too.  Nothing is known of one that is NULL: it may hold all of the other. */
gboolean ys_holds_meet(const char *a, const char *b);

#endif
