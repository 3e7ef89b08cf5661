#include "src/original/readers.h"

/* Cheap bidders first; a later one must be surer to be taken. */
static const ys_reader *const readers[] = {
	&ys_reader_pdf,
	&ys_reader_archive,
	&ys_reader_mhtml,
	&ys_reader_html,
	/* these look into a directory of parts */
	&ys_reader_doc,
	&ys_reader_xls,
	&ys_reader_docx,
	&ys_reader_xlsx,
	&ys_reader_refused,
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
