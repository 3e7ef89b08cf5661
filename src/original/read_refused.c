#include <string.h>

#include "src/error.h"
#include "src/original/ole.h"
#include "src/original/parts.h"
#include "src/original/readers.h"

/* Formats that are known and not read: what the file is, and what to do. */

#define AS_OFFICE "open it in an office program and save it as "
#define OCR "a picture; run a program that recognises characters (OCR) and give its result"

typedef struct {
	const char *what;
	gsize at, len;
	const char *magic;
} signature;

static const signature signatures[] = {
	{ "an RTF document; " AS_OFFICE "DOCX", 0, 5, "{\\rtf" },
	{ "a PNG file, " OCR, 0, 8, "\x89PNG\r\n\x1a\n" },
	{ "a JPEG file, " OCR, 0, 3, "\xff\xd8\xff" },
	{ "a TIFF file, " OCR, 0, 4, "II*\0" },
	{ "a TIFF file, " OCR, 0, 4, "MM\0*" },
	{ "a GIF file, " OCR, 0, 5, "GIF89" },
	{ "a GIF file, " OCR, 0, 5, "GIF87" },
	{ "a WebP file, " OCR, 8, 4, "WEBP" },
	/* BOF of BIFF2 to BIFF4, which stand alone */
	{ "a workbook of an Excel before 1995; " AS_OFFICE "XLSX", 0, 4, "\x09\x00\x04\x00" },
	{ "a workbook of an Excel before 1995; " AS_OFFICE "XLSX", 0, 4, "\x09\x02\x06\x00" },
	{ "a workbook of an Excel before 1995; " AS_OFFICE "XLSX", 0, 4, "\x09\x04\x06\x00" },
};

/* Documents that are ZIP archives, by a part that only they have. */
static const struct {
	const char *what, *part;
} packed[] = {
	{ "an OFD document; open it in its reader and save it as PDF", "OFD.xml" },
	{ "an OpenDocument file; " AS_OFFICE "DOCX or XLSX", "META-INF/manifest.xml" },
	{ "a presentation; " AS_OFFICE "PDF", "ppt/presentation.xml" },
	{ "a binary workbook (XLSB); " AS_OFFICE "XLSX", "xl/workbook.bin" },
};

/* Files of one XML document. */
static const struct {
	const char *what, *mark;
} plain[] = {
	{ "a workbook as XML of Excel 2003; " AS_OFFICE "XLSX", "urn:schemas-microsoft-com:office:spreadsheet" },
	{ "a document as XML of Word 2003; " AS_OFFICE "DOCX", "http://schemas.microsoft.com/office/word/2003/wordml" },
	{ "a document as XML of Word; " AS_OFFICE "DOCX", "http://schemas.microsoft.com/office/2006/xmlPackage" },
};

/* Streams of OLE2 files.  A workbook for both Excel 95 and 97 has one for each, and is read. */
static const struct {
	const char *what, *stream;
} streams[] = {
	{ "locked by a password; open it with the password in an office program and save it without one",
	  "EncryptedPackage" },
	{ "a workbook of Excel 5 or 95; " AS_OFFICE "XLSX", "Book" },
};

static gboolean has_mark(const ys_bytes *bytes, const char *mark)
{
	gsize n = MIN(bytes->len, 4096);

	return n > 5 && memmem(bytes->data, MIN(n, 64), "<?xml", 5) && memmem(bytes->data, n, mark, strlen(mark));
}

/* OLE2 is a container for anything, of which no program that writes publications makes one without these streams:
 * Thumbs.db, installers, messages. */
#define NO_DOCUMENT "an OLE2 file without a document or workbook in it, such as Thumbs.db"

/* What it is and what to do; NULL: none of these.  *bits is how many were recognised. */
static const char *what_is(const ys_bytes *bytes, int *bits)
{
	g_autoptr(ys_ole) ole = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(signatures); i++) {
		const signature *row = &signatures[i];

		*bits = 8 * row->len;
		if (bytes->len >= row->at + row->len && !memcmp(bytes->data + row->at, row->magic, row->len))
			return row->what;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(packed); i++)
		if ((*bits = ys_parts_bid(bytes, packed[i].part)))
			return packed[i].what;
	for (gsize i = 0; i < G_N_ELEMENTS(plain); i++) {
		*bits = 8 * strlen(plain[i].mark);
		if (has_mark(bytes, plain[i].mark))
			return plain[i].what;
	}
	ole = ys_ole_new(bytes->data, bytes->len);
	*bits = 64;
	for (gsize i = 0; ole && i < G_N_ELEMENTS(streams); i++)
		if (ys_ole_has(ole, streams[i].stream))
			return streams[i].what;
	*bits = 1;
	return ole ? NO_DOCUMENT : NULL;
}

static int bid_refused(const ys_bytes *bytes)
{
	int bits;

	return what_is(bytes, &bits) ? bits : 0;
}

static ys_original *read_refused(const ys_bytes *bytes, GError **error)
{
	int bits;
	const char *what = what_is(bytes, &bits);

	g_set_error_literal(error, YS_ERROR, bits > 1 ? YS_ERROR_PUBLICATION : YS_ERROR_FOREIGN, what);
	return NULL;
}

const ys_reader ys_reader_refused = { "refused", bid_refused, read_refused };
