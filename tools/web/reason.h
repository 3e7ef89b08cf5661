/* Why a request is refused, in Chinese.  Messages are made in English, where something is found to be
 * wrong, and stay so in JSON and on the command line; a visitor of the Chinese pages is told the
 * same in Chinese. */
#ifndef WEB_REASON_H
#define WEB_REASON_H

#include <glib.h>

/* The message as a Chinese sentence, newly allocated; NULL where it is not known: then it must
 * be shown as it is.  What the message quotes of a request is quoted here too: escape it. */
char *web_reason_zh(const char *message);

#endif
