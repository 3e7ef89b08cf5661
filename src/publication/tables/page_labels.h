/* The table that a site prints above each document: 索引号, 发布机构, 发文日期 and what they are of this one. */
#ifndef YS_PAGE_LABELS_H
#define YS_PAGE_LABELS_H

#include "src/publication/tables/table.h"

/* All that the rows (ys_row) say is labels of a page (data/title) and, behind each, its value or nothing. */
gboolean ys_rows_are_page_labels(const GPtrArray *rows);

#endif
