/* The files inside an archive, unpacked in memory, within bounds. */
#ifndef YS_PARTS_H
#define YS_PARTS_H

#include "src/original/reader.h"

typedef struct {
	char *name;             /* UTF-8, with its directories */
	char *data;             /* NULL: it could not be unpacked; failure says why */
	gsize len;
	const char *failure;
} ys_part;

void ys_part_free(ys_part *part);

/* Are the bytes a ZIP archive that holds a part of this name?  0 or the bits recognised. */
int ys_parts_bid(const ys_bytes *bytes, const char *name);

/* The parts of a ZIP archive whose names wanted() accepts.  YS_ERROR_PUBLICATION: it is damaged or more
 * than may be unpacked. */
GPtrArray *ys_parts_of_document(const ys_bytes *bytes, gboolean (*wanted)(const char *name), GError **error);

/* All files of an archive of any kind.  *rest is why what followed the last one was not read; NULL: it
 * was the last one.  YS_ERROR_PUBLICATION: nothing of it can be read. */
GPtrArray *ys_parts_of_archive(const ys_bytes *bytes, const char **rest, GError **error);

/* Names in the order people give them, 2 before 10: as strcmp() does. */
int ys_parts_compare_names(const char *a, const char *b);

/* By its name: upper and lower case alike, as office programs do.  NULL: no such part. */
const ys_part *ys_parts_find(const GPtrArray *parts, const char *name);

#endif
