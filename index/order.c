#include "index/order.h"

#include <string.h>

#define DIGITS 8

/* A byte at a time, the last one first.  Most bytes are the same in all keys, and need no
 * pass. */
void ys_order_sort(ys_order *order, gsize n)
{
	gsize counts[DIGITS][256] = { { 0 } };
	g_autofree ys_order *other = g_new(ys_order, n + 1);
	ys_order *from = order, *to = other, *swap;

	for (gsize i = 0; i < n; i++)
		for (guint digit = 0; digit < DIGITS; digit++)
			counts[digit][order[i].key >> 8 * digit & 0xff]++;
	for (guint digit = 0; digit < DIGITS && n > 1; digit++) {
		gsize *count = counts[digit], place = 0;

		if (count[from[0].key >> 8 * digit & 0xff] == n)
			continue;
		for (guint value = 0; value < 256; value++) {
			gsize here = count[value];

			count[value] = place;
			place += here;
		}
		for (gsize i = 0; i < n; i++)
			to[count[from[i].key >> 8 * digit & 0xff]++] = from[i];
		swap = from;
		from = to;
		to = swap;
	}
	if (from != order)
		memcpy(order, from, n * sizeof *order);
}
