/* What a process gives up before it works on bytes or requests of strangers.  What is given up cannot be
 * taken back, so a whole process is meant for it.  It must have no other threads. */
#ifndef YS_CONFINE_H
#define YS_CONFINE_H

#include <glib.h>

/* What keeps a process in, as bits. */
typedef enum {
	YS_CONFINED_CALLS = 1 << 0,     /* seccomp: no system calls but those it needs */
	YS_CONFINED_FILES = 1 << 1      /* landlock: no files but those it was told of */
} ys_confined;

/* What this build and this kernel can do. */
guint ys_confine_able(void);

/* Lower both limits of a resource (RLIMIT_DATA) to at most n; one that cannot be set is no error, for
 * whoever started the process may have set a narrower one. */
void ys_confine_bound(int resource, guint64 n);

/* Memory that may be written, in bytes; without effect under the address sanitizer, whose own takes
 * terabytes of addresses. */
void ys_confine_memory(guint64 bytes);

/* From now on the process may take so many seconds of processor time; may be moved on as often as is
 * needed.  Beyond it the process is ended by SIGXCPU. */
void ys_confine_seconds(guint seconds);

typedef enum {
	YS_CONFINE_ANSWERING,   /* reads files and answers over connections that are there or come in */
	YS_CONFINE_READING      /* reads files of strangers, and writes what it makes of them */
} ys_confine_role;

/* Give up all system calls but those of the role: no programs, no new connections, no signals to others.
 * FALSE: the kernel or the build does not have it, nothing was given up. */
gboolean ys_confine_calls(ys_confine_role role);

/* Give up, for the role of reading, all system calls but its own and all files but those at and below the paths (of
 * char *): for reading, for all that is done with files.  What libraries load later, tables of characters, stays
 * readable.  Paths that are not there are passed over.  FALSE: the system has nothing to do it by, or has something
 * that failed; nothing of strangers may be read then. */
gboolean ys_confine_reading(const GPtrArray *readable, const GPtrArray *writable);

#endif
