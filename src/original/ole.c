/* A stream is a chain of sectors, small ones a chain of small sectors inside one large stream.  Tables in
 * the file say which sector follows which.  A chain that is damaged may run in a circle: none is longer
 * than the table that it is made of. */
#include "src/original/ole.h"

#include <string.h>

#define HEADER 512
#define ENTRY 128               /* bytes of an entry of the directory */
#define SMALL_SECTOR 64
#define FIRST_NO_SECTOR 0xfffffff0u
#define DIRECTORY_MAX (1 << 22) /* bytes: 32,768 entries */

static const guint8 magic[8] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

struct ys_ole {
	const guint8 *data;
	gsize len;
	gsize sector;           /* bytes */
	guint32 small_max;      /* streams below this lie in small sectors */
	GArray *next;           /* of guint32: the sector behind each */
	GByteArray *next_small; /* the same of small sectors, as stored */
	GByteArray *small;      /* the stream that holds these */
	GByteArray *directory;
};

guint ys_u16(const guint8 *p)
{
	return p[0] | p[1] << 8;
}

guint32 ys_u32(const guint8 *p)
{
	return p[0] | p[1] << 8 | p[2] << 16 | (guint32)p[3] << 24;
}

gboolean ys_is_ole(const char *data, gsize len)
{
	return len >= HEADER && !memcmp(data, magic, sizeof magic);
}

/* The sector's bytes, of which the last one may lack some; NULL behind the end of the file. */
static const guint8 *sector_at(const ys_ole *ole, guint32 number, gsize *len)
{
	guint64 begin = ((guint64)number + 1) * ole->sector;

	if (number >= FIRST_NO_SECTOR || begin >= ole->len)
		return NULL;
	*len = MIN(ole->sector, ole->len - begin);
	return ole->data + begin;
}

static GByteArray *chain(const ys_ole *ole, guint32 number, guint64 size)
{
	GByteArray *out = g_byte_array_new();

	for (guint hops = 0; hops <= ole->next->len && out->len < size; hops++) {
		gsize len;
		const guint8 *bytes = sector_at(ole, number, &len);

		if (!bytes)
			break;
		g_byte_array_append(out, bytes, MIN(len, size - out->len));
		if (number >= ole->next->len)
			break;
		number = g_array_index(ole->next, guint32, number);
	}
	return out;
}

static GByteArray *small_chain(const ys_ole *ole, guint32 number, guint64 size)
{
	GByteArray *out = g_byte_array_new();
	guint n = ole->next_small->len / 4;

	for (guint hops = 0; hops <= n && out->len < size && number < FIRST_NO_SECTOR; hops++) {
		guint64 begin = (guint64)number * SMALL_SECTOR;

		if (begin >= ole->small->len)
			break;
		g_byte_array_append(out, ole->small->data + begin,
				    MIN(MIN(SMALL_SECTOR, ole->small->len - begin), size - out->len));
		if (number >= n)
			break;
		number = ys_u32(ole->next_small->data + 4 * (gsize)number);
	}
	return out;
}

/* ---- tables ---- */

static void add_next_of(ys_ole *ole, guint32 number)
{
	gsize len;
	const guint8 *bytes = sector_at(ole, number, &len);

	for (gsize i = 0; bytes && i + 4 <= len; i += 4) {
		guint32 next = ys_u32(bytes + i);

		g_array_append_val(ole->next, next);
	}
}

/* The sectors that hold the table: 109 are named in the header, the others in a chain of sectors of
 * names. */
static void read_next(ys_ole *ole)
{
	guint32 more = ys_u32(ole->data + 68);
	gsize most = ole->len / ole->sector + 1, len;

	for (int i = 0; i < 109; i++)
		add_next_of(ole, ys_u32(ole->data + 76 + 4 * i));
	for (gsize hops = 0; hops < most && ole->next->len / (ole->sector / 4) <= most; hops++) {
		const guint8 *names = sector_at(ole, more, &len);

		if (!names || len < ole->sector)
			return;
		for (gsize i = 0; i + 8 <= ole->sector; i += 4)
			add_next_of(ole, ys_u32(names + i));
		more = ys_u32(names + ole->sector - 4);
	}
}

/* The entry of a directory that is of this kind (2 a stream, 5 the root) and name (NULL: any). */
static const guint8 *entry_of(const ys_ole *ole, int kind, const char *name)
{
	for (gsize i = 0; i + ENTRY <= ole->directory->len; i += ENTRY) {
		const guint8 *entry = ole->directory->data + i;
		guint bytes = ys_u16(entry + 64);
		g_autofree char *own = NULL;
		gunichar2 units[32];

		if (entry[66] != kind)
			continue;
		if (!name)
			return entry;
		if (bytes < 4 || bytes > sizeof units)
			continue;
		for (guint k = 0; k < bytes / 2; k++)
			units[k] = ys_u16(entry + 2 * k);
		own = g_utf16_to_utf8(units, bytes / 2 - 1, NULL, NULL, NULL);
		if (own && !g_ascii_strcasecmp(own, name))
			return entry;
	}
	return NULL;
}

ys_ole *ys_ole_new(const char *data, gsize len)
{
	g_autoptr(ys_ole) ole = NULL;
	const guint8 *header = (const guint8 *)data, *root;
	guint shift;

	if (!ys_is_ole(data, len))
		return NULL;
	shift = ys_u16(header + 30);
	if (shift < 7 || shift > 12)
		return NULL;
	ole = g_new0(ys_ole, 1);
	ole->data = header;
	ole->len = len;
	ole->sector = (gsize)1 << shift;
	ole->small_max = ys_u32(header + 56);
	ole->next = g_array_new(FALSE, FALSE, sizeof(guint32));
	read_next(ole);
	ole->directory = chain(ole, ys_u32(header + 48), DIRECTORY_MAX);
	ole->next_small = chain(ole, ys_u32(header + 60), len);
	root = entry_of(ole, 5, NULL);
	ole->small = root ? chain(ole, ys_u32(root + 116), ys_u32(root + 120)) : g_byte_array_new();
	return ole->directory->len ? g_steal_pointer(&ole) : NULL;
}

void ys_ole_free(ys_ole *ole)
{
	if (!ole)
		return;
	g_array_unref(ole->next);
	g_clear_pointer(&ole->directory, g_byte_array_unref);
	g_clear_pointer(&ole->next_small, g_byte_array_unref);
	g_clear_pointer(&ole->small, g_byte_array_unref);
	g_free(ole);
}

gboolean ys_ole_has(const ys_ole *ole, const char *name)
{
	return entry_of(ole, 2, name) != NULL;
}

GByteArray *ys_ole_stream(const ys_ole *ole, const char *name)
{
	const guint8 *entry = entry_of(ole, 2, name);
	guint32 begin, size;

	if (!entry)
		return NULL;
	begin = ys_u32(entry + 116);
	size = MIN(ys_u32(entry + 120), ole->len);
	return size < ole->small_max ? small_chain(ole, begin, size) : chain(ole, begin, size);
}
