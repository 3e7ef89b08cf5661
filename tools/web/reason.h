/* What a visitor is told when there is no answer: what is wrong with the request in full, of what is
 * wrong with us a sentence that gives no internals away. */
#ifndef WEB_REASON_H
#define WEB_REASON_H

#include "tools/web/request.h"

/* The HTTP status: 400, 404, 405, 414, 500, 503. */
int web_reason_status(const GError *error);

/* The sentence, newly allocated.  It may quote the request: escape it. */
char *web_reason(web_lang lang, const GError *error);

#endif
