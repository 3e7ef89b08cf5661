/* Containers of old Office files, written whole: sectors of 512 bytes, no small ones. */
#ifndef YS_OLE_FIXTURE_H
#define YS_OLE_FIXTURE_H

#include <string.h>

#include "src/original/ole.h"

#define OLE_SECTOR 512
#define OLE_END 0xfffffffeu
#define OLE_TABLE 0xfffffffdu
#define OLE_FREE 0xffffffffu

static inline void put_u8(GByteArray *out, guint value)
{
	guint8 byte = value;

	g_byte_array_append(out, &byte, 1);
}

static inline void put_u16(GByteArray *out, guint value)
{
	put_u8(out, value & 0xff);
	put_u8(out, value >> 8 & 0xff);
}

static inline void put_u32(GByteArray *out, guint32 value)
{
	put_u16(out, value & 0xffff);
	put_u16(out, value >> 16);
}

static inline void set_u32(GByteArray *out, gsize at, guint32 value)
{
	for (int i = 0; i < 4; i++)
		out->data[at + i] = value >> 8 * i & 0xff;
}

static inline void put_zeros(GByteArray *out, gsize upto)
{
	while (out->len < upto)
		put_u8(out, 0);
}

typedef struct {
	const char *name;
	const GByteArray *bytes;
} ole_stream;

static inline void put_entry(GByteArray *out, const char *name, int kind, guint32 begin, guint32 size)
{
	gsize start = out->len;

	for (const char *p = name; *p; p++)
		put_u16(out, *p);
	put_zeros(out, start + 64);
	put_u16(out, 2 * (strlen(name) + 1));
	put_u8(out, kind);
	put_u8(out, 1);
	for (int i = 0; i < 3; i++)
		put_u32(out, OLE_FREE);
	put_zeros(out, start + 116);
	put_u32(out, begin);
	put_u32(out, size);
	put_zeros(out, start + 128);
}

/* streams end with one without a name. */
static inline GByteArray *ole_of(const ole_stream *streams)
{
	GByteArray *out = g_byte_array_new(), *next = g_byte_array_new();
	g_autoptr(GByteArray) directory = g_byte_array_new();
	guint32 sector = 0;

	put_entry(directory, "Root Entry", 5, OLE_END, 0);
	put_zeros(out, OLE_SECTOR);
	for (; streams->name; streams++) {
		guint n = (streams->bytes->len + OLE_SECTOR - 1) / OLE_SECTOR;

		put_entry(directory, streams->name, 2, sector, streams->bytes->len);
		g_byte_array_append(out, streams->bytes->data, streams->bytes->len);
		put_zeros(out, OLE_SECTOR * (gsize)(1 + sector + n));
		for (guint i = 0; i < n; i++)
			put_u32(next, i + 1 < n ? sector + i + 1 : OLE_END);
		sector += n;
	}
	memcpy(out->data, "\320\317\021\340\241\261\032\341", 8);
	out->data[30] = 9;
	set_u32(out, 48, sector);
	for (guint i = 0, n = (directory->len + OLE_SECTOR - 1) / OLE_SECTOR; i < n; i++, sector++)
		put_u32(next, i + 1 < n ? sector + 1 : OLE_END);
	g_byte_array_append(out, directory->data, directory->len);
	put_zeros(out, OLE_SECTOR * (gsize)(1 + sector));
	/* the table of the sectors that follow each other lies behind all and names itself last */
	set_u32(out, 60, OLE_END);
	set_u32(out, 68, OLE_END);
	for (int i = 0; i < 109; i++)
		set_u32(out, 76 + 4 * i, OLE_FREE);
	for (guint i = 0, n = (next->len / 4 + 1 + 126) / 127; i < n; i++) {
		set_u32(out, 76 + 4 * i, sector++);
		put_u32(next, OLE_TABLE);
	}
	while (next->len % OLE_SECTOR)
		put_u32(next, OLE_FREE);
	g_byte_array_append(out, next->data, next->len);
	g_byte_array_unref(next);
	return out;
}

#endif
