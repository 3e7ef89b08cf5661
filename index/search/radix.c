#include "index/search/radix.h"

#include <string.h>

/* A byte at a time, the last one first.  Bytes that are the same in all keys need no pass. */
void ys_radix_sort(ys_radix_item *order, gsize n)
{
	g_autofree ys_radix_item *other = g_new(ys_radix_item, n + 1);
	ys_radix_item *from = order, *to = other, *swap;
	guint64 differ = 0;

	for (gsize i = 1; i < n; i++)
		differ |= order[i].key ^ order[0].key;
	for (guint shift = 0; shift < 64; shift += 8) {
		gsize count[256] = { 0 }, place = 0;

		if (!(differ >> shift & 0xff))
			continue;
		for (gsize i = 0; i < n; i++)
			count[from[i].key >> shift & 0xff]++;
		for (guint value = 0; value < 256; value++) {
			gsize here = count[value];

			count[value] = place;
			place += here;
		}
		for (gsize i = 0; i < n; i++)
			to[count[from[i].key >> shift & 0xff]++] = from[i];
		swap = from;
		from = to;
		to = swap;
	}
	if (from != order)
		memcpy(order, from, n * sizeof *order);
}
