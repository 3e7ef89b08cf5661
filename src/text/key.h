/* Keys: what names are compared and looked up by. */
#ifndef YS_KEY_H
#define YS_KEY_H

/* The name folded (src/text/fold.h), without separators: "合 计" and "合计", “三公”经费 and
 * "三公"经费 have the same key.  Newly allocated. */
char *ys_name_key(const char *s);

#endif
