/* Work on the bytes of strangers in a process of its own, confined, of which only what it wrote comes back. */
#ifndef YS_APART_H
#define YS_APART_H

#include <glib.h>

/* Have fn append its result to out, in another process that can reach no file and no connection
 * (src/confine.h).  FALSE and *error (YS_ERROR_PUBLICATION) when that process died, took too long, or the
 * system lets none be confined; then out is as it was.  The calling process must have no other threads. */
typedef void (*apart_fn)(GString *out, void *data);
gboolean apart_run(apart_fn fn, void *data, GString *out, GError **error);

#endif
