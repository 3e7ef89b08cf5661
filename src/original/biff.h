/* Records of an Excel workbook of 97 to 2003 ([MS-XLS]) one after the other, and the strings in them, which
 * may run over several. */
#ifndef YS_BIFF_H
#define YS_BIFF_H

#include <glib.h>

/* Numbers of records. */
enum {
	YS_BIFF_FORMULA = 0x06,
	YS_BIFF_EOF = 0x0a,
	YS_BIFF_1904 = 0x22,
	YS_BIFF_FILEPASS = 0x2f,
	YS_BIFF_CONTINUE = 0x3c,
	YS_BIFF_COLINFO = 0x7d,
	YS_BIFF_BOUNDSHEET = 0x85,
	YS_BIFF_MULRK = 0xbd,
	YS_BIFF_XF = 0xe0,
	YS_BIFF_MERGEDCELLS = 0xe5,
	YS_BIFF_SST = 0xfc,
	YS_BIFF_LABELSST = 0xfd,
	YS_BIFF_NUMBER = 0x203,
	YS_BIFF_LABEL = 0x204,
	YS_BIFF_BOOLERR = 0x205,
	YS_BIFF_STRING = 0x207,
	YS_BIFF_ROW = 0x208,
	YS_BIFF_RK = 0x27e,
	YS_BIFF_FORMAT = 0x41e,
	YS_BIFF_BOF = 0x809
};

typedef struct {
	const guint8 *stream;
	gsize stream_len, next; /* where the next record begins */
	guint id, len;          /* of the present one */
	const guint8 *data;
} ys_biff;

/* Begin at an offset; ys_biff_next() goes to the first record. */
ys_biff ys_biff_at(const GByteArray *stream, gsize offset);
/* FALSE at the end, also where the stream is cut off. */
gboolean ys_biff_next(ys_biff *biff);

/* What is read of a record and those that continue it. */
typedef struct {
	ys_biff biff;
	const guint8 *p, *end;
} ys_biff_text;

/* Begin `skip` bytes into the record that biff is at. */
ys_biff_text ys_biff_text_at(const ys_biff *biff, guint skip);
gboolean ys_biff_text_ended(ys_biff_text *text);
/* A string that its length stands before: in one byte, or in two.  Newly allocated, valid UTF-8; what is
 * cut off is as long as it goes. */
char *ys_biff_string(ys_biff_text *text, gboolean short_length);

/* A number in four bytes. */
double ys_biff_rk(guint32 value);
double ys_biff_double(const guint8 *p);

#endif
