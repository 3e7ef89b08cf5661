/* Which files an argument of `yusou index` means. */
#ifndef YS_WALK_H
#define YS_WALK_H

#include "index/message.h"

typedef struct {
	GPtrArray *files;       /* of char *: in byte order, each once */
	guint ignored;          /* files in directories that are not named like text (.txt, .text) */
	GPtrArray *failed;      /* of char *: paths that could not be taken; each was said */
} ys_walk;

/* Files that are named are taken whatever their name; directories are walked, hidden
 * entries and links to directories in them left out.  Devices, pipes and what cannot be
 * read are said and counted. */
ys_walk *ys_walk_new(char *const *paths, ys_message_fn message, void *data);
void ys_walk_free(ys_walk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_walk, ys_walk_free)

#endif
