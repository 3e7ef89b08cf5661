#include "src/publication/checks/remark.h"

#include <string.h>

/* Of one kind no more than this are listed: a template left as it was has one in each line. */
#define OF_A_KIND_MAX 20

void ys_remark_add(GPtrArray *remarks, const char *code, int line, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;
	guint n = 0;

	for (guint i = 0; i < remarks->len; i++)
		n += !strcmp(((ys_warning *)g_ptr_array_index(remarks, i))->code, code);
	if (n >= OF_A_KIND_MAX)
		return;
	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	g_ptr_array_add(remarks, ys_warning_new(code, line, "%s", text));
}

/* One is the other, perhaps without its region or with its scope behind it. */
static gboolean is_same_body(const char *key, const char *other)
{
	return strstr(key, other) || strstr(other, key);
}

gboolean ys_remark_is_stranger(const ys_remark_context *c, const char *key)
{
	GHashTableIter iter;
	gpointer body;

	g_hash_table_iter_init(&iter, c->bodies);
	while (g_hash_table_iter_next(&iter, &body, NULL))
		if (is_same_body(key, body))
			return FALSE;
	return TRUE;
}
