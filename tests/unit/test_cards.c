/* Cards: what is packed comes out again, and nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "index/cards.h"

static ys_record *record_new(ys_record_type type, const char *id, const char *department, ys_amount amount)
{
	ys_record *record = ys_record_new(type);

	record->id = g_strdup(id);
	record->department = g_strdup(department);
	record->year = 2023;
	record->kind = g_strdup("预算");
	record->region.code = "440111";
	record->region.county = "云岭区";
	record->amount = amount;
	return record;
}

static void add(ys_cards *cards, ys_record *record)
{
	ys_cards_add(cards, record);
	ys_record_free(record);
}

/* A publication, a department, two projects and a glossary. */
static GString *five_cards(void)
{
	g_autoptr(ys_cards) cards = ys_cards_new();
	ys_record *glossary = record_new(YS_SECTION, "s1", "松溪市云岭区数据局", YS_AMOUNT_NONE);
	ys_record *doubtful = record_new(YS_PROJECT, "j2", NULL, G_MAXINT64);

	glossary->title = g_strdup("名词解释");
	add(cards, record_new(YS_PUBLICATION, "p1", "松溪市云岭区数据局", YS_AMOUNT_NONE));
	add(cards, record_new(YS_DEPARTMENT, "d1", "松溪市云岭区数据局", YS_AMOUNT_NONE));
	add(cards, record_new(YS_PROJECT, "j1", "松溪市云岭区数据局", -150));
	g_ptr_array_add(doubtful->warnings, ys_warning_new("unit-implausible", 3, "the unit may be wrong"));
	add(cards, doubtful);
	add(cards, glossary);
	return ys_cards_take(cards);
}

static void note_origin(const ys_card_origin *origin, void *data)
{
	g_string_append_printf(data, "%s %d %s %s %s %s %s\n", origin->department, origin->year, origin->kind,
			       origin->region, origin->id, origin->place, origin->own);
}

static void what_is_packed_comes_out_again(void **state)
{
	g_autoptr(GString) value = five_cards(), origins = g_string_new(NULL);
	ys_card_view view;
	ys_card card;

	(void)state;
	assert_true(ys_card_view_open(&view, value->str, value->len));
	assert_true(ys_card_view_card(&view, 0, &card));
	assert_int_equal(card.type, YS_SECTION);
	assert_true(card.glossary);
	assert_true(ys_card_view_card(&view, 1, &card));
	assert_int_equal(card.amount, G_MAXINT64);
	assert_true(card.doubtful);
	assert_int_equal(card.origin, 2);
	assert_true(ys_card_view_card(&view, 2, &card));
	assert_int_equal(card.type, YS_PROJECT);
	assert_int_equal(card.amount, -150);
	assert_false(card.doubtful);
	assert_int_equal(card.origin, 0);
	assert_false(card.glossary);
	assert_true(ys_card_view_card(&view, 4, &card));
	assert_int_equal(card.amount, YS_AMOUNT_NONE);
	assert_false(ys_card_view_card(&view, 5, &card));
	assert_true(ys_card_view_origins(&view, note_origin, origins));
	assert_string_equal(origins->str, "松溪市云岭区数据局 2023 预算 440111  云岭 云岭区数据局\n"
					  "松溪市云岭区数据局 2023 预算 440111 d1 云岭 云岭区数据局\n"
					  " 2023 预算 440111  云岭 \n");
}

static void taking_begins_anew(void **state)
{
	g_autoptr(ys_cards) cards = ys_cards_new();
	g_autoptr(GString) first = NULL, second = NULL;
	ys_card_view view;

	(void)state;
	add(cards, record_new(YS_PROJECT, "j1", "甲局", 1));
	first = ys_cards_take(cards);
	add(cards, record_new(YS_PROJECT, "j2", "乙局", 2));
	second = ys_cards_take(cards);
	assert_true(ys_card_view_open(&view, second->str, second->len));
	assert_int_equal(view.n_cards, 1);
	assert_int_equal(view.n_origins, 1);
	assert_int_equal(first->len, second->len);
}

/* Cut anywhere, a value is refused before anything is read behind its end. */
static void a_value_cut_anywhere_is_refused(void **state)
{
	g_autoptr(GString) value = five_cards(), ignored = g_string_new(NULL);

	(void)state;
	for (gsize len = 0; len < value->len; len++) {
		g_autofree char *cut = g_memdup2(value->str, len);
		ys_card_view view;

		if (ys_card_view_open(&view, cut, len) && ys_card_view_origins(&view, note_origin, ignored))
			fail_msg("accepted at %zu of %zu bytes", len, value->len);
	}
}

static void damaged_cards_are_refused(void **state)
{
	static const struct {
		gsize at;
		char byte;
	} damages[] = { { 0, 99 }, { 3, -1 }, { 8 + 4 * 16 + 8, 7 }, { 8 + 4 * 16 + 12, YS_N_TYPES } };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(damages); i++) {
		g_autoptr(GString) value = five_cards();
		ys_card_view view;
		ys_card card;

		value->str[damages[i].at] = damages[i].byte;
		if (ys_card_view_open(&view, value->str, value->len) && ys_card_view_card(&view, 0, &card))
			fail_msg("accepted: byte %zu", damages[i].at);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_packed_comes_out_again),
		cmocka_unit_test(taking_begins_anew),
		cmocka_unit_test(a_value_cut_anywhere_is_refused),
		cmocka_unit_test(damaged_cards_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
