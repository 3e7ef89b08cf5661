/* Which files an argument of `yusou index` means. */
#ifndef YS_WALK_H
#define YS_WALK_H

#include "index/message.h"

typedef struct {
	char *path;
	gboolean named;         /* itself, not only a directory it was found in */
	gboolean of_page;       /* in a directory that a browser saved with a page: a picture or style of it, mostly */
} ys_walk_file;

/* Something in a directory that is no file: a pipe, a device, a link that leads nowhere. */
typedef struct {
	char *path;
	const char *why;
} ys_walk_other;

typedef struct {
	GPtrArray *files;       /* of ys_walk_file: in byte order, each once */
	GPtrArray *others;      /* of ys_walk_other: found, not named; nothing was said of them */
	GPtrArray *failed;      /* of char *: paths that could not be taken; each was said */
} ys_walk;

/* Directories are walked: every regular file in them is taken, whatever its name, but hidden entries,
 * links to directories, indexes and files named sources.tsv, which tell of the files beside them, are
 * left out.  What is named itself must be a file or a directory. */
ys_walk *ys_walk_new(char *const *paths, ys_message_fn message, void *data);
void ys_walk_free(ys_walk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_walk, ys_walk_free)

/* Whether what lies in an archive, by its path there, is left out as in a directory. */
gboolean ys_walk_leaves_out(const char *inside);

#endif
