/* Bars as inline SVG.  They take their colours from the style sheet, need no script, and keep
 * their text readable at any width: lengths are percentages, sizes of text are not.  The name and
 * the description of an image with role=img are its title and desc. */
#ifndef WEB_CHART_H
#define WEB_CHART_H

#include "src/amount.h"

typedef struct {
	char *label;            /* the caller's */
	ys_amount amount;
} chart_bar;

/* The largest of them; 0 if none is more than nothing. */
ys_amount chart_longest(const GArray *bars);

/* Bars are as long as their amounts, the longest as wide as the image; what is more than nothing is
 * seen, and unknown and negative amounts have no bar.
 *
 * Bars to lie behind the rows of a list that has the labels and the figures: bars is a GArray of
 * chart_bar, one a row.  title says what it is, description what there is to see. */
void chart_behind(GString *out, const char *title, const char *description, const GArray *bars);

/* A line through points, from left to right, on an image whose height stands for highest: of several images beside each
 * other the largest of all.  Points that are unknown leave a gap, and no point is negative.  The first and the last of
 * those that are known have their figures. */
void chart_line(GString *out, const char *title, const char *description, const GArray *points, ys_amount highest);

/* Bars with their labels and amounts. */
void chart_alone(GString *out, const char *title, const char *description, const GArray *bars);

#endif
