/* Projects that only prose names: 1.某某项目120.50万元，主要用于... under a heading about key
 * projects.  doc/domain.md 1. */
#ifndef YS_MENTION_H
#define YS_MENTION_H

#include "src/publication/lines/outline.h"
#include "src/publication/projects/context.h"
#include "src/publication/tables/table.h"

/* The project that a clause names with its amount, 3.某某项目，预算安排120.50万元, without a source; NULL. */
ys_record *ys_mention_of_clause(const char *clause);
/* The name, newly allocated, if these bytes are one of a project as prose has them; NULL. */
char *ys_project_of_clause(const char *start, gsize len);

/* Records of such projects, owned by the array; empty where any table of the publication is
 * one of projects or of their goals.  Only clauses that begin with a name that ends as names
 * of projects do, and go on with an amount and its unit, count. */
GPtrArray *ys_mentions_new(const ys_outline *outline, const GPtrArray *tables,
			   const ys_project_context *context);

#endif
