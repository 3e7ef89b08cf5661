/* What is known of many documents at once, for filters by type, sums and facets: read from the
 * cards of their publications in one pass, without opening any document. */
#ifndef YS_COLUMNS_H
#define YS_COLUMNS_H

#include "index/xapian_c.h"
#include "src/record.h"

/* What records of a publication have in common; each is there once in a ys_columns. */
typedef struct {
	guint index;            /* its number in the columns, from 0 */
	const char *department; /* "" unknown, and so on */
	const char *kind;
	const char *id;         /* of a department; "" for other records */
	const ys_region *region;        /* all NULL if unknown */
	int year;               /* 0 unknown */
	/* folded names, as titles have them; NULL: none */
	const char *place;      /* short name of its county or city: 白云 of 白云区 */
	const char *own;        /* the department with its county or city: 石蕖区数据局 */
} ys_origin;

typedef struct {
	ys_record_type type;
	gboolean glossary;      /* of a glossary: after the others, and no evidence for its department */
	guint8 line;            /* what a line is (index/cards.h) */
	ys_amount amount;
	gboolean doubtful;      /* and so in no sum and no order */
	const ys_origin *origin;
} ys_facts;

typedef struct ys_columns ys_columns;

ys_columns *ys_columns_new(void);
void ys_columns_free(ys_columns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_columns, ys_columns_free)

/* The facts of n documents of one reader, ascending: an array that is valid as long as the
 * columns are.  May be called again for others.  NULL on error. */
const ys_facts *ys_columns_read(ys_columns *columns, xc_reader *reader, const guint32 *docids, gsize n, GError **error);

guint ys_columns_n_origins(const ys_columns *columns);

#endif
