/* What a query is made of: words and filters, and what holds them together. */
#ifndef YS_QUERY_TREE_H
#define YS_QUERY_TREE_H

#include "src/body_name.h"
#include "src/record.h"

typedef struct {
	char *text;             /* as typed */
	char *folded;           /* what must stand contiguously in a match */
	gboolean quoted;
	ys_amount amount;       /* what it is as an amount of money (1,156.36; 11563600元); NONE */
	gboolean code;          /* may be a function or economic code: three, five or seven digits */
	gboolean signs;         /* it has signs that must stand there, 35%, C++ (src/text/signs.h) */
	int year;               /* whose records match like text: 2023, 2023年; 0: none */
	GPtrArray *synonyms;    /* of char *: folded runs that say the same (data/synonyms) */
	GPtrArray *related;     /* of char *: folded runs that say a kind or a part of it (data/related) */
	GPtrArray *before, *behind;     /* of char *: what tells that it stands by chance (ys_lexicon_borders()) */
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

/* The filter as it would be typed: year:2021..2024.  Newly allocated. */
char *ys_filter_text(const ys_filter *filter);

#endif
