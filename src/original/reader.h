/* Readers of formats, one file each, and the table of them. */
#ifndef YS_READER_H
#define YS_READER_H

#include "src/original/original.h"

/* The bytes of a file.  name is for messages and parts only: it decides nothing. */
typedef struct {
	const char *name;
	const char *data;
	gsize len;
} ys_bytes;

typedef struct {
	const char *name;       /* "pdf" */
	/* How sure it is that the bytes are its format: how many bits it recognised; 0 not at all. */
	int (*bid)(const ys_bytes *bytes);
	/* YS_ERROR_PUBLICATION, with what to do about it, where nothing of it can be read: a scan, a
	 * password, a file cut off. */
	ys_original *(*read)(const ys_bytes *bytes, GError **error);
} ys_reader;

/* The reader that is surest of the bytes; NULL: none knows them. */
const ys_reader *ys_reader_of(const ys_bytes *bytes);

#endif
