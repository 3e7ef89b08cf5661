/* What holds of whatever a reader of a format makes of a file. */
#ifndef YS_FUZZ_ORIGINAL_H
#define YS_FUZZ_ORIGINAL_H

#include <string.h>

#include "src/original/readers.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/archive_fixture.h"

static inline void check_original_text(const char *text)
{
	g_assert_true(g_utf8_validate(text, -1, NULL));
	for (; *text; text = g_utf8_next_char(text))
		g_assert_true(*text == '\n' || !g_unichar_iscntrl(g_utf8_get_char(text)));
}

static inline void check_spot(const ys_spot *spot)
{
	g_assert_true(!spot->part || g_utf8_validate(spot->part, -1, NULL));
	g_assert_true(!spot->sheet || g_utf8_validate(spot->sheet, -1, NULL));
	g_assert_true(spot->page >= 0 && spot->row >= 0);
}

/* Cells stand side by side within the table, and do not reach below its last row. */
static inline void check_table(const ys_original_table *table)
{
	for (guint r = 0; r < table->rows->len; r++) {
		const ys_original_row *row = g_ptr_array_index(table->rows, r);
		guint next = 0;

		check_spot(&row->spot);
		for (guint c = 0; c < row->cells->len; c++) {
			const ys_original_cell *cell = g_ptr_array_index(row->cells, c);

			check_original_text(cell->text);
			g_assert_true(cell->width >= 1 && cell->height >= 1);
			g_assert_cmpuint(cell->column, >=, next);
			next = cell->column + cell->width;
			g_assert_cmpuint(next, <=, table->n_columns);
			g_assert_cmpuint(r + cell->height, <=, table->rows->len);
		}
	}
	g_assert_cmpuint(table->n_columns, <=, 1024);
}

static inline void check_original(const ys_original *original)
{
	g_assert_true(original->elements->len || original->members->len);
	for (guint i = 0; i < original->elements->len; i++) {
		const ys_element *element = g_ptr_array_index(original->elements, i);

		check_spot(&element->spot);
		if (element->text)
			check_original_text(element->text);
		if (element->table)
			check_table(element->table);
	}
	for (guint i = 0; i < original->members->len; i++)
		check_original(g_ptr_array_index(original->members, i));
	for (guint i = 0; i < original->remarks->len; i++) {
		const ys_original_remark *remark = g_ptr_array_index(original->remarks, i);

		check_spot(&remark->spot);
		g_assert_true(*remark->code && *remark->message && g_utf8_validate(remark->message, -1, NULL));
	}
	g_assert_true(!original->title || g_utf8_validate(original->title, -1, NULL));
	g_assert_true(!original->publisher || g_utf8_validate(original->publisher, -1, NULL));
	g_assert_true(!original->published || strlen(original->published) == 10);
}

/* The reader alone, whether it would bid or not. */
static inline void check_reader(const ys_reader *reader, const void *data, gsize len)
{
	ys_bytes bytes = { .name = "fuzz", .data = data, .len = len };
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_original) original = reader->read(&bytes, &error);
	g_autofree char *dump = NULL;

	reader->bid(&bytes);
	if (!original) {
		check_error(error, YS_ERROR_PUBLICATION);
		return;
	}
	g_assert_no_error(error);
	check_original(original);
	dump = ys_original_dump(original);
	g_assert_true(g_utf8_validate(dump, -1, NULL));
}

/* A package whose parts the input gives as text, so that it can be changed in them and not in bytes of
 * compression: a line "=== NAME", then the part up to the next such line. */
static inline GByteArray *package_of(const uint8_t *data, size_t size)
{
	GByteArray *bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, TRUE);
	const char *at = (const char *)data, *end = at + size;
	int parts = 0;

	while (at && at < end && parts++ < 20) {
		const char *line = memchr(at, '\n', end - at);
		const char *next = line ? memmem(line, end - line, "\n=== ", 5) : NULL;
		g_autofree char *name = g_strndup(at, (line ? line : end) - at);

		if (line && g_str_has_prefix(name, "=== ") && name[4] && g_utf8_validate(name, -1, NULL))
			archive_put(archive, name + 4, line + 1, next ? (gsize)MAX(next - line - 1, 0) : (gsize)(end - line - 1));
		at = next ? next + 1 : NULL;
	}
	archive_end(archive);
	return bytes;
}

#endif
