/* Pages for people: each appends one whole HTML document to out.  They are given everything
 * they show; none of them opens an index, reads a file or the clock. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "index/compare/stock.h"
#include "index/search/search.h"
#include "tools/web/request.h"

/* Hits on a page of results, new publications on the start page, entries of a feed. */
#define PAGE_HITS 20
#define PAGE_NEWEST 8
#define PAGE_ENTRIES 100
/* Cells of a comparison that are drawn, and records of one of them on a page. */
#define PAGE_CELLS 500
#define PAGE_RECORDS 50

typedef struct {
	const char *title;              /* of the site; NULL: our own name */
	const web_request *request;
	guint generation;               /* 0: no index */
	gint64 published;               /* when it was, seconds since 1970 */
} web_view;

/* What the start page says is indexed. */
typedef struct {
	const ys_page *publications;    /* every publication: total, facets by region, year, kind; the newest as
					 * hits */
	guint64 projects;
} web_start;
void page_start(GString *out, const web_view *view, const web_start *start);

/* How to ask, for people and for programs. */
void page_help(GString *out, const web_view *view);

typedef struct {
	const ys_query *query;
	const ys_page *page;            /* with facets */
	GPtrArray *publications;        /* of ys_record, one a hit: the publication it stands in; NULL unknown */
	const ys_record *body;          /* the department whose name or short name the query is; NULL */
	const GPtrArray *published;     /* of ys_record: its publications, the newest first; NULL */
} web_results;
void page_results(GString *out, const web_view *view, const web_results *results);

typedef struct {
	const ys_record *record;
	const ys_record *publication;   /* it stands in; NULL */
	const ys_record *project;       /* the one an item belongs to; NULL */
	GPtrArray *tables;              /* of ys_record: a publication's; of a project, item or line: those of its publication */
	GPtrArray *sections;            /* of ys_record: a publication's */
	const ys_page *largest;         /* a publication's projects by amount; NULL */
	GPtrArray *history;             /* of ys_record: publications of the same department by year, the newest
					 * first; of a project too */
	GPtrArray *same;                /* of ys_record: the same project or line in other publications of it */
	GPtrArray *others;              /* of ys_record: the same line of other bodies, of its year and kind, the
					 * largest first */
	char *like;                     /* what finds a project or line of the same name or code; NULL */
	char *others_query;             /* what finds all of them: code:2060503 type:line year:2023 kind:预算; NULL */
} web_record;
void page_record(GString *out, const web_view *view, const web_record *record);

/* A comparison, or the records of one of its cells. */
typedef struct {
	const ys_comparison *comparison;
	const ys_cell *cell;            /* NULL: the comparison */
} web_comparison;
void page_compare(GString *out, const web_view *view, const web_comparison *shown);

/* What is indexed, by region, kind and year, in this order. */
void page_coverage(GString *out, const web_view *view, const ys_stock *stock);

/* What went wrong: status 400, 404, 405, 414, 500, 503; reason: a sentence for the visitor, in the
 * language of the page; NULL for none. */
void page_error(GString *out, const web_view *view, int status, const char *reason);

/* The policy under which pages are shown: it names the style sheet they carry by its hash.
 * A constant string. */
const char *page_security_policy(void);

#endif
