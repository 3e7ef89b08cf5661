/* A number format taken apart; see number_format.h. */
#ifndef YS_NUMBER_SECTION_H
#define YS_NUMBER_SECTION_H

#include <glib.h>

typedef enum {
	YS_FORMAT_LITERAL,      /* text as it stands */
	YS_FORMAT_DIGIT,        /* sign: 0 # or ?; n: 0 before the point, 1 behind, 2 in the exponent */
	YS_FORMAT_POINT,
	YS_FORMAT_PERCENT,
	YS_FORMAT_EXPONENT,     /* sign: + where a positive one shows it */
	YS_FORMAT_FRACTION,     /* ?/?: not printed so here */
	YS_FORMAT_GENERAL,
	YS_FORMAT_TEXT,         /* @ */
	YS_FORMAT_DATE,         /* sign: y m d h s a (weekday) b (morning or afternoon); n letters */
	YS_FORMAT_ELAPSED       /* sign: h m s; more of them than a day or an hour has */
} ys_format_kind;

typedef struct {
	ys_format_kind kind;
	char sign;
	guint n;
	char *text;
} ys_format_token;

typedef struct {
	GArray *tokens;         /* of ys_format_token */
	guint n_integer, n_decimals;    /* places for digits before and behind the point */
	int shift;              /* powers of ten by which % and trailing commas move the point */
	gboolean thousands, date, text;
	int numerals;           /* of [DBNum1] and on; 0: none */
	char condition[3];      /* "<", ">=", ...; empty: none */
	double limit;
} ys_format_section;

/* The sections between its semicolons, in order, at least one; of ys_format_section. */
GPtrArray *ys_format_sections(const char *code);

gboolean ys_format_has(const ys_format_section *section, ys_format_kind kind);

/* A day and time by a section with dates; FALSE: no calendar has that day. */
gboolean ys_format_append_date(GString *out, const ys_format_section *section, double number, gboolean since_1904);

#endif
