/* Names that are almost the same: one project worded a little differently in two tables
 * (phenomenon 85), or two projects that differ in a number (87). */
#ifndef YS_SIMILAR_H
#define YS_SIMILAR_H

#include <glib.h>

/* Two names with at least this score may be one project. */
#define YS_SIMILAR_MIN 60

/* A name prepared for comparing. */
typedef struct ys_similar ys_similar;

/* key: made by ys_name_key(). */
ys_similar *ys_similar_new(const char *key);
void ys_similar_free(ys_similar *name);

/* How much of two names is the same, in percent of their pairs of neighbouring characters
 * (Dice's measure).  0 for names that count differently: 一期 and 二期, 2022年 and 2023年; a
 * year that only one of them has does not matter. */
guint ys_similar_score(const ys_similar *a, const ys_similar *b);

#endif
