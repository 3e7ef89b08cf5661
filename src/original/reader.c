#include "src/original/reader.h"

#include "src/original/read_doc.h"

/* Cheap bidders first; a later one must be surer to be taken. */
static const ys_reader *const readers[] = {
	&ys_reader_doc,
	NULL
};

const ys_reader *ys_reader_of(const ys_bytes *bytes)
{
	const ys_reader *best = NULL;
	int most = 0;

	for (gsize i = 0; readers[i]; i++) {
		int bid = readers[i]->bid(bytes);

		if (bid > most) {
			most = bid;
			best = readers[i];
		}
	}
	return best;
}
