#include "src/text/key.h"

#include <string.h>

#include "src/text/fold.h"

char *ys_name_key(const char *s)
{
	GString *key = g_string_sized_new(strlen(s) + 16);
	gsize to = 0;

	ys_fold_append(key, s, -1);
	for (gsize i = 0; i < key->len; i++)
		if (key->str[i] != ' ')
			key->str[to++] = key->str[i];
	key->str[to] = '\0';
	/* many keys are kept, and folding asked for more room than it took */
	return g_realloc(g_string_free(key, FALSE), to + 1);
}
