/* The sum that closes the stored form of a record. */
#include "src/record.h"

#include <string.h>

/* How it ends: the sum of all before this.  Libxapian keeps no checksum of data, and its blocks
 * are deflated: a byte that flips on the disk may come out as another amount. */
#define SEAL ",\"sum\":\""
#define SEAL_END "\"}"
#define SUM_LETTERS 8
#define SEAL_BYTES (sizeof SEAL - 1 + SUM_LETTERS + sizeof SEAL_END - 1)

/* Letters, not digits: amounts are looked for in stored rows without parsing them. */
static void append_sum(GString *out, const char *data, gsize len)
{
	guint64 sum = G_GUINT64_CONSTANT(14695981039346656037);        /* FNV-1a */

	for (gsize i = 0; i < len; i++)
		sum = (sum ^ (guchar)data[i]) * G_GUINT64_CONSTANT(1099511628211);
	sum ^= sum >> 32;
	for (int i = 0; i < SUM_LETTERS; i++)
		g_string_append_c(out, 'a' + (sum >> 4 * i & 15));
}

char *ys_record_seal(const char *json)
{
	gsize len = strlen(json);
	GString *out = g_string_new_len(json, len ? len - 1 : 0);

	g_string_append(out, SEAL);
	append_sum(out, json, len);
	return g_string_free(g_string_append(out, SEAL_END), FALSE);
}

gboolean ys_record_is_sealed(const char *data, gsize len)
{
	g_autofree char *json = NULL, *sealed = NULL;

	if (len < SEAL_BYTES)
		return FALSE;
	json = g_strdup_printf("%.*s}", (int)(len - SEAL_BYTES), data);
	sealed = ys_record_seal(json);
	return strlen(sealed) == len && !memcmp(sealed, data, len);
}
