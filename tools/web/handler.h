/* One handler behind three doors: CGI, FastCGI and yusou serve. */
#ifndef WEB_HANDLER_H
#define WEB_HANDLER_H

#include "tools/web/request.h"
#include "tools/web/response.h"
#include "tools/web/site.h"

/* A site and the generation it has open.  Not thread-safe. */
typedef struct web_handler web_handler;

/* site is borrowed and must outlive it.  Never fails: without an index answers say so. */
web_handler *web_handler_new(const web_site *site);
void web_handler_free(web_handler *handler);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(web_handler, web_handler_free)

/* Answer.  Never NULL.  A generation published since is opened first. */
web_response *web_answer(web_handler *handler, const web_wire *wire);

#endif
