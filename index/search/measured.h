/* Departments compared: by a line of their budgets, by what they spend on what was found, or by what changed. */
#ifndef YS_MEASURED_H
#define YS_MEASURED_H

#include "index/search/answer.h"
#include "index/search/page.h"

/* One department, in the order of all. */
typedef struct {
	const char *department; /* of the answer's columns, as is region */
	const ys_region *region;
	guint32 docid;          /* the line, publication or largest project */
	ys_amount amount;
	ys_percent percent;
	int year;
	const char *kind;
} ys_measure;

/* The answer's measured departments, in the order its readings ask for: each by its newest year, for years are not
 * added up.  Where nothing else was looked for, the lines or publications that were compared become the hits.  measured
 * stays NULL where no department has what is compared. */
gboolean ys_measured_find(ys_answer *answer, GError **error);

/* Bring the departments of a page, which are all that matched, into that order, the first max of them, with what was
 * measured; those that were not measured are left out. */
gboolean ys_measured_put(const ys_answer *answer, guint max, ys_page *page, GError **error);

#endif
