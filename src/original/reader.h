/* Readers of formats, one file each, and the table of them. */
#ifndef YS_READER_H
#define YS_READER_H

#include "src/original/original.h"

/* What unpacking may still take of a file and all that is in it: a small archive can hold a large one many
 * times. */
typedef struct {
	gsize bytes;
	guint parts;
	int depth;              /* of archives within archives */
} ys_budget;

#define YS_BUDGET_WHOLE { 256 << 20, 2000, 2 }

/* The bytes of a file.  name is for messages and parts only: it decides nothing. */
typedef struct {
	const char *name;
	const char *data;
	gsize len;
	ys_budget *budget;      /* of the archive it comes from; NULL: none */
} ys_bytes;

typedef struct {
	const char *name;       /* "pdf" */
	/* How sure it is that the bytes are its format: how many bits it recognised; 0 not at all. */
	int (*bid)(const ys_bytes *bytes);
	/* YS_ERROR_PUBLICATION, with what to do about it, where nothing of it can be read: a scan, a
	 * password, a file cut off; YS_SAVE_AS where an office program reads it. */
	ys_original *(*read)(const ys_bytes *bytes, GError **error);
} ys_reader;

#endif
