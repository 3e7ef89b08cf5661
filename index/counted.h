/* What counts of a record in sums and comparisons, packed into a value of its own (index/schema.h), so that
 * none has to be opened to be added up.
 *
 *   u8 1 if its unit cannot be right, u8 number of amounts
 *   9 bytes an amount: u8 measure, i64 fen, little-endian
 *   texts, each ended by NUL: id, title, publication, code, unit, level, scope; then, as many as there are, the
 *   subordinate units of a publication, or the names above a line, the highest first
 *
 * Records that are never added up (tables, sections, departments) have no such value. */
#ifndef YS_COUNTED_H
#define YS_COUNTED_H

#include "src/record.h"

/* Measures of lines as yusou(1) lists them; of projects: budget, executed; of publications: total_expenditure,
 * total_income, basic, project, change, three_public_total, procurement_services ... */
guint ys_n_measures(void);
const char *ys_measure_name(guint measure);
/* ys_n_measures() if there is none of that name. */
guint ys_measure_named(const char *name);

/* The value of a record; NULL if it is never added up.  Newly allocated. */
GString *ys_counted_pack(const ys_record *record);

/* A value under inspection: borrowed bytes, texts "" if unknown. */
typedef struct {
	gboolean implausible;   /* its unit is missing, or cannot be right */
	const char *id, *title, *publication, *code, *unit, *level, *scope;
	guint n_amounts;
	const char *amounts;
	const char *names, *end;        /* what ys_counted_names() gives */
} ys_counted;

/* FALSE if the value is damaged. */
gboolean ys_counted_read(const char *value, gsize len, ys_counted *counted);

/* YS_AMOUNT_NONE if the record does not have this measure. */
ys_amount ys_counted_amount(const ys_counted *counted, guint measure);

/* Subordinate units of a publication, names above a line: the one at *at, which moves on from NULL; NULL after
 * the last. */
const char *ys_counted_name(const ys_counted *counted, const char **at);

#endif
