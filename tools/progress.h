/* How far `yusou index` has come, on the last line of a terminal. */
#ifndef YS_PROGRESS_H
#define YS_PROGRESS_H

#include "index/write/indexer.h"

/* Whether standard error is a terminal that can take back what was written. */
gboolean tool_has_progress(void);

/* An ys_index_progress_fn: writes the line anew, now and then. */
void tool_show_progress(const ys_index_progress *p, void *data);

/* Take the line back before something else is written. */
void tool_clear_progress(void);

#endif
