/* What records say, on a page: amounts, places, passages with their hits, warnings, facts, lists. */
#ifndef WEB_PAGE_VALUE_H
#define WEB_PAGE_VALUE_H

#include "tools/web/page_text.h"

/* 2,655.11万元 with the yuan for who wants them; nothing if unknown. */
void page_amount(page_out *p, ys_amount amount);
/* What page_amount() writes of a known amount without the tags: attributes, '>' and text. */
void page_amount_tail(page_out *p, ys_amount amount);
/* As plain text, newly allocated; "" if unknown. */
char *page_amount_text(ys_amount amount);
/* A sum of several amounts: from a hundred million yuan on in 亿元, with two places (3.62亿元) and all of it for who wants
 * that; page_sum_text() as plain text, newly allocated. */
void page_sum(page_out *p, ys_amount amount);
char *page_sum_text(ys_amount amount);
char *page_count_text(guint64 n);
/* The amount of a record at the head of its page, and in yuan. */
void page_big_amount(page_out *p, const ys_record *record);
/* A change with its sign and, where it is known, its percent (hundredths). */
void page_change(page_out *p, ys_amount change, ys_percent percent);

/* What part a project is of all projects of its publication: 20.4%.  NULL where that cannot be
 * said.  Newly allocated. */
char *page_share_text(const ys_record *record, const ys_record *publication);
/* 2023年 预算; year 0 and NULL: left out.  Newly allocated. */
char *page_year_kind(const page_out *p, int year, const char *kind);
/* 广东省 广州市 白云区; NULL if unknown.  Newly allocated. */
char *page_region_text(const ys_region *region);

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

#endif
