/* Sorting many things by a number, in time that grows with how many they are.  A search sorts its
 * candidates by document and by score: 20,000 of them take 0.5 ms, where comparing them two by two
 * (qsort) takes 5 ms; 50,000, the most there are, 1 ms and 14 ms. */
#ifndef YS_RADIX_H
#define YS_RADIX_H

#include <glib.h>

typedef struct {
	guint64 key;
	guint32 index;          /* of the thing */
} ys_radix_item;

/* Ascending by key; equal ones stay as they stand. */
void ys_radix_sort(ys_radix_item *order, gsize n);

#endif
