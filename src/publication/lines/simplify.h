/* Text in traditional characters, as mirrors of pages have it, to the simplified ones that everything above
 * reads: words of titles, tables and headings, names of places (phenomenon 111). */
#ifndef YS_SIMPLIFY_H
#define YS_SIMPLIFY_H

#include "src/publication/lines/input.h"

/* Rewrite the lines if the text is in traditional characters, with a warning: each Han character as text is
 * compared (data/traditional), without the pinyin that converters put behind it.  Lines stay what and where they
 * are.  A text with some such characters, in a name or a quotation, stays as printed. */
void ys_input_simplify(ys_input *input);

#endif
