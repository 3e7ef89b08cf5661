/* Where something is printed, as a person is told to look it up. */
#ifndef YS_OUTPUT_PLACE_H
#define YS_OUTPUT_PLACE_H

#include "src/record.h"

/* 第12–13页 表8 第3行, 工作表“项目支出” 第12行; in text the lines of the file: 第40–42行.  chinese: FALSE says it
 * in English.  "" where nothing is known.  Newly allocated. */
char *ys_place_text(const ys_source *source, gboolean chinese);

/* The address of the original, at its page where the format has pages that viewers go to: url#page=12.  NULL without
 * one, or if it is none that may be linked to.  Newly allocated. */
char *ys_place_url(const ys_source *source);

#endif
