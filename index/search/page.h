/* What a search returns: hits, the departments they belong to, facets. */
#ifndef YS_PAGE_H
#define YS_PAGE_H

#include "src/query/query.h"
#include "src/query/understand/reading.h"
#include "src/record.h"
#include "src/text/match.h"

typedef enum {
	YS_MATCH_EXACT,         /* all of the query stands there contiguously as typed */
	YS_MATCH_ALL,           /* every word is there, perhaps in another wording */
	YS_MATCH_RELATED,       /* for some word there is only a kind or a part of what it means */
	YS_MATCH_CORRECTED,     /* what was typed stands nowhere; a word that sounds or looks like it is there */
	YS_MATCH_LOOSE,         /* only part of the query is there */
	YS_N_MATCHES
} ys_match;

const char *ys_match_name(ys_match match);

typedef struct {
	ys_record *record;
	guint rank;             /* 1 for the first of all */
	double score;
	ys_match match;
	const char *field;      /* where the snippet is from: "title", "goal"; NULL without one */
	GPtrArray *snippet;     /* of ys_piece */
	GPtrArray *title;       /* of ys_piece: the title with its matches */
	GPtrArray *department;  /* of ys_piece: the department's name with its matches */
	GPtrArray *synonyms;    /* of char *: wordings and related words that were found instead of typed ones */
	char *explanation;      /* why it stands where it does, a line each; NULL unless asked */
} ys_hit;

/* By what departments were compared, where the query asks for an order of them. */
typedef struct {
	char *id, *title;       /* of the line or publication, or of the largest project */
	char *kind;
	int year;
	ys_amount amount;       /* of the line; of all its projects; by which the total changed */
	ys_percent percent;     /* of a change; YS_PERCENT_NONE others */
} ys_department_measure;

typedef struct {
	char *department;
	ys_region region;
	double score;           /* of its best project */
	ys_match match;
	guint projects;
	ys_amount amount;       /* sum of the matching projects, or of items where no project matches; unknown ones
				 * add nothing */
	guint left_out;         /* amounts that are doubtful, and not in the sum */
	GArray *years;          /* of int, ascending */
	char *top_id, *top_title;       /* the best match among them */
	ys_department_measure *measure; /* NULL unless departments are compared */
} ys_department_hit;

void ys_department_hit_free(ys_department_hit *department);

typedef struct {
	char *value;
	guint count;            /* of all that match */
	guint items;            /* of them, those that are parts of projects, where projects are counted too */
	ys_amount amount;       /* summed as that of a department */
	ys_amount items_amount; /* of those items, which is in amount already where no projects are counted */
	guint left_out;         /* as of a department, of both */
} ys_facet_value;

typedef enum {
	YS_FACET_REGION,
	YS_FACET_YEAR,
	YS_FACET_KIND,
	YS_FACET_DEPARTMENT,
	YS_FACET_YEAR_KIND,     /* 2023年预算: what may be added up */
	YS_N_FACETS
} ys_facet;

const char *ys_facet_name(ys_facet facet);

/* Lines of one kind and year: what may be added up. */
typedef struct {
	int year;               /* 0 unknown */
	char *kind;
	guint total;
	ys_amount amount;
	guint left_out;         /* as of a department */
} ys_line_sum;

/* Lines of one name and code, of all bodies and years that match. */
typedef struct {
	char *title, *code, *classification;    /* code: NULL for none */
	guint total;
	ys_amount amount;       /* their sum, where they are of one kind and year; else NONE */
	GPtrArray *sums;        /* of ys_line_sum, the newest first */
	GPtrArray *hits;        /* of ys_hit, the largest first: YS_GROUP_HITS_MAX of what is called as was typed, and
				 * of the first group if it begins so; else one */
} ys_line_group;

#define YS_GROUP_HITS_MAX 5

/* What records of a type that was not asked for have. */
typedef struct {
	ys_record_type type;
	guint64 total;
	GPtrArray *hits;        /* of ys_hit: the first ones */
} ys_elsewhere;

/* A year or kind that no publication of a department has which the query names. */
typedef struct {
	char *department;
	char *value;            /* 2022, 决算 */
	GPtrArray *indexed;     /* of char *: what there is of it, 2023年预算, the newest first */
} ys_not_indexed;

/* Owns everything in it. */
typedef struct {
	guint64 total;          /* matches of the whole query: exact and all */
	/* beside them; each is counted only where its tier was asked, as the tiers before left a page short */
	guint total_related, total_corrected, total_loose;
	char *corrected;        /* the words in whose place others were typed: what was searched for the corrected
				   hits; NULL without any */
	guint64 counts[YS_N_TYPES];     /* matches of the whole query by type, also of types not asked for: what each
				 * would have as its total */
	gboolean total_exact;   /* FALSE: total, counts, departments and facets count the best candidates only */
	gboolean split_body;    /* the words as typed found nothing; these are hits of the query's split_body */
	gint64 took_us;
	GPtrArray *hits;        /* of ys_hit */
	GPtrArray *departments; /* of ys_department_hit, best first, at most 10 */
	GPtrArray *facets[YS_N_FACETS]; /* of ys_facet_value, most first; NULL unless asked.  Of what an option or
				 * parameter chose from (--year, not a year that was typed), as if it had not */
	GPtrArray *otherwise;   /* of ys_facet_value: where nothing of the year or kind that was asked for matches, the
				 * years and kinds of what does; NULL */
	GPtrArray *lines;       /* of ys_line_group, those that are what was asked first; NULL unless types are the
				 * default and the query names lines */
	GPtrArray *elsewhere;   /* of ys_elsewhere, where nothing has all of the query; NULL */
	ys_query *words;        /* what was searched for instead of the words typed; NULL: these */
	GPtrArray *understood;  /* of ys_reading: what was understood of the words; NULL: nothing */
	GPtrArray *not_indexed; /* of ys_not_indexed: what was asked of a department that is there; NULL: nothing */
	GPtrArray *suggestions; /* of char *: names near to a query that nothing matches */
} ys_page;

void ys_page_free(ys_page *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_page, ys_page_free)

#endif
