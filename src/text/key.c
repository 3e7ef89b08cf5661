#include "src/text/key.h"

#include <string.h>

#include "src/text/fold.h"

char *ys_name_key(const char *s)
{
	gsize n = strlen(s), room = n + YS_FOLD_ROOM;
	/* most text folds to no more than itself: one piece of memory, which the key is made in and kept in */
	GString key = { .str = g_malloc(room), .allocated_len = room };
	char *to;

	ys_fold_append(&key, s, n);
	to = strchrnul(key.str, ' ');
	for (const char *p = to; *p; p++)
		if (*p != ' ')
			*to++ = *p;
	*to = '\0';
	return key.str;
}
