/* What a piece of a query may mean, and the query without it. */
#ifndef YS_READING_H
#define YS_READING_H

#include "src/query/tree.h"

typedef enum {
	YS_READ_YEAR,           /* filters, whose value is as their field has it */
	YS_READ_AMOUNT,
	YS_READ_REGION,
	YS_READ_KIND,
	YS_READ_DEPARTMENT,     /* a name of a body at the beginning of a run: the name itself stays a word */
	YS_READ_ORDER,          /* "most" or "least": of amounts */
	YS_READ_CHANGE,         /* against the year before: "rise", "fall", "most rise", "most fall" */
	YS_READ_NONE,           /* "0": departments that have no amount */
	YS_READ_BY,             /* "department" or "region": who is compared */
	YS_READ_QUESTION,       /* asks only; value NULL */
	YS_N_READINGS
} ys_reading_kind;

typedef struct {
	ys_reading_kind as;
	char *text;             /* the words typed */
	char *value;
	gsize start, len;       /* bytes of the query's text that mean it, with what joins them to the rest */
	gboolean taken;         /* or else text again */
	gboolean ignored;       /* neither */
} ys_reading;

void ys_reading_free(ys_reading *reading);

/* Its name for programs: "year". */
const char *ys_reading_name(ys_reading_kind as);
/* The filter that it is; FALSE if it is none. */
gboolean ys_reading_filter(const ys_reading *reading, ys_filter_kind *kind);

/* It would have left nothing, which is worth saying: it changes what is found. */
gboolean ys_reading_was_left(const ys_reading *reading);

/* The text without the readings that are taken or ignored; newly allocated.  What was read is a word of its own. */
char *ys_understood_rest(const char *text, const GPtrArray *readings);

/* The text without this one; newly allocated. */
char *ys_understood_without(const char *text, const ys_reading *reading);

#endif
