/* A sheet of a workbook, whatever wrote it: cells with text, what is hidden and merged; what is printed of
 * it becomes a table, or paragraphs where no row has two texts. */
#ifndef YS_SHEET_H
#define YS_SHEET_H

#include "src/original/original.h"

/* Cells right of it are left out; no table is so wide. */
#define YS_SHEET_COLUMNS_MAX 1024

typedef struct ys_sheet ys_sheet;

ys_sheet *ys_sheet_new(void);
void ys_sheet_free(ys_sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_sheet, ys_sheet_free)

/* Rows and columns count from 0; ranges include both ends. */

/* Text without anything to see is no cell.  Copied. */
void ys_sheet_set(ys_sheet *sheet, guint row, guint column, const char *text);
void ys_sheet_hide_row(ys_sheet *sheet, guint row);
void ys_sheet_hide_columns(ys_sheet *sheet, guint first, guint last);
void ys_sheet_merge(ys_sheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column);
/* Rows that are printed again on each page. */
void ys_sheet_repeat_rows(ys_sheet *sheet, guint first, guint last);

/* Append the sheet to the original.  Rows without text are dropped and cut no table; empty columns at
 * either side are dropped. */
void ys_sheet_deliver(ys_sheet *sheet, ys_original *original, const char *name);

#endif
