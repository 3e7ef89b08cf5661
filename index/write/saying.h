/* What is said of files while they are indexed. */
#ifndef YS_SAYING_H
#define YS_SAYING_H

#include "index/message.h"
#include "index/write/batch.h"

typedef struct {
	ys_message_fn message;
	void *data;
	gboolean warnings;      /* all of them, not only the first losses */
	gboolean convert;       /* what an office program reads is converted */
	guint said;             /* losses */
	guint unsaid;           /* losses and warnings */
} ys_saying;

void ys_say(const ys_saying *saying, const char *path, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* What became of a file: of what was read the first losses; of what failed, or is passed over, why. */
void ys_say_job(ys_saying *saying, const ys_job *job);

#endif
