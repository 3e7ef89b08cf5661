/* Reading one run of a query from its beginning: where it stands, what of it was not understood so far. */
#ifndef YS_SCAN_H
#define YS_SCAN_H

#include "src/query/understand/reading.h"

typedef struct {
	const char *p;          /* here; plain text, which ends with NUL */
	const char *start;
	const char *unread;     /* begins what was not understood, and ends here */
	int newest;
	gboolean compares;      /* in the query something was read that compares departments or amounts */

	/* what a reader found at p */
	ys_reading_kind as;
	char *value;
	gsize before;           /* bytes in front of p that belong to it */
} ys_scan;

/* Nothing that was not understood stands in front of here. */
gboolean ys_scan_at_border(const ys_scan *scan);
/* Something that was not understood may not follow s: the end, 的, a sign. */
gboolean ys_scan_ends(const char *s);
/* A reading begins with the word at s whatever stands in front of it. */
gboolean ys_scan_begins(const char *s);
/* All of a run is the name of a body. */
gboolean ys_scan_names_body(const char *run);

/* Each reads what begins at scan->p: the bytes it takes, 0 if it is nothing of the kind; then as and value are
 * set, and before. */
gsize ys_scan_year(ys_scan *scan);
gsize ys_scan_amount(ys_scan *scan);
gsize ys_scan_place(ys_scan *scan);     /* a body or a region */
gsize ys_scan_kind(ys_scan *scan);
gsize ys_scan_order(ys_scan *scan);
gsize ys_scan_change(ys_scan *scan);
gsize ys_scan_by(ys_scan *scan);
gsize ys_scan_question(ys_scan *scan);

#endif
