/* The sum that closes the stored form of a record. */
#include "src/record.h"

#include <string.h>

/* How it ends: the sum of all before this.  Libxapian keeps no checksum of data, and its blocks
 * are deflated: a byte that flips on the disk may come out as another amount. */
#define SEAL ",\"sum\":\""
#define SEAL_END "\"}"
#define SUM_LETTERS 8
#define SEAL_BYTES (sizeof SEAL - 1 + SUM_LETTERS + sizeof SEAL_END - 1)

/* FNV-1a */
#define SUM_BEGIN G_GUINT64_CONSTANT(14695981039346656037)

static guint64 add_to_sum(guint64 sum, const char *data, gsize len)
{
	for (gsize i = 0; i < len; i++)
		sum = (sum ^ (guchar)data[i]) * G_GUINT64_CONSTANT(1099511628211);
	return sum;
}

/* Letters, not digits: amounts are looked for in stored rows without parsing them. */
static void spell_sum(guint64 sum, char letters[SUM_LETTERS])
{
	sum ^= sum >> 32;
	for (int i = 0; i < SUM_LETTERS; i++)
		letters[i] = 'a' + (sum >> 4 * i & 15);
}

char *ys_record_seal(const char *json)
{
	gsize len = strlen(json);
	GString *out = g_string_new_len(json, len ? len - 1 : 0);
	char letters[SUM_LETTERS];

	spell_sum(add_to_sum(SUM_BEGIN, json, len), letters);
	g_string_append(out, SEAL);
	g_string_append_len(out, letters, sizeof letters);
	return g_string_free(g_string_append(out, SEAL_END), FALSE);
}

/* Nothing is copied: it is asked of all that is read. */
gboolean ys_record_is_sealed(const char *data, gsize len)
{
	const char *seal = len < SEAL_BYTES ? NULL : data + len - SEAL_BYTES;
	char letters[SUM_LETTERS];

	if (!seal || memcmp(seal, SEAL, sizeof SEAL - 1) != 0 ||
	    memcmp(data + len - (sizeof SEAL_END - 1), SEAL_END, sizeof SEAL_END - 1) != 0)
		return FALSE;
	spell_sum(add_to_sum(add_to_sum(SUM_BEGIN, data, len - SEAL_BYTES), "}", 1), letters);
	return !memcmp(seal + sizeof SEAL - 1, letters, sizeof letters);
}
