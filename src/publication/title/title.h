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
	gboolean graded;        /* what stands for the body is a place, with the grade of its government */
	int line;               /* where the text begins, counted from 1; 0 if nobody looked */
} ys_title;

/* Read one line of text, cleaned, as a title: everything but region.  Never fails: what cannot be told stays
 * unknown, and a text that is no title is one of "其他" without body and year. */
ys_title *ys_title_read(const char *text);
/* The same of what people call a file, without its ending: 附件2：青禾县体育局2024年部门预算公开表.xls; with its region. */
ys_title *ys_title_of_file(const char *name);
/* Find the region of what was read; hint: other text of the publication that may settle it, or NULL.  A body
 * that turns out to be a division as a whole is none. */
void ys_title_place(ys_title *title, const char *hint);
/* TRUE if the department has the name of a public body. */
gboolean ys_title_names_body(const ys_title *title);
/* TRUE if the title is of a department or unit, and says at most where that is. */
gboolean ys_title_lacks_body(const ys_title *title);
/* Take the body from a line that names it (ys_owner_in()), where the title is of departments or units and names
 * at most a place: 阳城县2025年县级部门预算.  The region stays the title's if that tells one. */
void ys_title_name_body(ys_title *title, const char *owner, const char *hint);
void ys_title_free(ys_title *title);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_title, ys_title_free)

#endif
