/* Short invented publications read as a whole, and one line for each record of a type:
 * title | amount | and fields that are known.  What a test expects is written the same way. */
#ifndef YS_RECORDS_FIXTURE_H
#define YS_RECORDS_FIXTURE_H

#include "src/publication/publication.h"
#include "tests/unit/publication_fixture.h"

static inline void append_known(GString *out, const char *name, const char *value)
{
	if (value)
		g_string_append_printf(out, " | %s=%s", name, value);
}

static inline void append_amount(GString *out, const char *name, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE)
		return;
	g_string_append_printf(out, " | %s=", name);
	ys_amount_append_yuan(out, amount);
}

static inline void append_lines(GString *out, const char *name, const ys_source *source)
{
	g_string_append_printf(out, " | %s=", name);
	for (guint i = 0; i < source->lines->len; i++) {
		const ys_lines *lines = &g_array_index(source->lines, ys_lines, i);

		g_string_append_printf(out, "%s%d", i ? "," : "", lines->first);
		if (lines->last > lines->first)
			g_string_append_printf(out, "-%d", lines->last);
	}
}

static inline void append_record(GString *out, const ys_record *record)
{
	g_string_append(out, record->title);
	append_amount(out, "amount", record->amount);
	append_known(out, "text", record->amount_text);
	append_known(out, "code", record->code);
	append_amount(out, "executed", record->executed);
	append_known(out, "unit", record->unit);
	append_known(out, "category", record->category);
	append_known(out, "content", record->content);
	append_known(out, "goal", record->goal);
	append_known(out, "indicators", record->indicators);
	append_known(out, "basis", record->basis);
	append_known(out, "plan", record->plan);
	append_known(out, "period", record->period);
	append_known(out, "parent", record->parent_title);
	append_lines(out, "lines", record->source);
	for (guint i = 0; i < record->also->len; i++)
		append_lines(out, "also", g_ptr_array_index(record->also, i));
	for (guint i = 0; i < record->warnings->len; i++)
		append_known(out, "warning", ((ys_warning *)g_ptr_array_index(record->warnings, i))->code);
	g_string_append_c(out, '\n');
}

/* All records of the type, one a line; to be freed. */
static inline char *records_in(const char *text, ys_record_type type)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(ys_publication) publication = ys_publication_new("x.txt", text, strlen(text), &error);
	GString *out = g_string_new(NULL);

	assert_null(error);
	for (guint i = 0; i < publication->records->len; i++) {
		const ys_record *record = g_ptr_array_index(publication->records, i);

		if (record->type == type)
			append_record(out, record);
	}
	return g_string_free(out, FALSE);
}

typedef struct {
	const char *name;
	const char *text;       /* behind the title, which is line 1 */
	const char *expected;
} records_row;

static inline void check_records(const records_row *row, const char *title, ys_record_type type)
{
	g_autofree char *text = g_strconcat(title, "\n\n", row->text, NULL);
	g_autofree char *got = records_in(text, type);

	assert_string_equal(got, row->expected);
}

#endif
