/* HTTP without a web server: one process of yusou serve. */
#ifndef WEB_HTTP_H
#define WEB_HTTP_H

#include <signal.h>

#include "tools/web/site.h"

/* Confine this process and answer who connects to listening, a socket that does not block and
 * may be shared with other processes, until SIGTERM; what is being answered then is finished,
 * within bounds.  SIGTERM must be blocked, open_mask the mask to wait with.  The exit status
 * of the process. */
int web_http_run(int listening, const web_site *site, const sigset_t *open_mask);

#endif
