/* The container of old Office files (OLE2, [MS-CFB]): a file system inside a file. */
#ifndef YS_OLE_H
#define YS_OLE_H

#include <glib.h>

typedef struct ys_ole ys_ole;

/* Do the bytes begin as one does? */
gboolean ys_is_ole(const char *data, gsize len);

/* data must outlive it.  NULL if the bytes are none, or no directory can be found in them. */
ys_ole *ys_ole_new(const char *data, gsize len);
void ys_ole_free(ys_ole *ole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_ole, ys_ole_free)

/* What a stream of this name holds, in whatever storage it lies; as much as there is of one that is cut
 * off.  NULL if there is none. */
GByteArray *ys_ole_stream(const ys_ole *ole, const char *name);
gboolean ys_ole_has(const ys_ole *ole, const char *name);

/* Little-endian numbers, of which the caller has made sure that they are there. */
guint ys_u16(const guint8 *p);
guint32 ys_u32(const guint8 *p);

#endif
