#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index/search/radix.h"

static void numbers_come_out_ascending_and_equal_ones_as_they_stood(void **state)
{
	static const struct {
		guint n;
		guint64 mask;
	} rows[] = {
		{ 0, 0 },
		{ 1, G_MAXUINT64 },
		{ 2, G_MAXUINT64 },
		{ 1000, G_MAXUINT64 },
		{ 1000, G_GUINT64_CONSTANT(0xff00000000000000) },
		{ 5000, 0x1ff },
		{ 1000, 0 },
	};

	(void)state;
	for (gsize r = 0; r < G_N_ELEMENTS(rows); r++) {
		g_autofree ys_radix_item *order = g_new(ys_radix_item, rows[r].n + 1);
		guint64 number = 88172645463325252u;

		for (guint i = 0; i < rows[r].n; i++) {
			number ^= number << 13;
			number ^= number >> 7;
			number ^= number << 17;
			order[i] = (ys_radix_item){ number & rows[r].mask, i };
		}
		ys_radix_sort(order, rows[r].n);
		for (guint i = 1; i < rows[r].n; i++)
			if (order[i - 1].key > order[i].key ||
			    (order[i - 1].key == order[i].key && order[i - 1].index >= order[i].index))
				fail_msg("row %zu: %u and %u", r, i - 1, i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_come_out_ascending_and_equal_ones_as_they_stood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
