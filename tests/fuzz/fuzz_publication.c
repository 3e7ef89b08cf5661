/* A whole publication: bytes to records, and each record to its stored form and back. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "src/publication/publication.h"
#include "src/publication/words/wording.h"
#include "src/record_fields.h"

static void check_text(const char *text)
{
	g_assert_true(!text || g_utf8_validate(text, -1, NULL));
}

static void check_texts(const GPtrArray *texts)
{
	for (guint i = 0; i < texts->len; i++) {
		g_assert_nonnull(texts->pdata[i]);
		check_text(texts->pdata[i]);
	}
}

static void check_source(const ys_source *source, int n_lines)
{
	int after = 0;

	g_assert_nonnull(source);
	check_text(source->path);
	check_text(source->table);
	for (guint i = 0; i < source->lines->len; i++) {
		const ys_lines *lines = &g_array_index(source->lines, ys_lines, i);

		g_assert_cmpint(lines->first, >, after);
		g_assert_cmpint(lines->last, >=, lines->first);
		g_assert_cmpint(lines->last, <=, n_lines);
		after = lines->last;
	}
	g_assert_cmpuint(source->lines->len, >, 0);
}

static void check_funding(const GPtrArray *all)
{
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < all->len; i++) {
		const ys_funding *funding = g_ptr_array_index(all, i);

		check_text(funding->name);
		g_assert_true(g_hash_table_add(names, funding->name));
		g_assert_true(funding->amount != YS_AMOUNT_NONE);
	}
}

static void check_warnings(const GPtrArray *warnings, int n_lines)
{
	for (guint i = 0; i < warnings->len; i++) {
		const ys_warning *warning = g_ptr_array_index(warnings, i);

		g_assert_true(*warning->code);
		check_text(warning->message);
		g_assert_true(warning->line >= 0 && warning->line <= n_lines);
	}
}

static void check_rows(const ys_record *record)
{
	if (record->type != YS_TABLE)
		return;
	g_assert_cmpuint(record->rows->len, ==, record->n_rows);
	for (guint i = 0; i < record->rows->len; i++) {
		const GPtrArray *row = g_ptr_array_index(record->rows, i);

		g_assert_cmpuint(row->len, <=, record->columns->len);
		check_texts(row);
	}
}

/* Every text of the record, by the one table of its fields. */
static void check_fields(const ys_record *record)
{
	gsize n;
	const ys_field *fields = ys_record_fields(&n);

	for (gsize i = 0; i < n; i++) {
		if (fields[i].form == YS_FIELD_STRING)
			check_text(G_STRUCT_MEMBER(char *, record, fields[i].offset));
		else if (fields[i].form == YS_FIELD_STRINGS)
			check_texts(G_STRUCT_MEMBER(GPtrArray *, record, fields[i].offset));
	}
}

static void check_round_trip(const ys_record *record)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *stored = ys_record_to_stored(record), *again = NULL;
	g_autoptr(ys_record) read = ys_record_from_stored(stored, strlen(stored), &error);
	g_autofree char *folded = ys_record_folded(record), *folded_again = NULL;

	g_assert_no_error(error);
	again = ys_record_to_stored(read);
	folded_again = ys_record_folded(read);
	g_assert_cmpstr(folded, ==, folded_again);
	g_assert_cmpstr(stored, ==, again);
}

static void check_record(const ys_record *record, int n_lines)
{
	check_fields(record);
	check_source(record->source, n_lines);
	for (guint i = 0; i < record->also->len; i++)
		check_source(g_ptr_array_index(record->also, i), n_lines);
	check_funding(record->funding);
	check_warnings(record->warnings, n_lines);
	check_rows(record);
	g_assert_true(record->year == 0 || (record->year >= 1990 && record->year <= 2099));
	if (record->type == YS_PROJECT) {
		g_assert_true(record->title && *record->title);
		g_assert_cmpint(ys_wording_row(record->title), !=, YS_ROW_TOTAL);
	}
	check_round_trip(record);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_publication) publication =
		ys_publication_new("fuzz.txt", (const char *)data, size, &error);
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
	const ys_record *whole;
	int n_lines;

	if (!publication) {
		check_unread(error);
		return 0;
	}
	g_assert_no_error(error);
	g_assert_true(*publication->identity && g_utf8_validate(publication->identity, -1, NULL));
	whole = ys_publication_record(publication);
	g_assert_cmpint(whole->type, ==, YS_PUBLICATION);
	/* it stands on all lines, of whatever format they were made */
	n_lines = g_array_index(whole->source->lines, ys_lines, 0).last;
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		g_assert_true(record->id && *record->id && g_hash_table_add(ids, record->id));
		check_record(record, n_lines);
	}
	return 0;
}
