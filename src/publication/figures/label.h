/* What the words before a number say about it, from data/figures: "比上年减少", "“三公”经费支出决算为".
 * doc/domain.md 1 and 8 say what figures there are, and what they are compared with. */
#ifndef YS_LABEL_H
#define YS_LABEL_H

#include <glib.h>

typedef enum {
	YS_FIGURE_INCOME,
	YS_FIGURE_EXPENDITURE,
	YS_FIGURE_BASIC,
	YS_FIGURE_PROJECT,
	YS_FIGURE_THREE_PUBLIC,         /* the six, in this order, are the family of 三公 */
	YS_FIGURE_ABROAD,
	YS_FIGURE_VEHICLE,
	YS_FIGURE_VEHICLE_PURCHASE,
	YS_FIGURE_VEHICLE_RUNNING,
	YS_FIGURE_RECEPTION,
	YS_FIGURE_PROCUREMENT,          /* the four of procurement */
	YS_FIGURE_GOODS,
	YS_FIGURE_WORKS,
	YS_FIGURE_SERVICES,
	YS_FIGURE_RUNNING,              /* 机关运行经费 */
	YS_FIGURE_MEETINGS,
	YS_FIGURE_TRAINING,
	YS_N_FIGURES,
	YS_FIGURE_BALANCE = YS_N_FIGURES,       /* income and expenditure at once */
	YS_FIGURE_APPROPRIATION,
	YS_FIGURE_NONE
} ys_figure_id;

/* The name in a map of the record ("vehicle_purchase", "total"), else of the field. */
const char *ys_figure_name(ys_figure_id figure);
/* What people call it: “三公”经费. */
const char *ys_figure_title(ys_figure_id figure);
gboolean ys_figure_is_three_public(ys_figure_id figure);
gboolean ys_figure_is_procurement(ys_figure_id figure);

typedef enum {
	YS_MEASURE_UNSAID,
	YS_MEASURE_PLANNED,
	YS_MEASURE_EXECUTED
} ys_measure;

typedef struct {
	ys_figure_id figure;    /* YS_FIGURE_NONE: none by itself */
	gboolean needs_family;  /* a short wording (购置费): only behind a figure of its family */
	gboolean filler;        /* no more than "支出决算为": what was spoken of before */
	ys_measure measure;
	int direction;          /* of a growth: 1 more, -1 less, 0 no growth */
	gboolean compares;      /* a growth, and the words say against what or of which figure */
	int year;               /* named in it; 0 none */
} ys_label;

/* label: the text between the last comma, bracket or number and this number. */
ys_label ys_label_read(const char *label);

/* The text names the year before as what is compared with: 比上年, 与2020年相比 when year is 2021. */
gboolean ys_label_says_before(const char *text, int year);

/* The figure of a row of a three-public table, its name with all its marks:
 * 其中：（一）因公出国（境）费.  YS_FIGURE_NONE if it is none of the six. */
ys_figure_id ys_figure_of_row(const char *name);

#endif
