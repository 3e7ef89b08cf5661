/* What the web master says of a site: settings from a file and from the environment, read once
 * a process.  Names and defaults: yusou.cgi(8). */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include "src/error.h"

typedef struct {
	char *index;            /* index directory */
	char *title;            /* of the site; NULL: the program's own name in the visitor's language */
	char *base;             /* absolute URL of the program, for feeds and citations; NULL: as the visitor
				 * called it */
	char *origin;           /* who may read JSON from a page of his own (CORS): an origin or "*"; NULL */
	guint cpu_seconds;      /* a request may take */
	guint memory_mb;        /* the process may take; 0: no bound */
} web_site;

/* Read the ini file named by YUSOU_CONFIG, or path if that is not NULL, then the environment,
 * which wins.  No file is no error unless it was named.  YS_ERROR_INPUT says which key of
 * which file is wrong; YS_ERROR_IO that the file cannot be read. */
web_site *web_site_new(const char *path, GError **error);
void web_site_free(web_site *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(web_site, web_site_free)

#endif
