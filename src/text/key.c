#include "src/text/key.h"

#include "src/text/fold.h"

char *ys_name_key(const char *s)
{
	g_autoptr(GString) folded = g_string_new(NULL);
	gsize to = 0;

	ys_fold_append(folded, s, -1);
	for (gsize i = 0; i < folded->len; i++)
		if (folded->str[i] != ' ')
			folded->str[to++] = folded->str[i];
	return g_strndup(folded->str, to);
}
