/* Items of the budget as prose names them: by all levels, 类, 款 and 项. */
#ifndef YS_CHECK_ITEMS_H
#define YS_CHECK_ITEMS_H

#include <glib.h>

#define YS_ITEM_LEVELS 3

typedef struct {
	char *names[YS_ITEM_LEVELS];    /* NULL from the first level that is not named */
	char *codes[YS_ITEM_LEVELS];    /* the digits beside each: 204, 06, ""; NULL as the names */
} ys_item_name;

/* Read the first item that the words name, in ASCII brackets: 公共安全支出(204类)司法(06款)行政运行(01项).  Returns what
 * stands behind it; NULL if there is none, and then the item is empty.  The caller clears it. */
const char *ys_item_name_read(ys_item_name *item, const char *words);
void ys_item_name_clear(ys_item_name *item);

#endif
