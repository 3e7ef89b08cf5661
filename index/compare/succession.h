/* Two lists of projects of one body, of one year and the next: which of the one is which of the other. */
#ifndef YS_SUCCESSION_H
#define YS_SUCCESSION_H

#include "index/compare/project_name.h"
#include "src/amount.h"

typedef enum {
	YS_SUCCEEDS_NONE,       /* no one, and none is a part of it or has it as a part */
	YS_SUCCEEDS_SAME,
	YS_SUCCEEDS_REWORDED,
	YS_SUCCEEDS_PART,       /* is one of several that one of the year before became */
	YS_SUCCEEDS_BOTH,       /* is made of two of the year before */
	YS_SUCCEEDS_UNSURE      /* several are called just so, in either year */
} ys_succeeds;

typedef struct {
	ys_project_name name;
	char *unit;             /* key of who uses it; "" unknown */
	ys_amount amount;
	/* filled in */
	int other;              /* the place of the other one in its list; -1 none */
	ys_succeeds succeeds;   /* of the later list */
	gboolean same_unit;     /* its unit stands in the other list too */
} ys_successor;

/* Fill in the lists (arrays of ys_successor), the earlier and the later.  Precision comes before recall: where two
 * could be meant, it is neither. */
void ys_succession(GArray *before, GArray *after);

#endif
