/* Whether an index is still what was published. */
#ifndef YS_VERIFY_H
#define YS_VERIFY_H

#include "index/message.h"

/* Read every file of the live generation and compare it with the checksums in its manifest:
 * finds any byte that has changed, is missing or was added.  Each finding is said through
 * message, with the file's path; FALSE and *error (YS_ERROR_IO) if there was one, or if
 * there is no index to be verified (YS_ERROR_NO_INDEX, YS_ERROR_SCHEMA). */
gboolean ys_index_verify(const char *root, ys_message_fn message, void *data, GError **error);

#endif
