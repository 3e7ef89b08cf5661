/* A <table> with data. */
#ifndef YS_PAGE_TABLE_H
#define YS_PAGE_TABLE_H

#include "src/original/page.h"

ys_original_table *ys_page_table(const xmlNode *table);

#endif
