#include "src/text/key.h"

#include <string.h>

#include "src/text/fold.h"

char *ys_name_key(const char *s)
{
	gsize n = strlen(s), room = n + YS_FOLD_ROOM, to = 0;
	/* most text folds to no more than itself: one piece of memory, which the key is made in and kept in */
	GString key = { .str = g_malloc(room), .allocated_len = room };

	ys_fold_append(&key, s, n);
	for (gsize i = 0; i < key.len; i++)
		if (key.str[i] != ' ')
			key.str[to++] = key.str[i];
	key.str[to] = '\0';
	return key.str;
}
