/* sources.tsv: what an editor says of the files beside it. */
#ifndef YS_SOURCES_H
#define YS_SOURCES_H

#include "index/message.h"
#include "src/publication/given.h"

#define YS_SOURCES_FILE "sources.tsv"

typedef struct ys_sources ys_sources;

/* Each sources.tsv is read once, when the first file beside it is asked for.  What is wrong in it is said with its
 * line through message, and left out; the rest counts. */
ys_sources *ys_sources_new(ys_message_fn message, void *data);
void ys_sources_free(ys_sources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_sources, ys_sources_free)

/* What is said of a file, borrowed; of one in an archive what a row for it says (a.zip!/b/c.pdf), or else that for the
 * archive; NULL: nothing.  FALSE if its sources.tsv is there and cannot be read, which was
 * said: then nothing can be told of the file. */
gboolean ys_sources_of(ys_sources *sources, const char *path, const ys_given **given);

#endif
