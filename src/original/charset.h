/* Bytes of text, in whatever encoding, as UTF-8. */
#ifndef YS_CHARSET_H
#define YS_CHARSET_H

#include <glib.h>

/* The text without its byte order mark: UTF-16 with one; UTF-8 where the bytes are that, whatever is
 * declared, for pages are converted and their declarations forgotten; Big5 where that is declared (may be
 * NULL); else GB18030, which holds GB2312 and GBK.  Bytes that are no text become U+FFFD, which sets
 * *damaged.  Newly allocated, never NULL; its NUL is not counted in *n. */
char *ys_charset_decode(const char *data, gsize len, const char *declared, gsize *n, gboolean *damaged);

/* The same for a short string, such as a name. */
char *ys_charset_decode_name(const char *name);

/* Of bytes that are not valid UTF-8 as a whole: is it UTF-8, damaged, and no other encoding? */
gboolean ys_charset_is_mostly_utf8(const char *data, gsize len);

#endif
