/* What a person asked, understood but not yet planned.  Shared by the command line and the
 * web.  The language: doc/yusou-query.7. */
#ifndef YS_QUERY_H
#define YS_QUERY_H

#include "src/query/tree.h"
#include "src/refusal.h"

/* Hits of a page where nobody says how many. */
#define YS_QUERY_LIMIT 10
/* Bounds: bytes of text, or of one value; hits of a page, and how far into them it may begin. */
#define YS_QUERY_TEXT_MAX 2048
#define YS_QUERY_LIMIT_MAX 1000
#define YS_QUERY_OFFSET_MAX 100000

typedef enum {
	YS_SORT_RELEVANCE,
	YS_SORT_AMOUNT,         /* largest first */
	YS_SORT_YEAR            /* newest first */
} ys_sort;

typedef struct ys_query ys_query;

struct ys_query {
	/* what was understood of the text and the options */
	char *text;             /* as typed; "" for filters alone */
	char *folded;           /* the words in order as one contiguous run: the exact tier; "" where OR or
				   brackets leave no such order */
	ys_node *words_tree;    /* NULL without words */
	GPtrArray *words;       /* of ys_word, borrowed from the tree: those that are not excluded, each once */
	ys_query *split_body;   /* its words are these with names of bodies taken off the runs they begin,
				   青禾政数局 光纤 for 青禾政数局光纤: what to ask where these find nothing;
				   NULL: none begins so */
	GPtrArray *filters;     /* of ys_node without words: all must hold */
	gboolean signs;         /* some word has signs that must stand in the original */
	gboolean operators;     /* AND, OR, NOT or - was typed: nothing is loose then */

	gboolean with_related;  /* set by who asks once more: words are also there as words related to them */

	/* what is wanted of it; callers may set it themselves */
	guint types;            /* types wanted */
	gboolean types_given;   /* FALSE: projects and items, or tables where a code asks for them */
	ys_sort sort;
	guint limit, offset;
	gboolean exact;         /* only matches of the whole query as typed */
	gboolean no_synonyms;
	gboolean literal;       /* the words are text only, nothing is understood (src/query/understand) */
	gboolean ascending;     /* by amount the smallest first */
	gboolean named_first;   /* in an order by amount, what has a word in its name before what only mentions it */
	gboolean no_amount_factor;      /* the amount does not raise a rank */
	gboolean facets;
	gboolean explain;
};

/* Nothing asked: projects and items, by relevance, the first YS_QUERY_LIMIT. */
ys_query *ys_query_new(void);
void ys_query_free(ys_query *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_query, ys_query_free)

/* Understand the words, operators and fields of text.  YS_REFUSAL, with the character at fault where
 * there is one.  Call once, after no_synonyms is set. */
gboolean ys_query_set_text(ys_query *query, const char *text, GError **error);

/* The value of the option or parameter of that name, as typed: type, year, kind, region,
 * department, amount, code are filters; sort, limit, offset shape the page.  YS_REFUSAL. */
gboolean ys_query_set(ys_query *query, const char *name, const char *value, GError **error);

/* The order in which hits come: where there are no words all are equally relevant, and the largest are first. */
ys_sort ys_query_order(const ys_query *query);

/* A filter that the text was understood to ask for, as if its field had been typed.  YS_REFUSAL. */
gboolean ys_query_set_understood(ys_query *query, ys_filter_kind kind, const char *value, GError **error);

/* The name of a sort order, as the option has it. */
const char *ys_sort_name(ys_sort sort);

/* Neither words nor filters nor types: asks for nothing. */
gboolean ys_query_is_empty(const ys_query *query);

#endif
