/* A page from its text, for what holds pages: a file, a web archive. */
#ifndef YS_HTML_H
#define YS_HTML_H

#include "src/original/reader.h"

/* declared: the encoding that what holds the page names; NULL: none.  YS_ERROR_PUBLICATION: there is no
 * text in it. */
ys_original *ys_html_read(const ys_bytes *bytes, const char *format, const char *declared, GError **error);

#endif
