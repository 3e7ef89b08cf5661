#include "index/write/document.h"

#include <stdlib.h>
#include <string.h>

#include "index/cards.h"
#include "index/counted.h"
#include "index/schema.h"
#include "index/stored.h"
#include "src/body_name.h"
#include "src/text/key.h"
#include "src/text/segment.h"

struct ys_document_writer {
	ys_cards *cards;
	ys_line_sheet *sheet;
	char *names;            /* of the department that departments are of */
	GPtrArray *departments; /* of char *: its terms */
};

static char *department_term(const char *name)
{
	g_autofree char *key = ys_name_key(name);
	gsize len = strlen(key);

	if (len > YS_NAME_TERM_MAX) {
		len = YS_NAME_TERM_MAX;
		while ((key[len] & 0xc0) == 0x80)
			len--;
	}
	return g_strdup_printf(YS_PREFIX_DEPARTMENT "%.*s", (int)len, key);
}

/* The division codes a record with this code is found by: its own and those above it. */
static GPtrArray *region_terms(const char *code)
{
	GPtrArray *terms = g_ptr_array_new_with_free_func(g_free);

	for (int digits = 2; digits <= 6; digits += 2) {
		char *term = g_strdup_printf(YS_PREFIX_REGION "%.*s%.*s", digits, code, 6 - digits, "0000");

		if (!terms->len || strcmp(g_ptr_array_index(terms, terms->len - 1), term))
			g_ptr_array_add(terms, term);
		else
			g_free(term);
	}
	return terms;
}

/* An occurrence of a term; the bytes are those of the folded text. */
typedef struct {
	guint64 key;            /* its first eight bytes, to be compared as a number: bigrams have six */
	const char *text;
	gsize len;
} occurrence;

static void note_occurrence(const char *term, gsize len, void *data)
{
	occurrence one = { 0, term, len };

	memcpy(&one.key, term, MIN(len, sizeof one.key));
	one.key = GUINT64_FROM_BE(one.key);
	g_array_append_vals(data, &one, 1);
}

static int by_bytes(gconstpointer a, gconstpointer b)
{
	const occurrence *left = a, *right = b;
	int order;

	if (left->key != right->key)
		return left->key < right->key ? -1 : 1;
	order = memcmp(left->text, right->text, MIN(left->len, right->len));
	return order ? order : (left->len > right->len) - (left->len < right->len);
}

/* Each term once, with its number: Xapian looks each up among all of the document, which
 * in sorted order costs half. */
static void add_segments(xc_document *doc, const char *prefix, const char *folded, gsize len)
{
	g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(occurrence));
	char prefixed[8 + YS_WORD_MAX];
	const gsize n = strlen(prefix);

	memcpy(prefixed, prefix, n);
	ys_segment(folded, len, note_occurrence, terms);
	if (!terms->len)
		return;
	qsort(terms->data, terms->len, sizeof(occurrence), by_bytes);
	for (guint i = 0, next; i < terms->len; i = next) {
		const occurrence *one = &g_array_index(terms, occurrence, i);

		for (next = i + 1; next < terms->len; next++)
			if (by_bytes(one, &g_array_index(terms, occurrence, next)))
				break;
		memcpy(prefixed + n, one->text, one->len);
		xc_document_add_term(doc, prefixed, n + one->len, next - i);
	}
}

static void add_boolean(xc_document *doc, const char *prefix, const char *value)
{
	g_autofree char *term = g_strconcat(prefix, value, NULL);

	xc_document_add_term(doc, term, -1, 0);
}

static void add_text_terms(xc_document *doc, const ys_record *record, const char *folded)
{
	const char *title_end = strchr(folded, '|');
	const gsize title_len = title_end ? (gsize)(title_end - folded) : strlen(folded);

	if (record->type == YS_LINE) {
		add_segments(doc, YS_PREFIX_LINE, folded, strlen(folded));
		return;
	}
	if (record->type == YS_TABLE)
		add_segments(doc, YS_PREFIX_ROWS, folded, strlen(folded));
	else
		add_segments(doc, "", folded, strlen(folded));
	if (!record->title)
		return;
	if (record->type == YS_TABLE)
		add_segments(doc, "", folded, title_len);
	add_segments(doc, YS_PREFIX_TITLE, folded, title_len);
}

/* What no table has is found by each of its names, and as the own of the last. */
static void add_names(xc_document *doc, const ys_region *region)
{
	const char *names[] = { region->province, region->city, region->county }, *last = NULL;
	g_autofree char *own = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (names[i]) {
			add_boolean(doc, YS_PREFIX_REGION, names[i]);
			last = names[i];
		}
	if (!last)
		return;
	own = g_strconcat(last, YS_REGION_OWN, NULL);
	add_boolean(doc, YS_PREFIX_REGION, own);
}

static void add_region(xc_document *doc, const ys_region *region)
{
	g_autoptr(GPtrArray) terms = NULL;

	if (!region->code) {
		add_names(doc, region);
		return;
	}
	terms = region_terms(region->code);
	for (guint i = 0; i < terms->len; i++)
		xc_document_add_term(doc, g_ptr_array_index(terms, i), -1, 0);
}

/* A short name that the official one gives needs no term: a search finds the department by that. */
static gboolean is_given(const char *alias, const ys_record *record)
{
	g_autofree char *key = ys_name_key(alias);
	g_autoptr(ys_body_asked) asked = ys_body_asked_new(key);

	return asked && ys_body_is(asked, record->department, &record->region) == YS_BODY_NAMED;
}

static GPtrArray *department_terms(const ys_record *record)
{
	GPtrArray *terms = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(terms, department_term(record->department));
	for (guint i = 0; i < record->aliases->len; i++)
		if (!is_given(g_ptr_array_index(record->aliases, i), record))
			g_ptr_array_add(terms, department_term(g_ptr_array_index(record->aliases, i)));
	return terms;
}

static char *names_of(const ys_record *record)
{
	GString *names = g_string_new(record->department);
	g_autofree char *region = ys_region_key(&record->region);

	g_string_append_printf(names, "|%s", region);
	for (guint i = 0; i < record->aliases->len; i++)
		g_string_append_printf(names, "|%s", (char *)g_ptr_array_index(record->aliases, i));
	return g_string_free(names, FALSE);
}

/* Which of its names need terms is the same for nearly all records of a publication, and takes long to tell. */
static void add_department(xc_document *doc, ys_document_writer *writer, const ys_record *record)
{
	g_autofree char *names = names_of(record);

	if (g_strcmp0(names, writer->names) != 0) {
		g_clear_pointer(&writer->departments, g_ptr_array_unref);
		writer->departments = department_terms(record);
		g_free(writer->names);
		writer->names = g_steal_pointer(&names);
	}
	for (guint i = 0; i < writer->departments->len; i++)
		xc_document_add_term(doc, g_ptr_array_index(writer->departments, i), -1, 0);
}

/* The code a cell is or begins with: 2010302, [30201]办公费; 0 digits if none. */
static gsize code_in(const char *cell, const char **code)
{
	gsize digits;

	*code = cell + (*cell == '[');
	digits = strspn(*code, "0123456789");
	if ((digits != 3 && digits != 5 && digits != 7) || ((*code)[digits] && (*code)[digits] != ']'))
		return 0;
	return digits;
}

/* Columns of codes, wherever they stand: a final account prints two lists side by side. */
static gboolean holds_codes(const ys_record *record, guint column)
{
	const char *head = column < record->columns->len ? g_ptr_array_index(record->columns, column) : "";

	return column < 2 || strstr(head, "编码") || strstr(head, "代码") || strstr(head, "科目");
}

static void add_codes(xc_document *doc, const ys_record *record)
{
	for (guint column = 0; column < record->columns->len; column++) {
		if (!holds_codes(record, column))
			continue;
		for (guint r = 0; r < record->rows->len; r++) {
			const GPtrArray *cells = g_ptr_array_index(record->rows, r);
			g_autofree char *term = NULL;
			const char *code;
			gsize digits = column < cells->len ? code_in(g_ptr_array_index(cells, column), &code) : 0;

			if (!digits)
				continue;
			term = g_strdup_printf(YS_PREFIX_CODE "%.*s", (int)digits, code);
			xc_document_add_term(doc, term, -1, 0);
		}
	}
}

static void add_fields(xc_document *doc, ys_document_writer *writer, const ys_record *record)
{
	if (record->year)
		xc_document_set_number(doc, YS_SLOT_YEAR, record->year);
	if (record->kind)
		add_boolean(doc, YS_PREFIX_KIND, record->kind);
	add_region(doc, &record->region);
	if (record->department)
		add_department(doc, writer, record);
	if (ys_record_amount(record) != YS_AMOUNT_NONE)
		xc_document_set_number(doc, YS_SLOT_AMOUNT, ys_record_amount(record));
}

ys_document_writer *ys_document_writer_new(void)
{
	ys_document_writer *writer = g_new0(ys_document_writer, 1);

	writer->cards = ys_cards_new();
	writer->sheet = ys_line_sheet_new();
	return writer;
}

void ys_document_writer_free(ys_document_writer *writer)
{
	ys_cards_free(writer->cards);
	ys_line_sheet_free(writer->sheet);
	g_clear_pointer(&writer->departments, g_ptr_array_unref);
	g_free(writer->names);
	g_free(writer);
}

xc_document *ys_document_new(ys_document_writer *writer, const ys_record *record, const GPtrArray *former,
			     const char *version, gboolean last)
{
	xc_document *doc = xc_document_new();
	g_autofree char *folded = ys_record_folded(record);
	g_autofree char *stored = ys_stored_data(record, writer->sheet, last);
	g_autoptr(GString) counted = ys_counted_pack(record);

	add_text_terms(doc, record, folded);
	add_boolean(doc, YS_PREFIX_ID, record->id);
	for (guint i = 0; i < former->len; i++)
		add_boolean(doc, YS_PREFIX_ID, g_ptr_array_index(former, i));
	add_boolean(doc, YS_PREFIX_TYPE, ys_record_type_name(record->type));
	add_boolean(doc, YS_PREFIX_VERSION, version);
	if (record->publication || record->type == YS_PUBLICATION)
		add_boolean(doc, YS_PREFIX_PUBLICATION, record->publication ? record->publication : record->id);
	add_fields(doc, writer, record);
	if (record->type == YS_TABLE)
		add_codes(doc, record);
	if (record->type == YS_LINE && record->code)
		add_boolean(doc, YS_PREFIX_CODE, record->code);
	if (*folded)
		xc_document_set_value(doc, YS_SLOT_TEXT, folded, -1);
	if (counted)
		xc_document_set_value(doc, YS_SLOT_COUNTED, counted->str, counted->len);
	ys_cards_add(writer->cards, record);
	if (last) {
		g_autoptr(GString) value = ys_cards_take(writer->cards);

		xc_document_set_value(doc, YS_SLOT_CARDS, value->str, value->len);
	}
	xc_document_set_data(doc, stored, strlen(stored));
	return doc;
}
