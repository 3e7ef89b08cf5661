/* What sounds like a query and may stand in the index: 物业管理 for 物业馆里. */
#ifndef YS_HOMOPHONE_H
#define YS_HOMOPHONE_H

#include "index/xapian_c.h"

/* Runs of the same length whose pairs of neighbours all stand in the index, and that differ from wanted only
 * in characters that sound alike: in half of its Chinese characters at most.  One of two characters, and
 * two neighbours that both differ, sound the same and are not merely mixed up by some.  They need not stand
 * anywhere as a whole.  Appends folded runs (char *) to out: those that sound the same before those that are
 * mixed up, then by how many characters differ, then by how frequent their pairs are.  FALSE on error. */
gboolean ys_homophone_runs(xc_reader *reader, const gunichar *wanted, guint n, GPtrArray *out, GError **error);

#endif
