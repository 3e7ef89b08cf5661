/* The title of a publication: whose budget or final account of which year.
 * Grammar and traps: doc/domain.md 2; phenomena 1, 2, 3. */
#ifndef YS_TITLE_H
#define YS_TITLE_H

#include "src/region.h"

typedef struct {
	char *text;             /* joined, blanks between Han removed; NULL if no title was found */
	char *department;       /* as written, without scope marks and second names; NULL unknown */
	char *alias;            /* second name in brackets; NULL */
	int year;               /* 0 unknown */
	const char *kind;       /* "预算", "决算" or "其他" */
	const char *level;      /* "部门", "单位" or NULL */
	const char *scope;      /* "汇总", "本级" or NULL */
	ys_region region;
	ys_region_status region_status;
	char *candidates;       /* readings of an ambiguous region, for the warning; NULL */
} ys_title;

/* Read a title that may be broken over lines and inside words; line ends and blanks
 * in text are the converter's.  hint: other text of the publication that may settle
 * the region, or NULL.  Never fails: what cannot be told stays unknown. */
ys_title *ys_title_parse(const char *text, const char *hint);
/* Take the body from a line that names it (ys_owner_in()), where the title is of departments or units and names
 * at most a place: 阳城县2025年县级部门预算.  The region stays the title's if that tells one. */
void ys_title_name_body(ys_title *title, const char *owner, const char *hint);
void ys_title_free(ys_title *title);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_title, ys_title_free)

#endif
