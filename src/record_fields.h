/* The fields of a record as one table: printing, storing, reading back, creating and
 * freeing all walk it, so that a field added here is added everywhere. */
#ifndef YS_RECORD_FIELDS_H
#define YS_RECORD_FIELDS_H

#include <glib.h>

/* Whole in src/record.h, whose functions walk this table: it needs no more of one than a pointer. */
typedef struct ys_record ys_record;

typedef enum {
	YS_FIELD_TYPE,
	YS_FIELD_STRING,        /* char * */
	YS_FIELD_STRINGS,       /* GPtrArray of char * */
	YS_FIELD_REGION,
	YS_FIELD_YEAR,          /* int, 0 unknown */
	YS_FIELD_COUNT,         /* int */
	YS_FIELD_AMOUNT,        /* its name has the unit behind it when printed */
	YS_FIELD_FUNDING,
	YS_FIELD_FIGURES,       /* like funding, but each name has the unit behind it when printed */
	YS_FIELD_PERCENT,       /* its name says what it counts, as an amount's does */
	YS_FIELD_MEASURED,
	YS_FIELD_ROWS,
	YS_FIELD_RANGES,        /* GArray of ys_lines */
	YS_FIELD_RECONCILIATION,
	YS_FIELD_SOURCE,
	YS_FIELD_SOURCES,
	YS_FIELD_WARNINGS,
	YS_N_FIELD_FORMS
} ys_field_form;

typedef struct {
	const char *name;
	ys_field_form form;
	gsize offset;           /* in ys_record */
	guint types;            /* bit per record type: always printed, null if unknown */
	guint types_if_known;   /* printed when known; strings only */
} ys_field;

/* In the order in which they are printed. */
const ys_field *ys_record_fields(gsize *n);

/* Whether a record prints a field. */
gboolean ys_field_is_printed(const ys_field *field, const ys_record *record);

#endif
