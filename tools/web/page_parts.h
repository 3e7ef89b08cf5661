/* Parts of pages: the frame, and what stands in it. */
#ifndef WEB_PAGE_PARTS_H
#define WEB_PAGE_PARTS_H

#include "tools/web/page_value.h"

/* ---- the frame (page_frame.c) ---- */

typedef enum {
	PAGE_PLAIN,
	PAGE_WITH_DATA,         /* there is the same as JSON and CSV */
	PAGE_WITH_FEED          /* and as Atom */
} page_data;

/* Everything up to the beginning of main.  title: of the document, as text; NULL on the start page.
 * The conditions of the search form are open where they are the page's business. */
page_out page_begin(GString *out, const web_view *view, const char *title, page_data data, gboolean conditions_open);
void page_end(page_out *p, page_data data);

/* ---- tables (page_table.c) ---- */

/* The rows shown of a table, counted from 1, with its head; those marked (NULL: none) are highlighted.  Of a large table
 * as many as a browser can take, and a sentence that says so. */
void page_table(page_out *p, const ys_record *table, ys_lines shown, const ys_lines *marked);
/* The rows of a place, marked, with one above and below, and a link to the whole table there.  FALSE, and nothing is
 * written, where its table or rows are not known. */
gboolean page_table_excerpt(page_out *p, const GPtrArray *tables, const ys_source *place);
/* The link to that table, at the row of the place; the caller writes its text.  FALSE, and nothing is written,
 * where there is none. */
gboolean page_table_anchor(page_out *p, const GPtrArray *tables, const ys_source *place);
/* What its sums say, as a sentence. */
void page_reconciliation(page_out *p, const ys_record *table);

/* ---- hits (page_hits.c) ---- */

void page_hits(page_out *p, const web_results *results);

/* ---- publications (page_publications.c) ---- */

/* Hits that are publications, as a table with their totals, whose heads sort it. */
void page_publications(page_out *p, const web_results *results);
/* The department whose name the query is, with its publications; nothing where it is none. */
void page_card(page_out *p, const web_results *results);

/* ---- lines of budgets, and what stands elsewhere (page_lines.c) ---- */

/* Those that the query names, above the hits. */
void page_lines(page_out *p, const ys_page *page);
/* Where nothing of the types asked for is found. */
void page_elsewhere(page_out *p, const ys_page *page);

/* ---- the query (page_query.c) ---- */

/* A line that says what was looked for; nothing where that is what was typed, letter by letter. */
void page_understood(page_out *p, const ys_query *query);
/* What was understood of the words: each reading to be taken away, those that found nothing, what of a department is
 * not indexed, and a link to the search for the words alone. */
void page_readings(page_out *p, const ys_page *page);

/* ---- filters, facets, departments (page_facets.c) ---- */

/* The conditions in force, each to be removed. */
void page_filters(page_out *p, const web_results *results);
void page_facets(page_out *p, const web_results *results);
/* What the hits of each year and kind come to. */
void page_sums(page_out *p, const ys_page *page);
/* Where nothing is of the year or kind that was asked for, what is there instead. */
void page_otherwise(page_out *p, const ys_page *page);
void page_departments(page_out *p, const ys_page *page);
/* Departments that the query compares, in their order, each with what it is compared by; nothing of other queries. */
void page_measured(page_out *p, const ys_page *page);
/* One facet: at most max values, with bars of their amounts, or without where they have none. */
void page_facet(page_out *p, const ys_page *page, ys_facet facet, guint max, gboolean bars);

/* ---- one thing in several publications (page_years.c) ---- */

/* The record among the same of other publications of its body, the newest first, each with its change against the year
 * before.  caption: what the table is, for who does not see the heading above it. */
void page_years(page_out *p, const web_record *shown, web_word caption);

/* ---- records (page_project.c, page_line.c, page_publication.c) ---- */

void page_line(page_out *p, const web_record *shown);
void page_project(page_out *p, const web_record *shown);
void page_publication(page_out *p, const web_record *shown);
void page_department(page_out *p, const web_record *shown);

/* ---- comparisons (page_compare.c, page_compare_chart.c) ---- */

/* The values of the key of a cell, but for one, as people read them.  Newly allocated. */
char *page_keys_text(const page_out *p, const ys_question *question, const ys_cell *cell, ys_dimension except);
/* Nothing where there is nothing to draw. */
void page_compare_chart(page_out *p, const ys_comparison *comparison);

/* Example queries, as links (page_start.c). */
void page_examples(page_out *p);

#endif
