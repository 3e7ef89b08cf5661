/* What is said of files while they are read, written and verified: only tools/ prints. */
#ifndef YS_MESSAGE_H
#define YS_MESSAGE_H

#include <glib.h>

/* Said of a file or directory; line 0 for none. */
typedef void (*ys_message_fn)(const char *path, int line, const char *message, void *data);

#endif
