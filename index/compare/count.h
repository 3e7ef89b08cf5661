/* What may be added up: nothing twice, and nothing that is another thing.  The rules for every sum. */
#ifndef YS_COUNT_H
#define YS_COUNT_H

#include "index/compare/edition.h"
#include "index/compare/link.h"
#include "index/search/every.h"

typedef enum {
	YS_COUNTS,
	YS_LEFT_CONTAINED,      /* in another publication that is there, or in a line above it */
	YS_LEFT_OTHER_VIEW,     /* the same money once more, under another name or classification */
	YS_LEFT_NO_AMOUNT,      /* it does not have the measure */
	YS_LEFT_IMPLAUSIBLE,    /* its unit cannot be right */
	YS_LEFT_MENTIONED,      /* what was asked for stands in its text, but does not name it */
	YS_N_LEFT
} ys_count_verdict;

/* For programs: "contained". */
const char *ys_count_verdict_name(ys_count_verdict verdict);

/* A record that may be counted. */
typedef struct {
	const ys_found *found;
	const ys_edition *edition;      /* where it stands */
	const ys_link *link;    /* of a project, where it was looked for; NULL */
	gboolean ended;         /* the edition is the first without it */
	guint cell;             /* only what is of one cell is added up */
	ys_amount amount;       /* of the measure asked for; YS_AMOUNT_NONE if it does not have that */
	ys_count_verdict verdict;
} ys_addend;

typedef struct {
	gboolean mentioned;     /* what is only mentioned counts too */
	gboolean levels_apart;  /* no cell holds both bodies and their units */
	gboolean lines_apart;   /* no cell holds several lines */
} ys_count_rules;

/* Fill in the verdicts of addends (array of ys_addend). */
void ys_count(GArray *addends, const ys_count_rules *rules);

#endif
