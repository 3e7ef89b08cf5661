#include "src/original/biff.h"

#include <string.h>

#include "src/original/ole.h"

ys_biff ys_biff_at(const GByteArray *stream, gsize offset)
{
	return (ys_biff){ .stream = stream->data, .stream_len = stream->len, .next = MIN(offset, stream->len) };
}

gboolean ys_biff_next(ys_biff *biff)
{
	const guint8 *p;

	if (biff->stream_len - biff->next < 4)
		return FALSE;
	p = biff->stream + biff->next;
	biff->id = ys_u16(p);
	biff->len = ys_u16(p + 2);
	if (biff->len > biff->stream_len - biff->next - 4)
		return FALSE;
	biff->data = p + 4;
	biff->next += 4 + biff->len;
	return TRUE;
}

/* ---- strings ---- */

ys_biff_text ys_biff_text_at(const ys_biff *biff, guint skip)
{
	return (ys_biff_text){ *biff, biff->data + MIN(skip, biff->len), biff->data + biff->len };
}

/* Go to the next record that has something; FALSE behind the last. */
static gboolean has_more(ys_biff_text *text)
{
	while (text->p == text->end) {
		ys_biff ahead = text->biff;

		if (!ys_biff_next(&ahead) || ahead.id != YS_BIFF_CONTINUE)
			return FALSE;
		*text = ys_biff_text_at(&ahead, 0);
	}
	return TRUE;
}

gboolean ys_biff_text_ended(ys_biff_text *text)
{
	return !has_more(text);
}

static guint take_u8(ys_biff_text *text)
{
	return has_more(text) ? *text->p++ : 0;
}

static guint take_u16(ys_biff_text *text)
{
	guint low = take_u8(text);

	return low | take_u8(text) << 8;
}

static void skip(ys_biff_text *text, guint64 n)
{
	while (n && has_more(text)) {
		gsize step = MIN(n, (gsize)(text->end - text->p));

		text->p += step;
		n -= step;
	}
}

#define WIDE 1
#define HAS_PHONETIC 4
#define HAS_RUNS 8

static void append_unit(GString *out, gunichar unit, gunichar *high)
{
	if (unit >= 0xd800 && unit < 0xdc00) {
		*high = unit;
		return;
	}
	if (unit >= 0xdc00 && unit < 0xe000)
		unit = *high ? 0x10000 + ((*high - 0xd800) << 10) + (unit - 0xdc00) : 0xfffd;
	*high = 0;
	if (unit)
		g_string_append_unichar(out, unit);
}

char *ys_biff_string(ys_biff_text *text, gboolean short_length)
{
	GString *out = g_string_new(NULL);
	guint n = short_length ? take_u8(text) : take_u16(text), flags = take_u8(text), runs = 0;
	guint32 phonetic = 0;
	gunichar high = 0;

	if (flags & HAS_RUNS)
		runs = take_u16(text);
	if (flags & HAS_PHONETIC) {
		phonetic = take_u16(text);
		phonetic |= (guint32)take_u16(text) << 16;
	}
	for (guint i = 0; i < n; i++) {
		gboolean over = text->p == text->end;

		if (!has_more(text))
			break;
		/* a string that goes on in another record says anew how wide its characters are */
		if (over)
			flags = take_u8(text);
		append_unit(out, flags & WIDE ? take_u16(text) : take_u8(text), &high);
	}
	skip(text, 4 * (guint64)runs + phonetic);
	return g_string_free(out, FALSE);
}

/* ---- numbers ---- */

double ys_biff_double(const guint8 *p)
{
	guint64 bits = (guint64)ys_u32(p + 4) << 32 | ys_u32(p);
	double value;

	memcpy(&value, &bits, sizeof value);
	return value;
}

double ys_biff_rk(guint32 value)
{
	guint64 bits = (guint64)(value & ~3u) << 32;
	double number;

	if (value & 2)
		number = (gint32)value >> 2;
	else
		memcpy(&number, &bits, sizeof number);
	return value & 1 ? number / 100 : number;
}
