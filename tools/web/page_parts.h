/* What the pages share.  Text from outside goes out through page_text() and the functions that
 * take values; PAGE_LIT() takes literals only. */
#ifndef WEB_PAGE_PARTS_H
#define WEB_PAGE_PARTS_H

#include "src/output/escape.h"
#include "tools/web/link.h"
#include "tools/web/page.h"
#include "tools/web/words.h"

/* A page being written. */
typedef struct {
	GString *out;
	const web_view *view;
	const web_request *request;
} page_out;

#define PAGE_LIT(p, literal) YS_HTML_LIT((p)->out, literal)

/* ---- the frame (page_frame.c) ---- */

typedef enum {
	PAGE_PLAIN,
	PAGE_WITH_DATA,         /* there is the same as JSON */
	PAGE_WITH_FEED          /* and as CSV and Atom */
} page_data;

/* Everything up to the beginning of main.  title: of the document, as text; NULL on the start page.
 * The conditions of the search form are open where they are the page's business. */
page_out page_begin(GString *out, const web_view *view, const char *title, page_data data, gboolean conditions_open);
void page_end(page_out *p, page_data data);

/* ---- words and values (page_parts.c) ---- */

/* On English pages Chinese is marked as such, so that a screen reader changes its voice. */
void page_text(page_out *p, const char *text);
/* The same unmarked: where no element may stand (title, textarea), and inside one that has
 * page_chinese(). */
void page_plain(page_out *p, const char *text);
/* The attribute of an element that holds words of records, which are Chinese on every page. */
void page_chinese(page_out *p);
/* No page may grow with what a publication has in one place; real ones stay far below all of these.
 * Characters: of a name in a list, of a title, of a value, of a snippet.  Entries of a list. */
#define PAGE_NAME_MAX 200
#define PAGE_TITLE_MAX 1000
#define PAGE_VALUE_MAX 2000
#define PAGE_PIECES_MAX 600
#define PAGE_LIST_MAX 200
/* Bytes of the text of a record on its own page. */
#define PAGE_TEXT_BYTES_MAX (300 * 1000)
/* The text, or its first max characters and "…".  Newly allocated. */
char *page_clipped(const char *text, guint max);
/* The same as text of the page, and unmarked as by page_plain(). */
void page_clipped_text(page_out *p, const char *text, guint max);
void page_clipped_plain(page_out *p, const char *text, guint max);
const char *page_word_text(const page_out *p, web_word word);
void page_word(page_out *p, web_word word);
/* The word with its {1}, {2} ... replaced by the strings that follow, up to NULL. */
void page_say(page_out *p, web_word word, ...) G_GNUC_NULL_TERMINATED;
/* The same as plain text, newly allocated. */
char *page_saying(const page_out *p, web_word word, ...) G_GNUC_NULL_TERMINATED;
/* <h2> */
void page_heading(page_out *p, web_word word);

/* <a href>, whose address is freed; the caller writes its text and closes it. */
void page_anchor(page_out *p, char *address);
/* A whole link. */
void page_link(page_out *p, char *address, const char *text);
void page_link_word(page_out *p, char *address, web_word word);
/* The title of a record, or the word for none. */
const char *page_title_of(const page_out *p, const ys_record *record);
/* Its title as a link to its permalink. */
void page_record_link(page_out *p, const ys_record *record);

/* 2,655.11万元 with the yuan for who wants them; nothing if unknown. */
void page_amount(page_out *p, ys_amount amount);
/* 2,655.11万元 and nothing else. */
void page_amount_bare(page_out *p, ys_amount amount);
/* What page_amount() writes of a known amount without the tags: attributes, '>' and text. */
void page_amount_tail(page_out *p, ys_amount amount);
/* As plain text, newly allocated; "" if unknown. */
char *page_amount_text(ys_amount amount);
char *page_count_text(guint64 n);
/* A change with its sign and, where it is known, its percent (hundredths). */
void page_change(page_out *p, ys_amount change, ys_percent percent);

/* What part a project is of all projects of its publication: 20.4%.  NULL where that cannot be
 * said.  Newly allocated. */
char *page_share_text(const ys_record *record, const ys_record *publication);
/* 2023年 预算; year 0 and NULL: left out.  Newly allocated. */
char *page_year_kind(const page_out *p, int year, const char *kind);
/* 广东省 广州市 白云区; NULL if unknown.  Newly allocated. */
char *page_region_text(const ys_region *region);
/* "643, 654-655"; newly allocated. */
char *page_lines_text(const ys_source *source);

/* Pieces with <mark> on the hits; those found as one of the synonyms are marked apart. */
void page_pieces(page_out *p, const GPtrArray *pieces, const GPtrArray *synonyms);
/* A list of warnings, each with sign and text; nothing if there are none. */
void page_warnings(page_out *p, const GPtrArray *warnings);
/* The lines of a text as paragraphs: at most max bytes, and then a sentence that says how much it
 * is and how much is shown. */
void page_paragraphs(page_out *p, const char *text, gsize max);
/* Behind PAGE_LIST_MAX entries of a list: how many more there are, as its last entry; nothing if
 * there are no more. */
void page_list_rest(page_out *p, guint n);

/* A row of a <dl>, whose value the caller writes between; one with text, left out if NULL or
 * empty; one with an amount, left out if unknown. */
void page_fact_begin(page_out *p, web_word label);
void page_fact_end(page_out *p);
void page_fact(page_out *p, web_word label, const char *value);
void page_fact_amount(page_out *p, web_word label, ys_amount amount);

/* The entries of a list that is printed as one text: 1、...；2、...；  *numbered: they had numbers,
 * which are taken off.  NULL where it does not fall apart cleanly: then it is shown as it is. */
GPtrArray *page_split_list(const char *text, gboolean *numbered);

/* ---- tables (page_table.c) ---- */

/* Rows first..last of a table with its head; the row marked is highlighted, -1 none.  Of a large
 * table as many as a browser can take, and a sentence that says so. */
void page_table(page_out *p, const ys_record *table, int first, int last, int marked);
/* What its sums say, as a sentence. */
void page_reconciliation(page_out *p, const ys_record *table);

/* ---- hits (page_hits.c) ---- */

void page_hits(page_out *p, const web_results *results);

/* ---- the query (page_query.c) ---- */

/* A line that says what was looked for; nothing where that is what was typed, letter by letter. */
void page_understood(page_out *p, const ys_query *query);

/* ---- filters, facets, departments (page_facets.c) ---- */

/* The conditions in force, each to be removed. */
void page_filters(page_out *p, const web_results *results);
void page_facets(page_out *p, const web_results *results);
void page_departments(page_out *p, const ys_page *page);
/* One facet: at most max values, with bars of their amounts, or without where they have none. */
void page_facet(page_out *p, const ys_page *page, ys_facet facet, guint max, gboolean bars);

/* ---- records (page_project.c, page_publication.c) ---- */

void page_project(page_out *p, const web_record *shown);
void page_publication(page_out *p, const web_record *shown);
void page_department(page_out *p, const web_record *shown);
/* The publications of a department by year, as a table and bars. */
void page_years(page_out *p, const GPtrArray *publications, const char *current);

/* Years of the same project, each against the nearest one before it of the same kind: -1 where
 * there is none.  records is sorted, the newest first. */
int page_year_before(const GPtrArray *records, guint i);

/* Example queries, as links (page_start.c). */
void page_examples(page_out *p);

#endif
