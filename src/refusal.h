/* Why what a person asked is refused: a query, the value of an option, or a request over the web.
 *
 * A refusal is a GError of the domain YS_REFUSAL.  Its code is the reason, its message the English
 * sentence: for the command line, logs and programs.  What the sentence quotes stays with the error,
 * so that a page can say the same in its own language. */
#ifndef YS_REFUSAL_H
#define YS_REFUSAL_H

#include <glib.h>

typedef enum {
	/* the text of a query */
	YS_REASON_QUERY_LONG, YS_REASON_QUERY_UTF8, YS_REASON_NOTHING_ASKED, YS_REASON_ONLY_EXCLUDES,
	YS_REASON_NO_LETTERS, YS_REASON_MANY_WORDS, YS_REASON_MANY_SINGLES, YS_REASON_OPEN_QUOTE,
	YS_REASON_OPEN_BRACKET, YS_REASON_CLOSING_BRACKET, YS_REASON_EMPTY_BRACKETS,
	YS_REASON_DEEP_BRACKETS, YS_REASON_DEEP_EXCLUSIONS, YS_REASON_NO_EXCLUDED, YS_REASON_LONE_AND,
	YS_REASON_LONE_OR, YS_REASON_MIXED_OR, YS_REASON_MIXED_NOT, YS_REASON_EMPTY_FIELD,
	YS_REASON_NOT_COMPARED,
	/* values of fields and options */
	YS_REASON_NO_TYPE, YS_REASON_NO_YEAR, YS_REASON_YEARS_BACKWARDS, YS_REASON_NO_KIND,
	YS_REASON_NO_NAME, YS_REASON_NO_AMOUNT, YS_REASON_AMOUNTS_BACKWARDS, YS_REASON_NO_CODE,
	YS_REASON_NO_PUBLICATION, YS_REASON_NO_ORDER, YS_REASON_NO_NUMBER, YS_REASON_NO_OPTION,
	YS_REASON_VALUE_LONG, YS_REASON_VALUE_UTF8,
	/* requests: values of parameters, and the rest of it */
	YS_REASON_VALUE_CONTROL, YS_REASON_VALUE_PERCENT, YS_REASON_VALUE_TWICE, YS_REASON_NO_SWITCH,
	YS_REASON_NO_PAGE, YS_REASON_NO_FORMAT, YS_REASON_NO_LANG, YS_REASON_NO_ID, YS_REASON_NO_ALL, YS_REASON_NO_VIEW,
	YS_REASON_NO_DIMENSION, YS_REASON_DIMENSION_TWICE, YS_REASON_DIMENSION_MISFITS, YS_REASON_NO_COMPARED,
	YS_REASON_NO_MEASURE, YS_REASON_NO_MATCH, YS_REASON_NO_CELL_ORDER, YS_REASON_NO_CELL,
	YS_REASON_METHOD,
	YS_REASON_ADDRESS_LONG, YS_REASON_ADDRESS_UNKNOWN, YS_REASON_RECORD_UNKNOWN, YS_REASON_RECORD_FEED,

	YS_N_REASONS
} ys_reason;

/* What a sentence quotes, where it says {typed}, {name} ...  Strings are borrowed. */
typedef struct {
	guint at;               /* character of the query at fault, from 1, said before the sentence; 0: none */
	const char *typed;      /* what was typed */
	const char *name;       /* of an option or parameter */
	gsize bytes;            /* so many there are */
	gsize max;              /* so many there may be */
} ys_refusal;

#define YS_REFUSAL (ys_refusal_quark())
GQuark ys_refusal_quark(void);

/* Set *error, unless error is NULL; returns FALSE.  The error has copies of what it quotes, as valid
 * UTF-8.  The macro takes what is quoted by name:
 *
 *   return YS_REFUSE(error, YS_REASON_NO_YEAR, .typed = value); */
gboolean ys_refuse(GError **error, ys_reason reason, const ys_refusal *quoted);
#define YS_REFUSE(error, reason, ...) ys_refuse((error), (reason), &(const ys_refusal){ __VA_ARGS__ })

/* What an error of YS_REFUSAL quotes, for as long as the error lives. */
const ys_refusal *ys_refusal_of(const GError *error);

/* A sentence with what it quotes in its holes; with a character at fault place is said before it.  Newly
 * allocated. */
char *ys_refusal_say(const ys_refusal *quoted, const char *place, const char *sentence);

#endif
