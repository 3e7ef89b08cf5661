/* The publications of a comparison. */
#ifndef YS_EDITIONS_H
#define YS_EDITIONS_H

#include "index/compare/edition.h"
#include "index/search/search.h"

typedef struct {
	ys_every *every;
	GArray *list;           /* of ys_edition */
	GHashTable *by_id;      /* id of the publication -> its ys_edition in the list */
	GStringChunk *strings;
} ys_editions;

/* Those that the filters of a query let pass, so far as they are about publications; words, amounts and codes do
 * not count.  all_years: nor do years and kinds. */
ys_editions *ys_editions_new(ys_search *search, const ys_query *query, gboolean all_years, GError **error);
void ys_editions_free(ys_editions *editions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_editions, ys_editions_free)

/* The records of a type that the same filters let pass. */
ys_every *ys_editions_records(ys_search *search, const ys_query *query, ys_record_type type, gboolean all_years,
			      GError **error);

/* NULL if there is none. */
const ys_edition *ys_editions_find(const ys_editions *editions, const char *publication);

#endif
