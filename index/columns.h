/* The value slots of many documents at once, for filters by type, sums and facets: read slot by
 * slot in the order of the documents, which costs a fraction of opening each of them. */
#ifndef YS_COLUMNS_H
#define YS_COLUMNS_H

#include "index/xapian_c.h"
#include "src/record.h"

typedef struct {
	ys_record_type type;
	const char *id;
	const char *department; /* "" unknown, and so on */
	const char *kind;
	const ys_region *region;        /* all NULL if unknown */
	ys_amount amount;
	int year;               /* 0 unknown */
	gboolean aside;         /* of a glossary: after the others, and no evidence for its department */
} ys_facts;

typedef struct ys_columns ys_columns;

/* Read the slots of the documents of hits, a GArray of xc_hit in any order. */
ys_columns *ys_columns_read(xc_reader *reader, const GArray *hits, GError **error);
void ys_columns_free(ys_columns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_columns, ys_columns_free)

/* What is known of hit i; valid as long as the columns are. */
const ys_facts *ys_columns_facts(const ys_columns *columns, guint i);

#endif
