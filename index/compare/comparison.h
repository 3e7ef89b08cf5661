/* A comparison: what records come to, by region, body, year and what else there is, nothing counted twice
 * (index/compare/count.h).  Knows nothing of how it is shown. */
#ifndef YS_COMPARISON_H
#define YS_COMPARISON_H

#include "index/compare/count.h"
#include "index/compare/editions.h"

typedef enum {
	YS_BY_REGION,           /* names of province, city and county joined */
	YS_BY_DEPARTMENT,
	YS_BY_ROLE,             /* what sort of body: 教育局 */
	YS_BY_YEAR,
	YS_BY_KIND,
	YS_BY_LEVEL,
	YS_BY_CODE,
	YS_BY_LINE,
	YS_BY_UNIT,
	YS_BY_PROJECT,          /* the same through the years, called as it was last */
	YS_BY_STATUS,           /* new, continued, ended ... (index/compare/link.h) */
	YS_N_BY
} ys_dimension;

const char *ys_dimension_name(ys_dimension by);
/* YS_N_BY if there is none of that name. */
ys_dimension ys_dimension_named(const char *name);

typedef enum {
	YS_ORDER_GROUPS,        /* of a group its years one behind the other, the largest group first */
	YS_ORDER_AMOUNT,        /* the largest first */
	YS_ORDER_CHANGE,        /* what changed most first, up or down; without a change last */
	YS_N_ORDERS
} ys_cell_order;

/* YS_N_ORDERS if there is none of that name: "group", "amount", "change". */
ys_cell_order ys_cell_order_named(const char *name);

typedef struct {
	const ys_query *query;  /* borrowed; its types do not count */
	ys_record_type of;      /* YS_PROJECT, YS_LINE or YS_PUBLICATION */
	guint n_by;
	ys_dimension by[YS_N_BY];      /* no two the same */
	guint measure;          /* index/counted.h; ys_n_measures(): the one that is meant where nothing is said */
	gboolean mentioned;     /* count what only mentions the query, too */
	ys_cell_order order;
	guint max;              /* cells at most; 0: all */
} ys_question;

/* Texts are borrowed from the comparison. */
typedef struct {
	const char *key[YS_N_BY];       /* as the question's by; NULL: unknown */
	guint count;            /* of what is added up */
	ys_amount amount;       /* NONE if count is 0 */
	guint publications;     /* behind it */
	guint indexed, bodies;  /* publications that are indexed of what is in its key, and of how many bodies */
	guint mentioned;        /* beside count: records that only mention what was asked for */
	/* where year is a dimension, against the cell of the year before; NONE without one */
	ys_amount change;
	ys_percent change_percent;
	/* of what has both, or where kind is a dimension against the cell of the budget: what was executed of it */
	ys_percent execution_percent;
	gboolean comparable;    /* the same bodies stand behind what it is held against */
	guint rank;             /* where bodies are a dimension: 1 the largest of those with the same other keys; 0 */
	const char *code;       /* where line is a dimension: its code, "" without one; else NULL */
	GPtrArray *ids;         /* of const char *: the records that are added up */
} ys_cell;

/* How many publications are indexed behind what has a value of one dimension. */
typedef struct {
	ys_dimension by;
	const char *value;      /* NULL unknown */
	guint publications;     /* that count, */
	guint bodies;           /* and of how many bodies */
} ys_coverage;

/* Of the bodies with the same other keys. */
typedef struct {
	const char *key[YS_N_BY];       /* NULL at the place of the bodies */
	guint bodies;
	ys_amount median;       /* of two in the middle the lower */
} ys_median;

typedef struct {
	ys_question question;   /* as answered: with kind as a dimension where nothing says which */
	GArray *cells;          /* of ys_cell, in the order that was asked for */
	guint n_cells;          /* as many there are */
	GArray *coverage;       /* of ys_coverage */
	GArray *medians;        /* of ys_median; empty unless bodies are a dimension */
	guint count;            /* records that are added up, in whatever cell */
	guint left_out[YS_N_LEFT];
	guint superseded;       /* publications of which a newer file stands for them */
	guint publications;     /* that count */
	/* behind it all */
	ys_editions *editions;
	ys_every *every;
	ys_links *links;        /* of projects, where asked; NULL, */
	ys_editions *all_editions;      /* and what they are of */
	ys_every *all_projects;
	GStringChunk *strings;
} ys_comparison;

void ys_comparison_free(ys_comparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_comparison, ys_comparison_free)

/* The index of a dimension among those of the question; its n_by if it is none of them. */
guint ys_question_at(const ys_question *question, ys_dimension by);
/* Lines alone have names, projects alone units and years before: a dimension that the question's type does not have;
 * YS_N_BY if it has all. */
ys_dimension ys_question_misfit(const ys_question *question);

/* What a cell is called among those of its comparison: its key as one text, the same after any rebuild as long as it is
 * of the same.  Newly allocated. */
char *ys_cell_name(const ys_comparison *comparison, const ys_cell *cell);
/* The cell of that name; NULL if there is none. */
const ys_cell *ys_cell_named(const ys_comparison *comparison, const char *name);

#endif
