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

typedef struct {
	ys_figure figures[YS_N_FIGURES];
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
