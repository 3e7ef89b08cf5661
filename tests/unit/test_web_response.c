/* Answers in the form of CGI, and the documents that are not pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "config.h"
#include "tools/web/feed.h"
#include "tools/web/response.h"

/* A visitor who takes so many pieces and goes. */
typedef struct {
	GString *got;
	int patience;
} visitor;

static gboolean receive(const char *data, gsize len, void *sink)
{
	visitor *v = sink;

	if (!v->patience--)
		return FALSE;
	g_string_append_len(v->got, data, len);
	return TRUE;
}

static gboolean three_pieces(void *data, GString *out, GError **error)
{
	int *n = data;

	(void)error;
	g_string_append_printf(out, "piece %d\n", ++*n);
	return *n < 3;
}

static gboolean breaks_off(void *data, GString *out, GError **error)
{
	(void)data;
	(void)out;
	g_set_error(error, YS_ERROR, YS_ERROR_IO, "the disk is gone");
	return FALSE;
}

static void an_answer_has_its_status_first(void **state)
{
	g_autoptr(web_response) response = web_response_new();
	g_autoptr(GString) got = g_string_new(NULL);
	visitor v = { got, 100 };

	(void)state;
	response->status = 404;
	web_response_header(response, "Content-Type", "text/%s", "plain");
	g_string_append(response->body, "no");
	assert_true(web_response_send(response, receive, &v, NULL));
	assert_string_equal(got->str, "Status: 404 Not Found\r\nContent-Type: text/plain\r\n\r\nno");
}

static void a_header_has_no_line_ends(void **state)
{
	g_autoptr(web_response) response = web_response_new();
	const web_header *header;

	(void)state;
	web_response_header(response, "X", "%s", "a\r\nSet-Cookie: b\x7f\xe4\xba\x91");
	header = g_ptr_array_index(response->headers, 0);
	assert_string_equal(header->value, "a  Set-Cookie: b    ");
}

static void a_body_is_made_piece_by_piece(void **state)
{
	g_autoptr(web_response) response = web_response_new();
	g_autoptr(GString) got = g_string_new(NULL);
	visitor v = { got, 100 };
	int n = 0;

	(void)state;
	response->next = three_pieces;
	response->data = &n;
	g_string_append(response->body, "head\n");
	assert_true(web_response_send(response, receive, &v, NULL));
	assert_string_equal(got->str, "Status: 200 OK\r\n\r\nhead\npiece 1\npiece 2\npiece 3\n");
}

static void a_visitor_who_goes_is_no_error(void **state)
{
	(void)state;
	for (int patience = 0; patience < 5; patience++) {
		g_autoptr(web_response) response = web_response_new();
		g_autoptr(GString) got = g_string_new(NULL);
		g_autoptr(GError) error = NULL;
		visitor v = { got, patience };
		int n = 0;

		response->next = three_pieces;
		response->data = &n;
		assert_false(web_response_send(response, receive, &v, &error));
		assert_null(error);
		assert_int_equal(n, MAX(0, patience - 1));
	}
}

static void a_body_that_breaks_off_says_why(void **state)
{
	g_autoptr(web_response) response = web_response_new();
	g_autoptr(GString) got = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	visitor v = { got, 100 };

	(void)state;
	response->next = breaks_off;
	assert_false(web_response_send(response, receive, &v, &error));
	assert_string_equal(error->message, "the disk is gone");
}

/* ---- feeds ---- */

static void a_feed_names_each_hit_once_and_for_all(void **state)
{
	web_wire wire = { .method = "GET", .query = "q=%3Ca%3E&format=atom", .script = "/y", .host = "b.example" };
	g_autoptr(web_request) request = web_request_new(&wire, NULL, NULL);
	web_view view = { .title = "A & B", .request = request, .generation = 2, .published = 1700000000 };
	ys_record *record = ys_record_new(YS_PROJECT);
	ys_piece piece = { (char *)"<云>", TRUE };
	g_autoptr(GPtrArray) snippet = g_ptr_array_new(), hits = g_ptr_array_new();
	ys_hit hit = { .record = record, .rank = 1, .field = "goal", .snippet = snippet };
	ys_page page = { .hits = hits };
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	record->id = g_strdup("paaaaaaaaaaaaaaaa");
	record->title = g_strdup("机房 & \"云\"");
	record->department = g_strdup("云岭区数据局");
	record->year = 2023;
	record->kind = g_strdup("决算");
	record->amount = 123456;
	g_ptr_array_add(snippet, &piece);
	g_ptr_array_add(hits, &hit);
	feed_atom(out, &view, &page);
	assert_string_equal(out->str,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n"
		"<id>urn:yusou:search:?q=%3Ca%3E&amp;format=atom</id>\n"
		"<title>A &amp; B：&lt;a&gt;</title>\n"
		"<updated>2023-11-14T22:13:20Z</updated>\n"
		"<generator version=\"" PACKAGE_VERSION "\">yusou</generator>\n"
		"<link rel=\"self\" type=\"application/atom+xml\" "
		"href=\"http://b.example/y?q=%3Ca%3E&amp;format=atom\"/>\n"
		"<link rel=\"alternate\" type=\"text/html\" href=\"http://b.example/y?q=%3Ca%3E\"/>\n"
		"<entry>\n<id>urn:yusou:paaaaaaaaaaaaaaaa</id>\n"
		"<title>机房 &amp; \"云\" 0.123456万元</title>\n"
		"<updated>2024-01-01T00:00:00Z</updated>\n"
		"<author><name>云岭区数据局</name>\n</author>\n"
		"<link rel=\"alternate\" type=\"text/html\" href=\"http://b.example/y?id=paaaaaaaaaaaaaaaa\"/>\n"
		"<summary type=\"text\">云岭区数据局 · 2023年决算 · &lt;云&gt;</summary>\n"
		"</entry>\n</feed>\n");
	ys_record_free(record);
}

static void a_browser_learns_how_to_search(void **state)
{
	web_wire wire = { .method = "GET", .script = "/a b", .host = NULL };
	g_autoptr(web_request) request = web_request_new(&wire, "https://b.example/y", NULL);
	web_view view = { .request = request };
	g_autoptr(GString) out = g_string_new(NULL);

	(void)state;
	feed_opensearch(out, &view);
	assert_non_null(strstr(out->str, "template=\"https://b.example/y?q={searchTerms}\""));
	assert_non_null(strstr(out->str, "template=\"https://b.example/y?q={searchTerms}&amp;format=atom\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_has_its_status_first),
		cmocka_unit_test(a_header_has_no_line_ends),
		cmocka_unit_test(a_body_is_made_piece_by_piece),
		cmocka_unit_test(a_visitor_who_goes_is_no_error),
		cmocka_unit_test(a_body_that_breaks_off_says_why),
		cmocka_unit_test(a_feed_names_each_hit_once_and_for_all),
		cmocka_unit_test(a_browser_learns_how_to_search),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
