/* What the sheets of a workbook share: strings, number formats, their order. */
#ifndef YS_XLSX_BOOK_H
#define YS_XLSX_BOOK_H

#include "src/original/parts.h"

typedef struct {
	char *name, *part;
	gboolean hidden;
	guint repeat_first, repeat_last;        /* rows printed on each page, from 1; 0: none */
} ys_xlsx_sheet;

typedef struct {
	GPtrArray *sheets;      /* of ys_xlsx_sheet, in the order of their tabs */
	GPtrArray *strings;     /* of char * */
	GPtrArray *formats;     /* code of each cell format, of char * */
	gboolean since_1904;
} ys_xlsx_book;

/* YS_ERROR_PUBLICATION: a part of it is damaged. */
ys_xlsx_book *ys_xlsx_book_new(const GPtrArray *parts, GError **error);
void ys_xlsx_book_free(ys_xlsx_book *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_xlsx_book, ys_xlsx_book_free)

/* "B12" from its column and row, from 0; what is missing stays as it was. */
const char *ys_xlsx_parse_place(const char *reference, guint *row, guint *column);

#endif
