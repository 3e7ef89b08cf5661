/* What a person asked, understood but not yet planned.  Shared by the command line and the
 * web.  The language: doc/yusou-query.7. */
#ifndef YS_QUERY_H
#define YS_QUERY_H

#include "src/body_name.h"
#include "src/record.h"

/* Bounds that keep a query cheap: bytes of text, words, brackets inside each other, and words of a
 * single character. */
#define YS_QUERY_TEXT_MAX  2048
#define YS_QUERY_WORDS_MAX 64
#define YS_QUERY_DEPTH_MAX 32
/* Each is any of hundreds of terms. */
#define YS_QUERY_SINGLES_MAX 16
/* Other wordings of all words together; where there are more each word has its share. */
#define YS_QUERY_WORDINGS_MAX 192
#define YS_QUERY_LIMIT_MAX 1000
#define YS_QUERY_OFFSET_MAX 100000

typedef struct {
	char *text;             /* as typed */
	char *folded;           /* what must stand contiguously in a match */
	gboolean quoted;
	ys_amount amount;       /* what it is as an amount of money (1,156.36; 11563600元); NONE */
	gboolean code;          /* may be a function or economic code: three, five or seven digits */
	int year;               /* whose records match like text: 2023, 2023年; 0: none */
	GPtrArray *synonyms;    /* of char *: folded runs that say the same (data/synonyms) */
	ys_body_asked *body;    /* the department it may name, whose records match like text; NULL: none */
	GPtrArray *places;      /* of char *: of a single character, names of divisions that have it; else NULL */
} ys_word;

typedef enum {
	YS_FILTER_TYPE,
	YS_FILTER_YEAR,
	YS_FILTER_KIND,
	YS_FILTER_REGION,
	YS_FILTER_DEPARTMENT,
	YS_FILTER_AMOUNT,
	YS_FILTER_CODE,
	YS_FILTER_PUBLICATION
} ys_filter_kind;

typedef struct {
	ys_filter_kind kind;
	guint types;                    /* type: bit 1 << ys_record_type for each */
	int year_first, year_last;      /* year; 0: open */
	char *name;                     /* kind, region, department, code, publication */
	GPtrArray *codes;               /* code: those it names, static strings; NULL where it was a number */
	gboolean roll_up;               /* code: all that begin with it */
	ys_amount min, max;             /* amount, both ends included; YS_AMOUNT_NONE: open */
} ys_filter;

typedef enum {
	YS_NODE_WORD,
	YS_NODE_FILTER,
	YS_NODE_AND,
	YS_NODE_OR,
	YS_NODE_NOT             /* one child */
} ys_node_kind;

/* A query as a tree.  Below an OR or a NOT there are either words or filters, never both:
 * filters are decided by the index alone, words by the text. */
typedef struct {
	ys_node_kind kind;
	ys_word *word;
	ys_filter *filter;
	GPtrArray *children;    /* of ys_node */
	guint at;               /* character of the query, from 1, for messages */
	gboolean operators;     /* of the root: AND, OR, NOT or - was typed */
} ys_node;

typedef enum {
	YS_SORT_RELEVANCE,
	YS_SORT_AMOUNT,         /* largest first */
	YS_SORT_YEAR            /* newest first */
} ys_sort;

typedef struct ys_query ys_query;

struct ys_query {
	char *text;             /* as typed; "" for filters alone */
	char *folded;           /* the words in order as one contiguous run: the exact tier; "" where OR or
				   brackets leave no such order */
	ys_node *words_tree;    /* NULL without words */
	GPtrArray *words;       /* of ys_word, borrowed from the tree: those that are not excluded, each once */
	ys_query *apart;        /* its words are these with names of bodies taken off the runs they begin,
				   青禾政数局 光纤 for 青禾政数局光纤: what to ask where these find nothing;
				   NULL: none begins so */
	GPtrArray *filters;     /* of ys_node without words: all must hold */
	gboolean operators;     /* AND, OR, NOT or - was typed: nothing is loose then */
	guint types;            /* types wanted */
	gboolean types_given;   /* FALSE: projects and items, or tables where a code asks for them */
	ys_sort sort;
	guint limit, offset;
	gboolean exact;         /* only matches of the whole query as typed */
	gboolean no_synonyms;
	gboolean no_amount_factor;      /* the amount does not raise a rank */
	gboolean facets;
	gboolean explain;
};

/* Nothing asked: projects and items, by relevance, the first 10. */
ys_query *ys_query_new(void);
void ys_query_free(ys_query *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_query, ys_query_free)

/* Understand the words, operators and fields of text.  YS_ERROR_INPUT names the character
 * at fault.  Call once, after no_synonyms is set. */
gboolean ys_query_set_text(ys_query *query, const char *text, GError **error);

/* The value of the option or parameter of that name, as typed: type, year, kind, region,
 * department, amount, code are filters; sort, limit, offset shape the page. */
gboolean ys_query_set(ys_query *query, const char *name, const char *value, GError **error);

/* The name of a sort order, as the option has it. */
const char *ys_sort_name(ys_sort sort);

/* The filter as it would be typed: year:2021..2024.  Newly allocated. */
char *ys_filter_text(const ys_filter *filter);

/* Neither words nor filters nor types: asks for nothing. */
gboolean ys_query_is_empty(const ys_query *query);

/* ---- between the files of this room ---- */

/* A filter from a field's value; NULL and YS_ERROR_INPUT with the value at fault. */
ys_filter *ys_filter_new(ys_filter_kind kind, const char *value, GError **error);
void ys_filter_free(ys_filter *filter);
/* The field of a name, English or Chinese; FALSE if there is none. */
gboolean ys_filter_named(const char *name, gsize len, ys_filter_kind *kind);

ys_node *ys_node_new(ys_node_kind kind, guint at);
void ys_node_free(ys_node *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_node, ys_node_free)

/* Parse text into a tree; NULL without *error for blank text. */
ys_node *ys_query_parse(const char *text, GError **error);

#endif
