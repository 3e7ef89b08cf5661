/* An answer.  Its status and headers are known before the first byte of its body; the body is
 * either there or is made piece by piece. */
#ifndef WEB_RESPONSE_H
#define WEB_RESPONSE_H

#include "src/error.h"

/* Append the next piece of a body.  FALSE: that was all, or *error is set. */
typedef gboolean (*web_piece_fn)(void *data, GString *out, GError **error);

typedef struct {
	char *name, *value;             /* without line ends, whatever was given */
} web_header;

typedef struct {
	int status;
	GPtrArray *headers;             /* of web_header */
	GString *body;                  /* empty for HEAD and 304 */
	web_piece_fn next;              /* more of it follows; NULL */
	void *data;
	GDestroyNotify destroy;
	char *log;                      /* for the operator: why it failed, one line of safe text; NULL */
} web_response;

web_response *web_response_new(void);
void web_response_free(web_response *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(web_response, web_response_free)

void web_response_header(web_response *response, const char *name, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The whole answer in the form of CGI: Status, headers, blank line, body.  write is given each
 * piece and returns FALSE when the visitor has gone.  FALSE then, or with *error set when
 * the body could not be finished. */
typedef gboolean (*web_write_fn)(const char *data, gsize len, void *sink);
gboolean web_response_send(web_response *response, web_write_fn write, void *sink, GError **error);

#endif
