#include "src/original/ole.h"

#include "tests/unit/ole_fixture.h"
#include "tests/unit/publication_fixture.h"

static GByteArray *bytes_of(gsize n)
{
	GByteArray *out = g_byte_array_new();

	for (gsize i = 0; i < n; i++)
		put_u8(out, i * 7 + i / 256);
	return out;
}

static const struct {
	const char *name;
	gsize one, two;
} size_rows[] = {
	{ "a stream of a single byte", 1, 1 },
	{ "streams that fill their sectors", 512, 1024 },
	{ "streams that do not", 513, 4097 },
	{ "streams of more sectors than one sector of the table tells", 100000, 200 },
};

static void streams_are_found_by_name(void **state)
{
	const typeof(size_rows[0]) *row = *state;
	g_autoptr(GByteArray) one = bytes_of(row->one), two = bytes_of(row->two);
	g_autoptr(GByteArray) file = ole_of((ole_stream[]){ { "Workbook", one }, { "1Table", two }, { NULL, NULL } });
	g_autoptr(ys_ole) ole = ys_ole_new((const char *)file->data, file->len);
	g_autoptr(GByteArray) got_one = NULL, got_two = NULL;

	assert_non_null(ole);
	got_one = ys_ole_stream(ole, "workbook");
	got_two = ys_ole_stream(ole, "1Table");
	assert_int_equal(got_one->len, one->len);
	assert_memory_equal(got_one->data, one->data, one->len);
	assert_int_equal(got_two->len, two->len);
	assert_memory_equal(got_two->data, two->data, two->len);
	assert_true(ys_ole_has(ole, "Workbook"));
	assert_false(ys_ole_has(ole, "Work"));
	assert_null(ys_ole_stream(ole, "Book"));
}

static void small_streams_lie_in_one_large_one(void **state)
{
	g_autoptr(GByteArray) small = bytes_of(256), next = g_byte_array_new(), file = NULL, got = NULL;
	g_autoptr(ys_ole) ole = NULL;
	gsize directory;

	(void)state;
	/* the stream is in the third and the first small sector */
	put_u32(next, OLE_END);
	put_u32(next, OLE_FREE);
	put_u32(next, 0);
	put_u32(next, OLE_FREE);
	file = ole_of((ole_stream[]){ { "Small", small }, { "Next", next }, { NULL, NULL } });
	directory = 512 * (1 + 2);
	set_u32(file, 56, 4096);
	set_u32(file, 60, 1);
	/* the root has the stream of small sectors; the entry behind it is our own */
	set_u32(file, directory + 116, 0);
	set_u32(file, directory + 120, 256);
	set_u32(file, directory + 128 + 116, 2);
	set_u32(file, directory + 128 + 120, 100);
	ole = ys_ole_new((const char *)file->data, file->len);
	got = ys_ole_stream(ole, "Small");
	assert_int_equal(got->len, 100);
	assert_memory_equal(got->data, small->data + 128, 64);
	assert_memory_equal(got->data + 64, small->data, 36);
}

static void a_chain_in_a_circle_ends(void **state)
{
	g_autoptr(GByteArray) one = bytes_of(2048), file = NULL, got = NULL;
	g_autoptr(ys_ole) ole = NULL;

	(void)state;
	file = ole_of((ole_stream[]){ { "Workbook", one }, { NULL, NULL } });
	/* of the stream's four sectors the second is followed by the first; the table stands last */
	set_u32(file, file->len - 512 + 4, 0);
	set_u32(file, 512 * 5 + 128 + 120, 0x7fffffff);
	ole = ys_ole_new((const char *)file->data, file->len);
	got = ys_ole_stream(ole, "Workbook");
	assert_true(got->len <= file->len);
}

static void what_is_cut_off_is_there_as_far_as_it_goes(void **state)
{
	g_autoptr(GByteArray) one = bytes_of(3000);
	g_autoptr(GByteArray) file = ole_of((ole_stream[]){ { "Workbook", one }, { NULL, NULL } });

	(void)state;
	for (gsize len = 0; len <= file->len; len += 100) {
		g_autoptr(ys_ole) ole = ys_ole_new((const char *)file->data, len);
		g_autoptr(GByteArray) got = ole ? ys_ole_stream(ole, "Workbook") : NULL;

		assert_true(!got || got->len <= one->len);
	}
	assert_null(ys_ole_new("\320\317\021\340", 4));
}

int main(void)
{
	GArray *tests = tests_new();

	ADD_ROWS(tests, size_rows, streams_are_found_by_name);
	ADD_TEST(tests, small_streams_lie_in_one_large_one);
	ADD_TEST(tests, a_chain_in_a_circle_ends);
	ADD_TEST(tests, what_is_cut_off_is_there_as_far_as_it_goes);
	return run_all("ole", tests);
}
