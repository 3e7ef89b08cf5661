/* What an editor says of a publication, because its file does not (sources.tsv, doc/yusou.1). */
#ifndef YS_GIVEN_H
#define YS_GIVEN_H

#include "src/publication/title/title.h"

/* NULL and 0: not given. */
typedef struct {
	char *url;              /* where it is published; http or https */
	char *published;        /* the day: YYYY-MM-DD */
	char *department;
	gboolean has_region;
	ys_region region;
	int year;
	const char *kind, *level;       /* static, as in ys_title */
} ys_given;

void ys_given_free(ys_given *given);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_given, ys_given_free)

/* A short string that differs where anything is given otherwise; NULL where nothing is.  Newly allocated. */
char *ys_given_digest(const ys_given *given);

/* Let what is given take the place of what was read.  A body without its region is looked up by its name, as that
 * of a title is, with hint.  given may be NULL. */
void ys_given_apply(const ys_given *given, ys_title *title, const char *hint);

#endif
