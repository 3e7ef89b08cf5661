/* Names of places in facets: readable, told apart, and understood when they are typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/search/facet_names.h"
#include "src/gazetteer.h"

static void value_free(gpointer value)
{
	g_free(((ys_facet_value *)value)->value);
	g_free(value);
}

static void add(GPtrArray *values, const char *code)
{
	ys_facet_value *value = g_new0(ys_facet_value, 1);
	ys_region region;

	assert_true(ys_region_of_code(code, &region));
	value->value = ys_facet_names_path(&region);
	g_ptr_array_add(values, value);
}

static char *named(const char *codes)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(value_free);
	g_auto(GStrv) parts = g_strsplit(codes, " ", -1);
	GString *names = g_string_new(NULL);

	for (char **code = parts; *code; code++)
		add(values, *code);
	ys_facet_names_set(values);
	for (guint i = 0; i < values->len; i++) {
		const ys_facet_value *value = g_ptr_array_index(values, i);

		g_string_append_printf(names, "%s%s", i ? " " : "", value->value);
	}
	return g_string_free(names, FALSE);
}

static void only_names_that_meet_have_their_city_before_them(void **state)
{
	static const struct {
		const char *codes, *names;
	} rows[] = {
		{ "440111", "白云区" },
		{ "440111 520113", "广州市白云区 贵阳市白云区" },
		{ "440111 440106 520113", "广州市白云区 天河区 贵阳市白云区" },
		{ "110105 220104", "北京市朝阳区 长春市朝阳区" },
		{ "440100 440111 440000", "广州市本级 白云区 广东省本级" },
		{ "440100 440000 520113", "广州市 广东省本级 白云区" },
		/* a county-level city right below its province */
		{ "429004", "仙桃市" },
		{ "440000 440000", "广东省 广东省" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *names = named(rows[i].codes);

		assert_string_equal(names, rows[i].names);
	}
}

static void all_divisions_at_once_are_told_apart_and_found_by_their_names(void **state)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(value_free);
	g_autoptr(GPtrArray) wanted = g_ptr_array_new();
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	(void)state;
	for (guint i = 0; i < ys_gazetteer_size(); i++) {
		/* a zone counts for its city */
		if (ys_gazetteer_level(i) == YS_ZONE)
			continue;
		add(values, ys_gazetteer_code(i));
		g_ptr_array_add(wanted, (gpointer)ys_gazetteer_code(i));
	}
	ys_facet_names_set(values);
	for (guint i = 0; i < values->len; i++) {
		const char *name = ((ys_facet_value *)g_ptr_array_index(values, i))->value;
		const char *own = g_str_has_suffix(name, YS_REGION_OWN) ? strstr(name, YS_REGION_OWN) :
									  name + strlen(name);
		g_autofree char *place = g_strndup(name, own - name);
		g_autoptr(GPtrArray) codes = ys_region_codes_meant(place);

		if (!g_hash_table_add(seen, (gpointer)name))
			fail_msg("%s is there twice", name);
		if (!g_ptr_array_find(codes, g_ptr_array_index(wanted, i), NULL))
			fail_msg("%s is not found by %s", (char *)g_ptr_array_index(wanted, i), name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_names_that_meet_have_their_city_before_them),
		cmocka_unit_test(all_divisions_at_once_are_told_apart_and_found_by_their_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
