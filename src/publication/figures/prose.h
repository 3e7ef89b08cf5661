/* Figures in prose: 2023年本部门财政拨款安排“三公”经费 1.80 万元，比上年减少 0.85 万元，下降 32.08%.
 *
 * A number belongs to the words before it, back to the last comma or bracket; what they mean
 * is told by label.h.  Prose has its own units (doc/domain.md 6). */
#ifndef YS_PROSE_H
#define YS_PROSE_H

#include "src/publication/figures/label.h"
#include "src/publication/lines/outline.h"
#include "src/record.h"

/* One printed number. */
typedef struct {
	ys_amount amount;       /* YS_AMOUNT_NONE: not found */
	ys_amount place;        /* fen in one of its last printed place: 100 yuan for 1.80万元 */
	int line;
} ys_figure;

/* "X万元，比上年增加Y万元，增长Z%": whether Z follows from X and Y can be checked. */
typedef struct {
	ys_figure now, change;  /* change with its sign */
	ys_percent percent;     /* with its sign */
	ys_percent place;       /* hundredths of a percent in one of its last printed place */
	char *label;            /* the words before X */
} ys_growth;

/* What a figure changed by against the year before. */
typedef struct {
	ys_figure_id figure;
	ys_figure by;           /* with its sign */
	ys_measure against;     /* the year before's budget, or what was executed of it */
} ys_change;

/* A number with a unit or %, as it stands among others of its paragraph. */
typedef struct {
	char *words;            /* all since the number before it, with their marks, in one width */
	ys_label label;         /* of what stands since the last comma or bracket */
	ys_figure value;        /* of a percentage hundredths of a percent, and so its place */
	gboolean percent;
	guint paragraph, sentence;      /* which, from 0; sentences of each paragraph */
} ys_prose_number;

typedef struct {
	GArray *numbers;        /* of ys_prose_number, in their order; years, counts and codes are among words */
	ys_figure figures[YS_N_FIGURES];
	GArray *changes;        /* of ys_change: of those figures */
	ys_figure change;       /* of the total against the year before, with its sign */
	ys_percent change_percent;
	GPtrArray *growths;     /* of ys_growth */
} ys_prose;

/* year 0: unknown.  kind: in a final account what was executed counts, else what is planned.
 * What is said of other years, and what stands in tables, is left alone. */
ys_prose *ys_prose_new(const ys_outline *outline, int year, const char *kind);
void ys_prose_free(ys_prose *prose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_prose, ys_prose_free)

#endif
