/* What a person asked: words and filters, understood but not yet planned.  Shared by the
 * command line and the web.  The language: doc/yusou-query.7. */
#ifndef YS_QUERY_H
#define YS_QUERY_H

#include "src/record.h"

/* Bounds that keep a query cheap: bytes of text, and words. */
#define YS_QUERY_TEXT_MAX  2048
#define YS_QUERY_WORDS_MAX 64
#define YS_QUERY_LIMIT_MAX 1000
#define YS_QUERY_OFFSET_MAX 100000

typedef struct {
	char *text;             /* as typed */
	char *folded;           /* what must stand contiguously in a match */
	gboolean quoted;
} ys_word;

typedef enum {
	YS_SORT_RELEVANCE,
	YS_SORT_AMOUNT,         /* largest first */
	YS_SORT_YEAR            /* newest first */
} ys_sort;

typedef struct {
	char *text;             /* as typed; "" for filters alone */
	char *folded;           /* all of it as one contiguous run: the exact tier */
	GPtrArray *words;       /* of ys_word; all must match */
	guint types;            /* bit 1 << ys_record_type for each type wanted */
	int year_first, year_last;      /* 0: open */
	char *kind;             /* NULL: any, and so on */
	char *region;
	char *department;
	ys_amount amount_min, amount_max;       /* YS_AMOUNT_NONE: open; both ends included */
	ys_sort sort;
	guint limit, offset;
	gboolean exact;         /* only matches of the whole query as typed */
	gboolean facets;
} ys_query;

/* Nothing asked: projects and items, by relevance, the first 10. */
ys_query *ys_query_new(void);
void ys_query_free(ys_query *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_query, ys_query_free)

/* Each takes the value of the option or parameter of that name, as typed.  FALSE and
 * YS_ERROR_INPUT with a sentence that names the character or value at fault. */
gboolean ys_query_set_text(ys_query *query, const char *text, GError **error);
gboolean ys_query_set_types(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_years(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_kind(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_region(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_department(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_amount(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_sort(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_limit(ys_query *query, const char *value, GError **error);
gboolean ys_query_set_offset(ys_query *query, const char *value, GError **error);

/* The name of a sort order, as the option has it. */
const char *ys_sort_name(ys_sort sort);

/* Neither words nor filters: asks for nothing. */
gboolean ys_query_is_empty(const ys_query *query);

#endif
