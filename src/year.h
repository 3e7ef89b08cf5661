/* Years of budgets and final accounts, as they are printed and typed: 2023, 2023年, 2023年度 or
 * 二〇二三年, in digits of either width. */
#ifndef YS_YEAR_H
#define YS_YEAR_H

#include <glib.h>

/* Between these four digits are a year; the republic had no budgets before. */
#define YS_YEAR_FIRST 1949
#define YS_YEAR_LAST 2099

/* A year in a text, and the bytes it takes there with 年 or 年度. */
typedef struct {
	int year;               /* 0: there is none */
	gsize start, len;
} ys_year;

/* What the n bytes at s begin with (n < 0: up to the NUL).  Where more digits follow, four are none. */
ys_year ys_year_at(const char *s, gssize n);

/* The first with 年 behind it.  Other digits may stand before it: 1012023年 has a code there. */
ys_year ys_year_find(const char *s, gssize n);

/* The year that all of s is; 0 if it is none. */
int ys_year_of(const char *s);

#endif
