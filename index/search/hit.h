/* Hits: records with their snippets. */
#ifndef YS_HIT_H
#define YS_HIT_H

#include "index/search/answer.h"

/* Fill page->hits with the part of an answer's ranking that its query asks for. */
gboolean ys_hits_add(const ys_answer *answer, ys_page *page, GError **error);

/* The hit that a candidate is.  Newly allocated; NULL on error. */
ys_hit *ys_hit_new(xc_reader *reader, const ys_measures *measures, const ys_candidate *candidate, guint rank,
		   GError **error);
void ys_hit_free(ys_hit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_hit, ys_hit_free)

#endif
