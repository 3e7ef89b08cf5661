/* Reading JSON that we wrote: the stored records of an index.  Jansson copies every string and hashes
 * every key; a page of hits spent a third of its time there.  Here strings are decoded in place and
 * members are found in the order in which they were written. */
#ifndef YS_JSON_H
#define YS_JSON_H

#include <glib.h>

typedef enum {
	YS_JSON_NULL,
	YS_JSON_BOOLEAN,
	YS_JSON_INTEGER,        /* 64 bits, signed */
	YS_JSON_REAL,           /* any other number; its value is not kept */
	YS_JSON_STRING,
	YS_JSON_LIST,
	YS_JSON_MAP
} ys_json_kind;

typedef struct ys_json ys_json;

struct ys_json {
	ys_json_kind kind;
	const char *key;        /* of a member of a map; else NULL */
	const char *string;
	gint64 integer;         /* a boolean's is 0 or 1 */
	guint size;             /* of a list or map */
	const ys_json *first, *next;    /* the first inside, and the next beside it */
};

typedef struct ys_json_text ys_json_text;

/* Parse len bytes; NULL if they are not one JSON value (RFC 8259), nest deeper than 64, or hold
 * invalid UTF-8, U+0000 or an integer of more than 64 bits. */
ys_json_text *ys_json_parse(const char *data, gsize len);
void ys_json_text_free(ys_json_text *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_json_text, ys_json_text_free)

/* The value; lives as long as the text. */
const ys_json *ys_json_root(const ys_json_text *text);

/* The member of a map; NULL if value is NULL, no map or has none.  after, where the last one
 * was found, is looked behind first, and may be NULL. */
const ys_json *ys_json_member(const ys_json *value, const char *key, const ys_json *after);

#endif
