/* Escaping, one function a context.  What stands in the program itself goes out through the
 * macro, which takes literals only: passing it a variable does not compile. */
#ifndef YS_ESCAPE_H
#define YS_ESCAPE_H

#include <glib.h>

/* Text between tags: & < >.  Control characters other than line ends and tabs, which no HTML or
 * XML may hold, bidirectional overrides and broken UTF-8 come out as U+FFFD.  NULL appends
 * nothing, here and below. */
void ys_html_text(GString *out, const char *s);
/* Inside an attribute in either kind of quotes: also both of them. */
void ys_html_attr(GString *out, const char *s);
/* A part of a URL: all but the unreserved characters of RFC 3986 as percent and two digits. */
void ys_url_arg(GString *out, const char *s);

#define YS_HTML_LIT(out, literal) g_string_append_len((out), "" literal, sizeof(literal) - 1)

#endif
