#include "src/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "src/error.h"

/* ---- names and ids ---- */

static void a_type_is_found_by_its_name(void **state)
{
	(void)state;
	for (guint type = 0; type < YS_N_TYPES; type++)
		assert_int_equal(ys_record_type_named(ys_record_type_name((ys_record_type)type)), type);
	assert_int_equal(ys_record_type_named("projects"), YS_N_TYPES);
	assert_int_equal(ys_record_type_named(""), YS_N_TYPES);
	assert_int_equal(ys_record_type_named(NULL), YS_N_TYPES);
}

/* The ids are in people's links: these values must never change.  (The first is
 * the beginning of printf 3:abc0:1:x | sha256sum in base32.) */
static void an_id_is_the_same_for_ever(void **state)
{
	g_autofree char *project = ys_record_id(YS_PROJECT, "abc", "", "x", NULL);
	g_autofree char *item = ys_record_id(YS_ITEM, "abc", "", "x", NULL);
	g_autofree char *empty = ys_record_id(YS_DEPARTMENT, NULL);

	(void)state;
	assert_string_equal(project, "pbbihlz2nygtjrilj");
	assert_string_equal(item, "ibbihlz2nygtjrilj");
	assert_string_equal(empty, "d4oymiquy7qobjgx3");
}

static void ids_of_different_parts_and_types_differ(void **state)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	(void)state;
	g_hash_table_add(seen, ys_record_id(YS_PROJECT, "ab", "c", NULL));
	g_hash_table_add(seen, ys_record_id(YS_PROJECT, "a", "bc", NULL));
	g_hash_table_add(seen, ys_record_id(YS_PROJECT, "abc", NULL));
	g_hash_table_add(seen, ys_record_id(YS_PROJECT, "abc", "", NULL));
	g_hash_table_add(seen, ys_record_id(YS_PROJECT, "", "abc", NULL));
	g_hash_table_add(seen, ys_record_id(YS_PROJECT, "a1:b", NULL));
	for (guint type = 0; type < YS_N_TYPES; type++)
		g_hash_table_add(seen, ys_record_id((ys_record_type)type, "same", NULL));
	assert_int_equal(g_hash_table_size(seen), 6 + YS_N_TYPES);
}

/* ---- lines ---- */

static const struct {
	const char *name;
	int lines[8];           /* ends with -1 */
	const char *expected;
} line_rows[] = {
	{ "neighbours join", { 3, 4, 5, -1 }, "3-5" },
	{ "a gap stays a gap", { 3, 5, -1 }, "3-3 5-5" },
	{ "the same line twice counts once", { 3, 3, 4, 3, -1 }, "3-4" },
	{ "a line that fills a gap joins both sides", { 3, 5, 4, -1 }, "3-5" },
	{ "a line before the first comes first", { 9, 2, -1 }, "2-2 9-9" },
	{ "a line just before a range joins it", { 9, 8, -1 }, "8-9" },
	{ "a line between two ranges comes between", { 2, 9, 5, -1 }, "2-2 5-5 9-9" },
	{ "line 0 is no line", { 0, 1, -1 }, "1-1" },
	{ "the largest line is no trap", { G_MAXINT, G_MAXINT - 1, G_MAXINT, -1 }, "2147483646-2147483647" },
};

static void a_source_keeps_its_lines_in_ranges(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(line_rows); i++) {
		g_autoptr(ys_source) source = ys_source_new("a.txt", NULL);
		g_autoptr(GString) got = g_string_new(NULL);

		for (const int *line = line_rows[i].lines; *line != -1; line++)
			ys_source_add_line(source, *line);
		for (guint k = 0; k < source->lines->len; k++) {
			const ys_lines *range = &g_array_index(source->lines, ys_lines, k);

			g_string_append_printf(got, "%s%d-%d", k ? " " : "", range->first, range->last);
		}
		if (!g_str_equal(got->str, line_rows[i].expected))
			fail_msg("%s: got %s", line_rows[i].name, got->str);
	}
}

static void a_copied_warning_is_its_own(void **state)
{
	ys_warning *warning = ys_warning_new("unit-missing", 12, "table %d: 100%% unknown", 3);
	ys_warning *copy = ys_warning_copy(warning);

	(void)state;
	ys_warning_free(warning);
	assert_string_equal(copy->code, "unit-missing");
	assert_string_equal(copy->message, "table 3: 100% unknown");
	assert_int_equal(copy->line, 12);
	ys_warning_free(copy);
}

static void a_new_record_knows_nothing(void **state)
{
	g_autoptr(ys_record) r = ys_record_new(YS_TABLE);

	(void)state;
	assert_null(r->title);
	assert_null(r->source);
	assert_int_equal(r->year, 0);
	assert_int_equal(r->amount, YS_AMOUNT_NONE);
	assert_int_equal(r->executed, YS_AMOUNT_NONE);
	assert_int_equal(r->declared_total, YS_AMOUNT_NONE);
	assert_int_equal(r->total_income, YS_AMOUNT_NONE);
	assert_int_equal(r->change, YS_AMOUNT_NONE);
	assert_int_equal(r->change_percent, YS_PERCENT_NONE);
	assert_int_equal(r->three_public->len + r->procurement->len, 0);
	assert_int_equal(r->reconciliation.sum, YS_AMOUNT_NONE);
	assert_int_equal(r->reconciliation.status, YS_UNCHECKED);
	assert_int_equal(r->rows->len + r->columns->len + r->also->len + r->warnings->len, 0);
	assert_int_equal(r->aliases->len + r->funding->len + r->subordinate_units->len, 0);
}

/* ---- the stored form ---- */

static ys_source *a_source(const char *path, const char *table)
{
	ys_source *source = ys_source_new(path, table);

	ys_source_add_line(source, 3);
	ys_source_add_line(source, 8);
	ys_source_add_line(source, 9);
	return source;
}

static GPtrArray *a_row(const char *name, const char *value)
{
	GPtrArray *row = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(row, g_strdup(name));
	g_ptr_array_add(row, g_strdup(value));
	return row;
}

/* A record all of whose fields are known, also those its type does not have. */
static ys_record *a_full_record(ys_record_type type)
{
	ys_record *r = ys_record_new(type);

	r->id = ys_record_id(type, "云溪区", NULL);
	r->title = g_strdup("\"12345\"热线\\\t运行");
	r->department = g_strdup("云溪区数据局");
	g_ptr_array_add(r->aliases, g_strdup("云溪区大数据中心"));
	g_ptr_array_add(r->aliases, g_strdup("云溪区信息中心"));
	r->unit = g_strdup("本级");
	assert_true(ys_region_of_code("440111", &r->region));
	r->year = 2023;
	r->kind = g_strdup("决算");
	r->level = g_strdup("部门");
	r->scope = g_strdup("汇总");
	r->amount = G_MAXINT64;
	r->amount_text = g_strdup("1.00元");
	r->executed = -5;
	g_ptr_array_add(r->funding, ys_funding_new("政府性基金", 0));
	g_ptr_array_add(r->funding, ys_funding_new("一般公共预算", 123));
	g_ptr_array_add(r->funding, ys_funding_new("单位资金", YS_AMOUNT_NONE));
	r->category = g_strdup("运转类");
	r->content = g_strdup("内容");
	r->goal = g_strdup("目标");
	r->indicators = g_strdup("指标");
	r->parent = g_strdup("pxyz");
	r->parent_title = g_strdup("上级");
	r->publication = g_strdup("b");
	r->code = g_strdup("2010302");
	r->classification = g_strdup("function");
	g_ptr_array_add(r->path, g_strdup("另一名称"));
	r->canonical = g_strdup("proj");
	g_ptr_array_add(r->columns, g_strdup("项目"));
	g_ptr_array_add(r->columns, g_strdup("预算数/合计"));
	g_ptr_array_add(r->rows, a_row("食堂", "1.00"));
	g_ptr_array_add(r->rows, a_row("", NULL));
	g_ptr_array_add(r->rows, g_ptr_array_new_with_free_func(g_free));
	r->n_rows = 3;
	g_array_append_val(r->own_rows, ((ys_lines){ 1, 2 }));
	g_ptr_array_add(r->notes, g_strdup("注：含下属单位。"));
	r->unit_text = g_strdup("单位：万元");
	r->declared_total = 100;
	r->reconciliation = (ys_reconciliation){ YS_ROUNDING, 101, 100, 1 };
	r->text = g_strdup("正文\n第二行");
	r->total_income = 1;
	r->total_expenditure = 2;
	r->basic = 3;
	r->project = 4;
	g_ptr_array_add(r->three_public, ys_funding_new("total", 340));
	g_ptr_array_add(r->three_public, ys_funding_new("vehicle_purchase", YS_AMOUNT_NONE));
	g_ptr_array_add(r->procurement, ys_funding_new("goods", 0));
	r->change = -119144;
	r->change_percent = -763;
	g_ptr_array_add(r->subordinate_units, g_strdup("云溪区档案馆"));
	r->source = a_source("a.txt", "项目支出表");
	g_ptr_array_add(r->also, a_source("a.txt", NULL));
	g_ptr_array_add(r->also, ys_source_new("b.txt", "绩效目标表"));
	g_ptr_array_add(r->amounts, ys_measured_new("total", 5, r->also->pdata[1]));
	g_ptr_array_add(r->amounts, ys_measured_new("basic", r->amount, r->source));
	g_ptr_array_add(r->amounts, ys_measured_new("of another kind", -7, r->source));
	g_ptr_array_add(r->warnings, ys_warning_new("number-rebuilt", 8, "2,530.0 + 2"));
	g_ptr_array_add(r->warnings, ys_warning_new("year-contradicts", 0, "2022"));
	return r;
}

/* Nothing of a stored record is lost on the way back: stored again it is the same. */
static void a_record_survives_storing(void **state)
{
	(void)state;
	for (guint type = 0; type < YS_N_TYPES; type++)
		for (int full = 0; full < 2; full++) {
			g_autoptr(GError) error = NULL;
			g_autoptr(ys_record) r = full ? a_full_record((ys_record_type)type) :
							ys_record_new((ys_record_type)type);
			g_autoptr(ys_record) back = NULL;
			g_autofree char *stored = ys_record_to_stored(r);
			g_autofree char *again = NULL;

			back = ys_record_from_stored(stored, strlen(stored), &error);
			assert_null(error);
			assert_non_null(back);
			again = ys_record_to_stored(back);
			assert_string_equal(stored, again);
		}
}

/* Storing could drop a field both ways; so look at some of each form. */
static void a_project_is_read_back(void **state)
{
	g_autoptr(ys_record) r = a_full_record(YS_PROJECT);
	g_autofree char *stored = ys_record_to_stored(r);
	g_autoptr(ys_record) back = ys_record_from_stored(stored, strlen(stored), NULL);
	const ys_funding *funding;
	const ys_source *also;
	const ys_warning *warning;

	(void)state;
	assert_non_null(back);
	assert_int_equal(back->type, YS_PROJECT);
	assert_string_equal(back->title, "\"12345\"热线\\\t运行");
	assert_string_equal(back->aliases->pdata[1], "云溪区信息中心");
	assert_ptr_equal(back->region.county, r->region.county);
	assert_ptr_equal(back->region.province, r->region.province);
	assert_int_equal(back->year, 2023);
	assert_int_equal(back->amount, G_MAXINT64);
	assert_int_equal(back->executed, -5);
	assert_int_equal(back->funding->len, 3);
	funding = back->funding->pdata[1];
	assert_string_equal(funding->name, "一般公共预算");
	assert_int_equal(funding->amount, 123);
	funding = back->funding->pdata[2];
	assert_int_equal(funding->amount, YS_AMOUNT_NONE);
	assert_string_equal(back->indicators, "指标");
	assert_null(back->canonical);
	assert_int_equal(back->also->len, 2);
	also = back->also->pdata[0];
	assert_int_equal(also->lines->len, 2);
	assert_int_equal(g_array_index(also->lines, ys_lines, 1).last, 9);
	assert_string_equal(back->source->table, "项目支出表");
	warning = back->warnings->pdata[0];
	assert_int_equal(warning->line, 8);
	assert_string_equal(warning->message, "2,530.0 + 2");
}

static void a_publication_is_read_back(void **state)
{
	g_autoptr(ys_record) r = a_full_record(YS_PUBLICATION);
	g_autofree char *stored = ys_record_to_stored(r);
	g_autoptr(ys_record) back = ys_record_from_stored(stored, strlen(stored), NULL);

	(void)state;
	assert_non_null(back);
	assert_int_equal(back->project, 4);
	assert_int_equal(back->three_public->len, 2);
	assert_int_equal(ys_funding_named(back->three_public, "total"), 340);
	assert_int_equal(ys_funding_named(back->three_public, "vehicle_purchase"), YS_AMOUNT_NONE);
	assert_int_equal(ys_funding_named(back->three_public, "reception"), YS_AMOUNT_NONE);
	assert_int_equal(ys_funding_named(back->procurement, "goods"), 0);
	assert_int_equal(back->change, -119144);
	assert_int_equal(back->change_percent, -763);
}

static void a_table_is_read_back(void **state)
{
	g_autoptr(ys_record) r = a_full_record(YS_TABLE);
	g_autofree char *stored = ys_record_to_stored(r);
	g_autoptr(ys_record) back = ys_record_from_stored(stored, strlen(stored), NULL);
	const GPtrArray *row;

	(void)state;
	assert_non_null(back);
	assert_string_equal(back->columns->pdata[1], "预算数/合计");
	assert_int_equal(back->rows->len, 3);
	row = back->rows->pdata[1];
	assert_string_equal(row->pdata[0], "");
	assert_null(row->pdata[1]);
	assert_int_equal(back->n_rows, 3);
	assert_int_equal(back->declared_total, 100);
	assert_int_equal(back->reconciliation.status, YS_ROUNDING);
	assert_int_equal(back->reconciliation.residual, 1);
	assert_null(back->goal);
}

static void an_unknown_region_code_leaves_the_region_unknown(void **state)
{
	g_autoptr(ys_record) r = ys_record_new(YS_DEPARTMENT);
	g_autoptr(ys_record) back = NULL;
	g_autofree char *stored = NULL;

	(void)state;
	r->region = (ys_region){ "甲省", NULL, "云溪区", "000001" };
	stored = ys_record_to_stored(r);
	back = ys_record_from_stored(stored, strlen(stored), NULL);
	assert_non_null(back);
	assert_null(back->region.province);
	assert_null(back->region.code);
}

static const struct {
	const char *name;
	ys_record_type type;
	const char *from, *to;  /* what is changed in the stored form */
} damages[] = {
	{ "no JSON", YS_PROJECT, "{\"id\"", "\"id\"" },
	{ "an unknown type", YS_PROJECT, "\"type\":\"project\"", "\"type\":\"plan\"" },
	{ "no type", YS_PROJECT, "\"type\":\"project\"", "\"tipe\":\"project\"" },
	{ "a type of another kind", YS_PROJECT, "\"type\":\"project\"", "\"type\":1" },
	{ "a missing field", YS_PROJECT, "\"kind\":", "\"kint\":" },
	{ "an amount in yuan", YS_PROJECT, "\"amount_fen\":", "\"amount_yuan\":" },
	{ "an amount that is no integer", YS_PROJECT, "\"executed_fen\":-5", "\"executed_fen\":0.5" },
	{ "a title that is a number", YS_PROJECT, "\"kind\":\"决算\"", "\"kind\":1" },
	{ "a year that is text", YS_PROJECT, "\"year\":2023", "\"year\":\"2023\"" },
	{ "a negative year", YS_PROJECT, "\"year\":2023", "\"year\":-1" },
	{ "a year out of range", YS_PROJECT, "\"year\":2023", "\"year\":99999999999" },
	{ "aliases that are no list", YS_PROJECT, "\"aliases\":", "\"aliases\":{},\"alias\":" },
	{ "an alias that is no string", YS_PROJECT, "\"云溪区信息中心\"]", "1]" },
	{ "a region that is a list", YS_PROJECT, "\"code\":\"440111\"", "\"code\":[]" },
	{ "a region without code", YS_PROJECT, "\"code\":\"440111\"", "\"zip\":\"440111\"" },
	{ "a funding that is text", YS_PROJECT, "\"一般公共预算\":123", "\"一般公共预算\":\"123\"" },
	{ "a funding that is a list", YS_PROJECT, "\"funding\":", "\"funding\":[],\"fund\":" },
	{ "lines that run backwards", YS_PROJECT, "[8,9]", "[9,8]" },
	{ "a line without end", YS_PROJECT, "[8,9]", "[8]" },
	{ "lines that are text", YS_PROJECT, "[8,9]", "\"8\"" },
	{ "a source without path", YS_PROJECT, "\"source\":{\"path\"", "\"source\":{\"pat\"" },
	{ "a place that is null", YS_PROJECT, "\"also\":[", "\"also\":[null," },
	{ "a warning that is text", YS_PROJECT, "\"warnings\":[", "\"warnings\":[\"x\"," },
	{ "an unknown status", YS_TABLE, "\"rounding\"", "\"rounded\"" },
	{ "rows that are texts", YS_TABLE, "\"rows\":[", "\"rows\":[\"x\"," },
	{ "a cell that is a number", YS_TABLE, "\"食堂\",\"1.00\"", "\"食堂\",1.00" },
	{ "no count of rows", YS_TABLE, "\"n_rows\":3", "\"n_rows\":null" },
	{ "figures that are a list", YS_PUBLICATION, "\"procurement\":", "\"procurement\":[],\"purchase\":" },
	{ "a figure without unit", YS_PUBLICATION, "\"goods_fen\"", "\"goods\"" },
	{ "a figure in yuan", YS_PUBLICATION, "\"goods_fen\"", "\"goods_yuan\"" },
	{ "a figure that is text", YS_PUBLICATION, "\"total_fen\":340", "\"total_fen\":\"340\"" },
	{ "a percent with a point", YS_PUBLICATION, "\"change_basis_points\":-763", "\"change_basis_points\":-7.63" },
	{ "no percent", YS_PUBLICATION, "\"change_basis_points\"", "\"change_percent\"" },
	{ "a known field of another kind", YS_ITEM, "\"content\":\"内容\"", "\"content\":5" },
};

static char *replaced(const char *s, const char *from, const char *to)
{
	g_auto(GStrv) parts = g_strsplit(s, from, 2);

	assert_non_null(parts[1]);
	return g_strjoinv(to, parts);
}

/* Without its sum, as it was sealed. */
static char *unsealed(const char *stored)
{
	const char *seal = strstr(stored, ",\"sum\":");

	assert_non_null(seal);
	return g_strdup_printf("%.*s}", (int)(seal - stored), stored);
}

static void a_damaged_record_is_refused(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(damages); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(ys_record) r = a_full_record(damages[i].type);
		g_autoptr(ys_record) back = NULL;
		g_autofree char *stored = ys_record_to_stored(r), *json = unsealed(stored);
		g_autofree char *bad = replaced(json, damages[i].from, damages[i].to);
		g_autofree char *sealed = ys_record_seal(bad);

		back = ys_record_from_stored(sealed, strlen(sealed), &error);
		if (back || !g_error_matches(error, YS_ERROR, YS_ERROR_IO) || strstr(error->message, "its sum"))
			fail_msg("accepted, or for another reason: %s", damages[i].name);
	}
}

static void a_record_in_which_any_bit_flipped_is_refused(void **state)
{
	g_autoptr(ys_record) r = a_full_record(YS_PROJECT);
	g_autofree char *stored = ys_record_to_stored(r);

	(void)state;
	for (gsize i = 0; i < strlen(stored); i++) {
		for (int bit = 0; bit < 8; bit++) {
			g_autofree char *bad = g_strdup(stored);
			g_autoptr(ys_record) back = NULL;

			bad[i] ^= 1 << bit;
			back = ys_record_from_stored(bad, strlen(stored), NULL);
			assert_null(back);
		}
	}
}

static void a_record_cut_anywhere_is_refused(void **state)
{
	g_autoptr(ys_record) r = a_full_record(YS_TABLE);
	g_autofree char *stored = ys_record_to_stored(r);

	(void)state;
	for (gsize len = 0; len < strlen(stored); len++) {
		g_autofree char *cut = g_memdup2(stored, len);

		assert_null(ys_record_from_stored(cut, len, NULL));
	}
}

/* ---- what a query may match ---- */

static const struct {
	ys_record_type type;
	const char *expected;
} searchable[] = {
	{ YS_PUBLICATION, "title department aliases aliases subordinate_units" },
	{ YS_SECTION, "title text" },
	{ YS_TABLE, "title notes rows" },
	{ YS_PROJECT, "title goal content indicators category code unit" },
	{ YS_ITEM, "title goal content indicators category code unit" },
	{ YS_LINE, "title code" },
	{ YS_DEPARTMENT, "title aliases aliases unit" },
};

static void note_field(const char *field, const char *text, void *data)
{
	GString *fields = data;

	assert_true(*text);
	g_string_append_printf(fields, "%s%s", fields->len ? " " : "", field);
}

static void a_query_matches_the_texts_of_a_record(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(searchable); i++) {
		g_autoptr(ys_record) r = a_full_record(searchable[i].type);
		g_autoptr(GString) fields = g_string_new(NULL);

		ys_record_searchable(r, note_field, fields);
		assert_string_equal(fields->str, searchable[i].expected);
	}
}

static void unknown_and_empty_texts_match_nothing(void **state)
{
	(void)state;
	for (guint type = 0; type < YS_N_TYPES; type++) {
		g_autoptr(ys_record) r = ys_record_new((ys_record_type)type);
		g_autoptr(GString) fields = g_string_new(NULL);

		r->title = g_strdup("");
		ys_record_searchable(r, note_field, fields);
		assert_string_equal(fields->str, "");
	}
}

/* A snippet is cut from the stored record: what is searched must be stored. */
static void what_is_searchable_survives_storing(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(searchable); i++) {
		g_autoptr(ys_record) r = a_full_record(searchable[i].type);
		g_autofree char *stored = ys_record_to_stored(r);
		g_autoptr(ys_record) back = ys_record_from_stored(stored, strlen(stored), NULL);
		g_autoptr(GString) fields = g_string_new(NULL);

		assert_non_null(back);
		ys_record_searchable(back, note_field, fields);
		assert_string_equal(fields->str, searchable[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_type_is_found_by_its_name),
		cmocka_unit_test(an_id_is_the_same_for_ever),
		cmocka_unit_test(ids_of_different_parts_and_types_differ),
		cmocka_unit_test(a_source_keeps_its_lines_in_ranges),
		cmocka_unit_test(a_copied_warning_is_its_own),
		cmocka_unit_test(a_new_record_knows_nothing),
		cmocka_unit_test(a_record_survives_storing),
		cmocka_unit_test(a_project_is_read_back),
		cmocka_unit_test(a_publication_is_read_back),
		cmocka_unit_test(a_table_is_read_back),
		cmocka_unit_test(an_unknown_region_code_leaves_the_region_unknown),
		cmocka_unit_test(a_damaged_record_is_refused),
		cmocka_unit_test(a_record_in_which_any_bit_flipped_is_refused),
		cmocka_unit_test(a_record_cut_anywhere_is_refused),
		cmocka_unit_test(a_query_matches_the_texts_of_a_record),
		cmocka_unit_test(unknown_and_empty_texts_match_nothing),
		cmocka_unit_test(what_is_searchable_survives_storing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
