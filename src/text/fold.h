/* Folding: the one form of text in which index and query meet.
 *
 * NFKC, case folding, traditional to simplified characters, from a table made
 * at build time (gen_fold.c); then separators (contract: yusou-query(7),
 * "What makes no difference"):
 *
 *   - blanks and quotation marks vanish between Han characters and between a Han
 *     character and a letter or digit; between two letters or digits they separate;
 *   - thousands commas inside a number vanish (1,156.36 is 1156.36); a point
 *     between digits belongs to the number;
 *   - zero-width characters vanish everywhere;
 *   - every other character (punctuation, symbols, tab, line end) separates.
 *
 * Folded text holds letters, digits and Han characters; one ' ' stands where
 * something separates, never at the beginning or the end. */
#ifndef YS_FOLD_H
#define YS_FOLD_H

#include <glib.h>

/* Raise when the same input may fold or segment differently: indexes record it,
 * and one of another version is refused (index/schema.h). */
#define YS_TOKENISER_VERSION 1

typedef enum {
	YS_CHAR_SEPARATOR,
	YS_CHAR_BLANK,
	YS_CHAR_QUOTE,
	YS_CHAR_IGNORED,
	YS_CHAR_WORD,           /* Latin and other letters, digits: words are whole */
	YS_CHAR_HAN             /* Han, kana, hangul: written without blanks, cut into bigrams */
} ys_char_class;

/* The class of a folded character. */
ys_char_class ys_char_class_of(gunichar c);

/* The character folds to itself, as nearly all of simplified text does; cheaper than to fold it. */
gboolean ys_folds_to_itself(gunichar c);

/* Folded text and the way back to what was printed. */
typedef struct {
	char *text;             /* UTF-8, NUL-terminated */
	gsize len;
	guint32 *start;         /* for each byte of text: where the character that gave it begins in the original */
	guint32 *end;           /* and where that character ends */
} ys_folded;

/* Fold n bytes of UTF-8 (n < 0: up to the NUL; at most 4 GiB).  Invalid bytes
 * separate.  Never fails. */
ys_folded *ys_fold(const char *s, gssize n);
void ys_folded_free(ys_folded *folded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_folded, ys_folded_free)

/* Bytes that out has to have left beyond those of s, for folding not to ask for more unless it needs it. */
#define YS_FOLD_ROOM 24

/* The same without the map, appended to out. */
void ys_fold_append(GString *out, const char *s, gssize n);

#endif
