#include "tools/web/response.h"

#include <string.h>

web_response *web_response_new(void)
{
	web_response *response = g_new0(web_response, 1);

	response->status = 200;
	response->headers = g_ptr_array_new();
	response->body = g_string_new(NULL);
	return response;
}

static void header_free(gpointer data, gpointer unused)
{
	web_header *header = data;

	(void)unused;
	g_free(header->name);
	g_free(header->value);
	g_free(header);
}

void web_response_free(web_response *response)
{
	if (!response)
		return;
	if (response->destroy)
		response->destroy(response->data);
	g_ptr_array_foreach(response->headers, header_free, NULL);
	g_ptr_array_unref(response->headers);
	g_string_free(response->body, TRUE);
	g_free(response->log);
	g_free(response);
}

void web_response_header(web_response *response, const char *name, const char *format, ...)
{
	web_header *header = g_new0(web_header, 1);
	va_list args;

	va_start(args, format);
	header->name = g_strdup(name);
	header->value = g_strdup_vprintf(format, args);
	va_end(args);
	/* a line end would begin another header */
	for (char *c = header->value; *c; c++)
		if ((guchar)*c < 0x20 || (guchar)*c >= 0x7f)
			*c = ' ';
	g_ptr_array_add(response->headers, header);
}

/* The reason phrase of a status. */
static const char *status_text(int status)
{
	static const struct {
		int status;
		const char *text;
	} rows[] = {
		{ 200, "OK" },
		{ 301, "Moved Permanently" },
		{ 304, "Not Modified" },
		{ 400, "Bad Request" },
		{ 404, "Not Found" },
		{ 405, "Method Not Allowed" },
		{ 414, "URI Too Long" },
		{ 503, "Service Unavailable" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].status == status)
			return rows[i].text;
	return "Internal Server Error";
}

gboolean web_response_send(web_response *response, web_write_fn write, void *sink, GError **error)
{
	g_autoptr(GString) head = g_string_new(NULL);
	gboolean more = response->next != NULL;
	GError *why = NULL;

	g_string_printf(head, "Status: %d %s\r\n", response->status, status_text(response->status));
	for (guint i = 0; i < response->headers->len; i++) {
		const web_header *header = g_ptr_array_index(response->headers, i);

		g_string_append_printf(head, "%s: %s\r\n", header->name, header->value);
	}
	g_string_append(head, "\r\n");
	if (!write(head->str, head->len, sink) || !write(response->body->str, response->body->len, sink))
		return FALSE;
	while (more) {
		g_autoptr(GString) piece = g_string_new(NULL);

		more = response->next(response->data, piece, &why);
		if (why) {
			g_propagate_error(error, why);
			return FALSE;
		}
		if (!write(piece->str, piece->len, sink))
			return FALSE;
	}
	return TRUE;
}
