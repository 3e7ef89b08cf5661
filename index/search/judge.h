/* Does the text of a record match a query, how, and how well.  Candidates from the index may
 * be chance meetings of bigrams; here they are told apart. */
#ifndef YS_JUDGE_H
#define YS_JUDGE_H

#include "index/search/loose.h"
#include "index/search/page.h"

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
	gboolean named;         /* some word stands in the text itself, or is a code there */
	gboolean untitled;      /* some word that stands in the text is not in the title, but for the place's and the
				   department's name there */
	gboolean synonym;       /* some word is there only in another wording, or names the department */
	gboolean with_related;  /* words that are related to those typed count */
	gboolean chance;        /* some word stands in the text only inside other words */
	gboolean related;       /* some word is there only as one that is related to it */
} ys_verdict;

/* What a verdict rests on: how each word was found, decided where it is weighed. */
typedef struct {
	GPtrArray *runs;        /* of char *: folded, what of the query stands in the text, to be highlighted */
	GPtrArray *wordings;    /* of char *: those of them that were not typed, each once */
	GString *lines;         /* what counted, a line each */
} ys_grounds;

void ys_grounds_init(ys_grounds *grounds);
void ys_grounds_clear(ys_grounds *grounds);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ys_grounds, ys_grounds_clear)

/* FALSE if the record does not match.  grounds, if not NULL, receives what the verdict rests on. */
gboolean ys_judge(const ys_query *query, const ys_evidence *evidence, ys_verdict *verdict, ys_grounds *grounds);

/* The same of a query that was taken apart: FALSE if the record has too little of it to be worth showing.  *score:
 * how much there is of it, most of all in the title. */
gboolean ys_judge_part(const ys_loose *loose, const ys_evidence *evidence, double *score, ys_grounds *grounds);

#endif
