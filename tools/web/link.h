/* Addresses of the same search with something changed.  All are percent-encoded, begin with the
 * program's own path, and still have to be escaped for the attribute they go into. */
#ifndef WEB_LINK_H
#define WEB_LINK_H

#include "tools/web/request.h"

/* The search as it is, from its first page, with one value replaced; NULL takes it away.
 * Newly allocated, like all others. */
char *web_link_with(const web_request *request, web_value value, const char *text);
/* With another year and kind. */
char *web_link_year_kind(const web_request *request, const char *year, const char *kind);
char *web_link_page(const web_request *request, guint page);
char *web_link_format(const web_request *request, web_format format);
char *web_link_lang(const web_request *request, web_lang lang);
/* The permalink of a record; of an empty id the start page. */
char *web_link_record(const web_request *request, const char *id);
/* The same, at a row of a table, counted from 1. */
char *web_link_row(const web_request *request, const char *id, int row);
/* A row of the table that is the nth of a publication: of hits, whose tables nobody has looked up. */
char *web_link_place(const web_request *request, const char *publication, guint table, int row);
/* The record that is shown, its tables with the columns in which nothing stands, or without. */
char *web_link_columns(const web_request *request, gboolean all);
/* The page on how to ask. */
char *web_link_help(const web_request *request);
/* A search from scratch, with more than one value: name, value ... up to NULL. */
char *web_link_of(const web_request *request, ...) G_GNUC_NULL_TERMINATED;
/* What is searched, compared by these dimensions. */
char *web_link_compare(const web_request *request, const char *by, const char *of);
/* A search from scratch. */
char *web_link_search(const web_request *request, web_value value, const char *text);
/* The same as absolute URLs, for feeds and citations: without a language, so that they
 * stay the same for everyone. */
char *web_url_record(const web_request *request, const char *id);
/* Of a comparison the records of one cell. */
char *web_url_cell(const web_request *request, const char *name);
char *web_url_page(const web_request *request, guint page);
char *web_url_format(const web_request *request, web_format format);

#endif
