/* One request: what came over the wire, and what was understood of it.  Every door (CGI,
 * FastCGI, yusou serve) fills a web_wire; nothing else of a request is ever looked at. */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include "src/record.h"
#include "src/refusal.h"

/* Bounds: bytes of a query string, and how far a visitor may page. */
#define WEB_QUERY_STRING_MAX 4096
#define WEB_PAGE_MAX 100
/* The last table of a publication that can be asked for by its number. */
#define WEB_TABLE_MAX 9999

/* What a request is made of, borrowed, bytes as they came; NULL: not sent. */
typedef struct {
	const char *method;
	const char *query;              /* behind the question mark, percent-encoded */
	const char *path;               /* behind the program's own name; "" or "/" for all we serve */
	const char *script;             /* the program's own path: /cgi-bin/yusou.cgi */
	const char *host;               /* Host header */
	gboolean https;
	const char *accept_language;
	const char *if_none_match;
	const char *if_modified_since;
} web_wire;

typedef enum {
	WEB_HTML,
	WEB_JSON,
	WEB_CSV,
	WEB_ATOM,
	WEB_OPENSEARCH,
	WEB_N_FORMATS
} web_format;

typedef enum {
	WEB_ZH,
	WEB_EN,
	WEB_N_LANGS
} web_lang;

/* As the parameter has it: "html", "json" ... */
const char *web_format_name(web_format format);

/* The parameters that make a search, in the order in which links write them. */
typedef enum {
	WEB_Q,
	WEB_YEAR,
	WEB_REGION,
	WEB_KIND,
	WEB_DEPARTMENT,
	WEB_TYPE,
	WEB_AMOUNT,
	WEB_PUBLICATION,
	WEB_SORT,
	WEB_EXACT,              /* "1": only as typed */
	WEB_LITERAL,            /* "1": words are text only */
	WEB_SYNONYMS,           /* "0": only the words that were typed */
	WEB_LIMIT,              /* hits of a page */
	WEB_FACETS,             /* "all": every value of them */
	/* of comparisons */
	WEB_BY,                 /* dimensions, with commas */
	WEB_OF,
	WEB_MEASURE,
	WEB_MATCH,
	WEB_CELL,               /* the records of one cell, by its name */
	WEB_N_VALUES
} web_value;

/* Pages that are neither a search nor a record. */
typedef enum {
	WEB_VIEW_NONE,
	WEB_VIEW_HELP,          /* how to ask, for people and programs */
	WEB_VIEW_COMPARE,
	WEB_VIEW_COVERAGE,
	WEB_N_VIEWS
} web_view_name;

/* "compare"; NULL for none. */
const char *web_view_text(web_view_name view);

/* The name of a parameter: "q", "year" ... */
const char *web_value_name(web_value value);
/* What Chinese sentences call the parameter of that name; the name itself if there is none. */
const char *web_parameter_zh(const char *name);

typedef struct {
	gboolean head;                  /* the body is not wanted */
	web_format format;
	web_lang lang;
	gboolean lang_chosen;           /* by parameter: links keep it */
	char *values[WEB_N_VALUES];     /* valid UTF-8 as typed; NULL: not given, or empty */
	guint page;                     /* from 1 */
	guint limit;                    /* hits of a page; 0: as many as usual */
	web_view_name view;
	char *id;                       /* one record; NULL */
	guint table;                    /* that of the publication id, by its number there; 0: the record itself */
	gboolean all_columns;           /* of tables, also those in which nothing stands */
	char *self;                     /* path of the program, for links; always of safe characters */
	char *url;                      /* the same as an absolute URL; NULL: unknown */
	char *if_none_match;            /* NULL: not sent */
	gint64 if_modified_since;       /* seconds since 1970; -1: not sent, or no date */
} web_request;

/* Understand a request.  base: the site's URL, or NULL to take it from the wire.  Never
 * NULL: with *error set (YS_REFUSAL), what was understood before (language, format, self) is
 * there for the page that says so. */
web_request *web_request_new(const web_wire *wire, const char *base, GError **error);
void web_request_free(web_request *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(web_request, web_request_free)

/* Nothing but a language was asked for: the start page. */
gboolean web_request_is_blank(const web_request *request);

#endif
