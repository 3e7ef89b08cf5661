/* The same project through the years: budgets, and their accounts. */
#ifndef YS_LINK_H
#define YS_LINK_H

#include "index/compare/editions.h"

typedef enum {
	YS_STATUS_UNKNOWN,      /* nothing is indexed of the year before, or which it was cannot be told */
	YS_STATUS_NEW,
	YS_STATUS_CONTINUED,
	YS_STATUS_RENAMED,      /* continued, in other words */
	YS_STATUS_SPLIT,        /* a part of one of the year before */
	YS_STATUS_MERGED,       /* of two of the year before */
	YS_STATUS_ENDED         /* of the year before, and no longer there */
} ys_project_status;

/* "new"; NULL for unknown.  Static. */
const char *ys_project_status_name(ys_project_status status);

typedef struct {
	const ys_found *found;
	const ys_edition *edition;
	guint chain;            /* the same number for the same project */
	ys_project_status status;       /* against the year before, of the same kind */
	const ys_edition *ended;        /* the edition of the year after, in which it is no longer there; NULL */
} ys_link;

typedef struct {
	GArray *list;           /* of ys_link */
	GHashTable *by_id;      /* id of the record -> its ys_link */
	GHashTable *names;      /* number of a chain -> its last title */
} ys_links;

/* Link the projects of editions; what stands in none of them is left out. */
ys_links *ys_links_new(const ys_editions *editions, const ys_every *projects);
void ys_links_free(ys_links *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_links, ys_links_free)

#endif
