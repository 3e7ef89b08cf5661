/* A query as the index sees it: terms to find candidates by. */
#ifndef YS_PLAN_H
#define YS_PLAN_H

#include "index/schema.h"
#include "index/xapian_c.h"
#include "src/query/query.h"

typedef struct {
	xc_query *candidates;   /* every match, and perhaps chance meetings of bigrams */
	gboolean verify;        /* those must be told apart in the text */
	char *term;             /* the candidates are just the documents that have this term; else NULL */
	xc_query *wanted;       /* then: those of the types that are asked for */
	guint parts;            /* any of so many runs makes a candidate, of which the best are enough; else 0 */
} ys_plan;

/* The prefix of the terms that records of a type have apart from those of others (index/schema.h): of lines of
 * budgets all, of tables those of their rows; NULL if they have none. */
static inline const char *ys_plan_apart(ys_record_type type)
{
	return type == YS_LINE ? YS_PREFIX_LINE : type == YS_TABLE ? YS_PREFIX_ROWS : NULL;
}

/* Plan a query against the index behind reader; hidden are the versions to leave out.
 * Records of every type are candidates: those that are not hits tell of departments.  But words are looked for in
 * what has its terms apart only where no other type is wanted. */
ys_plan *ys_plan_new(xc_reader *reader, const ys_query *query, const GPtrArray *hidden, GError **error);
void ys_plan_free(ys_plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_plan, ys_plan_free)

/* Records that pass the query's filters and have the terms of any of the folded runs (of char *). */
ys_plan *ys_plan_any(xc_reader *reader, const ys_query *query, const GPtrArray *runs, const GPtrArray *hidden,
		     GError **error);

/* Records that have the terms of a folded run: those that query might find, by its types and filters,
 * or all, with query NULL. */
ys_plan *ys_plan_run(xc_reader *reader, const ys_query *query, const char *run, const GPtrArray *hidden,
		     GError **error);

/* Every record of the types (bits as in ys_query) that has the term of this prefix (index/schema.h), in the
 * order of their docids: of a publication version, with an id.  hidden may be NULL. */
ys_plan *ys_plan_term(const char *prefix, const char *value, guint types, const GPtrArray *hidden, GError **error);

#endif
