/* What can go wrong, as far as a caller acts differently on it.
 *
 * Every fallible function takes a GError ** last and returns NULL or FALSE when
 * it sets it.  The detail travels in the message (what, where, what to do);
 * the code decides the exit status and, on the web, the status line.
 * What is wrong with what a person asked has a domain of its own, src/refusal.h.
 * ys_error_answer() knows them: one table holds all of those answers. */
#ifndef YS_ERROR_H
#define YS_ERROR_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
	YS_ERROR_INPUT,         /* the query or an option is not valid */
	YS_ERROR_NO_INDEX,      /* nothing was ever published there */
	YS_ERROR_SCHEMA,        /* the index was made by another version */
	YS_ERROR_IO,            /* reading or writing failed */
	YS_ERROR_LOCKED,        /* another writer is active */
	YS_ERROR_PUBLICATION,   /* this file cannot be read, and may well hold a publication */
	YS_ERROR_FOREIGN,       /* there is no publication in this file */
	YS_ERROR_SEVERAL,       /* the files in this archive are to be read one by one: they are no parts of one */
	YS_ERROR_INTERNAL       /* a bug, or no memory */
} ys_error_code;

#define YS_ERROR (ys_error_quark())
GQuark ys_error_quark(void);

/* A domain of its own: as YS_ERROR_PUBLICATION, of a file that office programs read.  The code says as what
 * one of them is to save it. */
typedef enum {
	YS_SAVE_AS_DOCX = 1,
	YS_SAVE_AS_XLSX,
	YS_SAVE_AS_PDF
} ys_save_as;

#define YS_SAVE_AS (ys_save_as_quark())
GQuark ys_save_as_quark(void);

typedef struct {
	ys_error_code code;
	int exit_status;        /* sysexits where one fits; documented in yusou.1 */
	int http_status;
	const char *visitor;    /* one sentence that gives no internals away */
} ys_error_row;

/* The row for an error.  A refusal answers as YS_ERROR_INPUT, YS_SAVE_AS as YS_ERROR_PUBLICATION, errors of other
 * domains (GLib's file errors) as YS_ERROR_IO.  Never NULL. */
const ys_error_row *ys_error_answer(const GError *error);

G_END_DECLS

#endif
