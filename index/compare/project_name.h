/* What of a project's name stays the same through the years, while year, phase, body, punctuation and the words for
 * money change. */
#ifndef YS_PROJECT_NAME_H
#define YS_PROJECT_NAME_H

#include <glib.h>

/* Keys (src/text/key.h). */
typedef struct {
	char *plain;            /* without years and the body it begins with */
	char *core;             /* that without its phase and the words at its end that say nothing */
	char *wording;          /* one of all wordings of the core (data/synonyms): the same for each of them */
	int phase;              /* 2 of 二期; 0 none */
} ys_project_name;

/* department, unit: whose names may stand before it; NULL or "" for none. */
void ys_project_name_init(ys_project_name *name, const char *title, const char *department, const char *unit);
void ys_project_name_clear(ys_project_name *name);

/* Whether one is worded anew as the other, by their cores: most of it stayed, and what changed is neither a number,
 * nor at an end, nor tells two projects apart (data/project-names). */
gboolean ys_project_name_is_reworded(const ys_project_name *a, const ys_project_name *b);

/* Whether what one core has beside the other, which stands in it, leaves it a project of the same kind: 东片区 does, 监理 and
 * 二 do not. */
gboolean ys_project_name_is_kin(const ys_project_name *longer, const ys_project_name *shorter);

#endif
