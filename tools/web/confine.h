/* What a process that answers strangers may do. */
#ifndef WEB_CONFINE_H
#define WEB_CONFINE_H

#include "tools/web/site.h"

/* Bound memory, open files and core dumps, and, where the kernel has seccomp, give up the system
 * calls that reading an index and answering do not need: starting programs, opening for
 * writing, new connections.  Bounds that cannot be set are no error, as the web server
 * may have set narrower ones.
 *
 * The process must have no other threads and have opened what it listens on and logs to. */
void web_confine(const web_site *site);

/* Before each request: from now on it may take site->cpu_seconds of processor time, and it may
 * not stand still for long; then the process is ended (the web server answers for it and
 * starts another). */
void web_confine_request(const web_site *site);
/* Something went out to the visitor: a request that is read slowly does not stand still. */
void web_confine_moved(const web_site *site);
/* Behind each request of a process that waits for others: waiting is no standing still. */
void web_confine_rest(void);

#endif
