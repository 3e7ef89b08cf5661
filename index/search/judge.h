/* Does the text of a record match a query, how, and how well.  Candidates from the index may
 * be chance meetings of bigrams; here they are told apart. */
#ifndef YS_JUDGE_H
#define YS_JUDGE_H

#include "index/search/page.h"
#include "src/query/query.h"

/* What is known of the record beside its text. */
typedef struct {
	const char *folded;     /* searchable text, '|' between fields, the title first */
	gsize len;
	ys_amount amount;       /* YS_AMOUNT_NONE: unknown */
	int year;               /* 0: unknown */
	const char *rows;       /* of a table: its record as stored, where codes are looked for; NULL */
	gsize rows_len;
	ys_record_type type;
	const char *body;       /* the department in full, and its region: what a word may name; NULL: none */
	const ys_region *region;
	/* folded names that weigh little in a title; NULL: none */
	const char *place;      /* short name of its county or city */
	const char *department; /* with its county or city, of a project or item */
} ys_evidence;

typedef struct {
	ys_match match;
	double bonus;           /* beside the weights of the index */
	gboolean synonym;       /* some word is there only in another wording, or names the department */
} ys_verdict;

/* FALSE if the record does not match.  explain, if not NULL, receives a line for each thing
 * that counted. */
gboolean ys_judge(const ys_query *query, const ys_evidence *evidence, ys_verdict *verdict, GString *explain);

/* The word names this department, in this region. */
gboolean ys_judge_is_of(const ys_word *word, const char *department, const ys_region *region);

#endif
