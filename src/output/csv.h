/* Comma-separated values (RFC 4180) of records, and of the rows of tables. */
#ifndef YS_CSV_H
#define YS_CSV_H

#include "src/record.h"

/* The line of column names. */
void ys_csv_append_head(GString *out);
/* One record a line; lists are joined with "; ", amounts are exact decimals of yuan. */
void ys_csv_append_record(GString *out, const ys_record *record);

/* The same for who opens it in a spreadsheet: with the mark by which that knows UTF-8, and an
 * apostrophe before text that it would compute: =..., @..., +A1. */
void ys_csv_append_sheet_head(GString *out);
void ys_csv_append_sheet_record(GString *out, const ys_record *record);

/* One field, quoted where it must be; NULL is empty.  sheet: for a spreadsheet, as above. */
void ys_csv_append_field(GString *out, const char *s, gboolean sheet);

/* The rows of a table, as printed, below its column names; every line has as many cells as the widest, and a table
 * without rows is the line of names alone. */
void ys_csv_append_table(GString *out, const ys_record *table);
/* The same for a spreadsheet. */
void ys_csv_append_sheet_table(GString *out, const ys_record *table);

#endif
