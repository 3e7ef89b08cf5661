/* Where something is printed, as a person is told to look it up. */
#ifndef YS_OUTPUT_PLACE_H
#define YS_OUTPUT_PLACE_H

#include "src/record.h"

/* 第12–13页 表8 第3行, 工作表“项目支出” 第12行; in text the lines of the file: 第40–42行.  chinese: FALSE says it
 * in English.  "" where nothing is known.  Newly allocated. */
char *ys_place_text(const ys_source *source, gboolean chinese);

#endif
