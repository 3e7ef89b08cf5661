#include <string.h>

#include "src/error.h"
#include "src/original/ole.h"
#include "src/original/parts.h"
#include "src/original/readers.h"

/* Formats that are known and not read: what the file is, and what to do. */

#define AS_OFFICE "open it in an office program and save it as "
#define OCR "a picture; run a program that recognises characters (OCR) and give its result"

typedef struct {
	ys_save_as as;          /* 0: none that is read */
	gboolean picture;       /* folders of publications have logos and seals: it need be no scan of one */
	const char *what;
	gsize at, len;
	const char *magic;
} signature;

static const signature signatures[] = {
	{ YS_SAVE_AS_DOCX, FALSE, "an RTF document; " AS_OFFICE "DOCX", 0, 5, "{\\rtf" },
	{ 0, TRUE, "a PNG file, " OCR, 0, 8, "\x89PNG\r\n\x1a\n" },
	{ 0, TRUE, "a JPEG file, " OCR, 0, 3, "\xff\xd8\xff" },
	{ 0, TRUE, "a TIFF file, " OCR, 0, 4, "II*\0" },
	{ 0, TRUE, "a TIFF file, " OCR, 0, 4, "MM\0*" },
	{ 0, TRUE, "a GIF file, " OCR, 0, 5, "GIF89" },
	{ 0, TRUE, "a GIF file, " OCR, 0, 5, "GIF87" },
	{ 0, TRUE, "a WebP file, " OCR, 8, 4, "WEBP" },
	/* BOF of BIFF2 to BIFF4, which stand alone */
	{ YS_SAVE_AS_XLSX, FALSE, "a workbook of an Excel before 1995; " AS_OFFICE "XLSX", 0, 4, "\x09\x00\x04\x00" },
	{ YS_SAVE_AS_XLSX, FALSE, "a workbook of an Excel before 1995; " AS_OFFICE "XLSX", 0, 4, "\x09\x02\x06\x00" },
	{ YS_SAVE_AS_XLSX, FALSE, "a workbook of an Excel before 1995; " AS_OFFICE "XLSX", 0, 4, "\x09\x04\x06\x00" },
};

/* Documents that are ZIP archives, by a part that only they have, and what stands at their beginning. */
static const struct {
	ys_save_as as;
	const char *what, *part, *mark; /* mark NULL: anything */
} packed[] = {
	{ 0, "an OFD document; open it in its reader and save it as PDF", "OFD.xml", NULL },
	{ YS_SAVE_AS_XLSX, "an OpenDocument workbook; " AS_OFFICE "XLSX", "META-INF/manifest.xml",
	  "application/vnd.oasis.opendocument.spreadsheet" },
	{ YS_SAVE_AS_DOCX, "an OpenDocument text; " AS_OFFICE "DOCX", "META-INF/manifest.xml",
	  "application/vnd.oasis.opendocument.text" },
	{ YS_SAVE_AS_PDF, "an OpenDocument file; " AS_OFFICE "PDF", "META-INF/manifest.xml", NULL },
	{ YS_SAVE_AS_PDF, "a presentation; " AS_OFFICE "PDF", "ppt/presentation.xml", NULL },
	{ YS_SAVE_AS_XLSX, "a binary workbook (XLSB); " AS_OFFICE "XLSX", "xl/workbook.bin", NULL },
};

/* Files of one XML document. */
static const struct {
	ys_save_as as;
	const char *what, *mark;
} plain[] = {
	{ YS_SAVE_AS_XLSX, "a workbook as XML of Excel 2003; " AS_OFFICE "XLSX",
	  "urn:schemas-microsoft-com:office:spreadsheet" },
	{ YS_SAVE_AS_DOCX, "a document as XML of Word 2003; " AS_OFFICE "DOCX",
	  "http://schemas.microsoft.com/office/word/2003/wordml" },
	{ YS_SAVE_AS_DOCX, "a document as XML of Word; " AS_OFFICE "DOCX",
	  "http://schemas.microsoft.com/office/2006/xmlPackage" },
};

/* Streams of OLE2 files.  A workbook for both Excel 95 and 97 has one for each, and is read. */
static const struct {
	ys_save_as as;
	const char *what, *stream;
} streams[] = {
	{ 0, "locked by a password; open it with the password in an office program and save it without one",
	  "EncryptedPackage" },
	{ YS_SAVE_AS_XLSX, "a workbook of Excel 5 or 95; " AS_OFFICE "XLSX", "Book" },
};

static gboolean has_mark(const ys_bytes *bytes, const char *mark)
{
	gsize n = MIN(bytes->len, 4096);

	return n > 5 && memmem(bytes->data, MIN(n, 64), "<?xml", 5) && memmem(bytes->data, n, mark, strlen(mark));
}

/* OLE2 is a container for anything, of which no program that writes publications makes one without these streams:
 * Thumbs.db, installers, messages. */
#define NO_DOCUMENT "an OLE2 file without a document or workbook in it, such as Thumbs.db"
#define CUT_DOCUMENT "an Office file (DOC, XLS) that is cut off or damaged; fetch it again"

/* What a file is. */
typedef struct {
	const char *what;       /* and what to do; NULL: none of these */
	ys_save_as as;
	int bits;               /* how many were recognised */
	gboolean foreign;       /* no publication is meant to be read from it */
} finding;

/* A package says what it is in its first part, which is not compressed. */
#define PACKAGE_HEAD 256

static finding find_packed(const ys_bytes *bytes)
{
	for (gsize i = 0; i < G_N_ELEMENTS(packed); i++) {
		const char *mark = packed[i].mark;
		int bits = !mark || memmem(bytes->data, MIN(bytes->len, PACKAGE_HEAD), mark, strlen(mark))
				   ? ys_parts_bid(bytes, packed[i].part) : 0;

		if (bits)
			return (finding){ packed[i].what, packed[i].as, bits, FALSE };
	}
	return (finding){ 0 };
}

static finding find_in_ole(const ys_bytes *bytes)
{
	g_autoptr(ys_ole) ole = ys_ole_new(bytes->data, bytes->len);

	for (gsize i = 0; ole && i < G_N_ELEMENTS(streams); i++)
		if (ys_ole_has(ole, streams[i].stream))
			return (finding){ streams[i].what, streams[i].as, 64, FALSE };
	if (!ole && ys_is_ole(bytes->data, bytes->len))
		return (finding){ CUT_DOCUMENT, 0, 64, FALSE };
	return ole ? (finding){ NO_DOCUMENT, 0, 1, TRUE } : (finding){ 0 };
}

static finding find_what(const ys_bytes *bytes)
{
	finding found;

	for (gsize i = 0; i < G_N_ELEMENTS(signatures); i++) {
		const signature *row = &signatures[i];

		if (bytes->len >= row->at + row->len && !memcmp(bytes->data + row->at, row->magic, row->len))
			return (finding){ row->what, row->as, 8 * (int)row->len, row->picture };
	}
	found = find_packed(bytes);
	for (gsize i = 0; i < G_N_ELEMENTS(plain) && !found.what; i++)
		if (has_mark(bytes, plain[i].mark))
			found = (finding){ plain[i].what, plain[i].as, 8 * (int)strlen(plain[i].mark), FALSE };
	return found.what ? found : find_in_ole(bytes);
}

static int bid_refused(const ys_bytes *bytes)
{
	return find_what(bytes).bits;
}

static ys_original *read_refused(const ys_bytes *bytes, GError **error)
{
	finding found = find_what(bytes);

	if (found.as)
		g_set_error_literal(error, YS_SAVE_AS, (int)found.as, found.what);
	else
		g_set_error_literal(error, YS_ERROR, found.foreign ? YS_ERROR_FOREIGN : YS_ERROR_PUBLICATION, found.what);
	return NULL;
}

const ys_reader ys_reader_refused = { "refused", bid_refused, read_refused };
