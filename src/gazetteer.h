/* The gazetteer: every administrative division and every name it goes by, compiled in
 * from data/divisions.csv and data/divisions-aka by gen_divisions.c.  Divisions are numbers
 * from 0 in the order of their codes; -1 is none.  For src/region*.c; others ask those. */
#ifndef YS_GAZETTEER_H
#define YS_GAZETTEER_H

#include <glib.h>

typedef enum {
	YS_PROVINCE,
	YS_PREFECTURE,
	YS_COUNTY,
	YS_ZONE                 /* a development zone with a code: no county (doc/domain.md 3) */
} ys_division_level;

typedef enum {
	YS_NAME_FULL,           /* always means the division: 广州市, 黔东南州, 花都市 */
	YS_NAME_SHORT,          /* without suffix: 广州 */
	YS_NAME_WORD            /* without suffix, and means other things as well: 中山 */
} ys_name_form;

/* A name that stands at some place in a text. */
typedef struct {
	int division;
	gsize len;
	ys_name_form form;
} ys_place;

/* Names one string can have at one place, with room to spare. */
#define YS_PLACES_MAX 64
/* The longest name, in characters and in bytes. */
#define YS_PLACE_CHARS 16
#define YS_PLACE_BYTES (3 * YS_PLACE_CHARS)

guint ys_gazetteer_size(void);

const char *ys_gazetteer_name(int division);
const char *ys_gazetteer_code(int division);
ys_division_level ys_gazetteer_level(int division);
/* -1 for a province. */
int ys_gazetteer_parent(int division);
gboolean ys_gazetteer_is_under(int division, int above);

/* -1 if there is no such code. */
int ys_gazetteer_of_code(const char *code);

/* All names that stand at s before end, the shortest first; returns how many. */
guint ys_gazetteer_at(const char *s, const char *end, ys_place out[YS_PLACES_MAX]);
/* The divisions that are named by the len bytes at s, exactly. */
guint ys_gazetteer_named(const char *s, gsize len, ys_place out[YS_PLACES_MAX]);

/* Every name, in the order of their bytes; it is not NUL-terminated. */
typedef void (*ys_name_fn)(const char *name, gsize len, ys_name_form form, void *data);
void ys_gazetteer_each_name(ys_name_fn fn, void *data);

#endif
