/* Word 97 to 2003 ([MS-DOC]): the characters of a document in their order, and what is said of the
 * paragraphs and runs that they are in. */
#ifndef YS_WORD_RUNS_H
#define YS_WORD_RUNS_H

#include <glib.h>

/* What is said of a paragraph. */
typedef struct {
	gboolean in_table;
	gboolean ends_row;
	gboolean head;          /* a row that is repeated on each page */
	const guint8 *cells;    /* definition of the row's cells; NULL */
	guint cells_len;
} ys_word_paragraph;

/* Called for each character; hidden and deleted ones are left out.  Marks of the end of a cell (7), a
 * paragraph (13) and a section (12) come with what is said of the paragraph that they end, and are never
 * left out. */
typedef void (*ys_word_fn)(gunichar c, const ys_word_paragraph *paragraph, void *data);

/* document, table and data (may be NULL) are the streams of these names.  FALSE if they are none of a
 * document. */
gboolean ys_word_each(const GByteArray *document, const GByteArray *table, const GByteArray *data, ys_word_fn fn,
		      void *user_data);

/* Is the stream the beginning of a document, is it encrypted, and which stream of tables belongs to it? */
gboolean ys_word_is(const GByteArray *document, gboolean *encrypted, const char **table_name);

#endif
