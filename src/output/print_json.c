#include "src/output/printer.h"

#include <math.h>

typedef struct {
	ys_printer printer;     /* first: a ys_printer * is a json_printer * */
	GString *out;
	ys_json_money money;
	GString *closers;       /* a } or ] for each map or list that is open */
	gboolean comma;         /* the next key or element follows another */
} json_printer;

static json_printer *json(ys_printer *printer)
{
	return (json_printer *)printer;
}

/* ---- strings ---- */

/* RFC 8259 asks for the quote, the backslash and C0.  DEL and C1 may command a
 * terminal; the line and paragraph separators end a line in scripts. */
static gboolean needs_escape(gunichar c)
{
	return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

static void append_escape(GString *out, gunichar c)
{
	static const char names[] = "\"\"\\\\\bb\ff\nn\rr\tt";

	for (const char *p = names; *p; p += 2)
		if ((gunichar)(guchar)*p == c) {
			g_string_append_c(out, '\\');
			g_string_append_c(out, p[1]);
			return;
		}
	g_string_append_printf(out, "\\u%04x", c);
}

static void append_valid(GString *out, const char *s, const char *end)
{
	const char *plain = s;

	for (const char *next; s < end; s = next) {
		gunichar c = g_utf8_get_char(s);

		next = g_utf8_next_char(s);
		if (!needs_escape(c))
			continue;
		g_string_append_len(out, plain, s - plain);
		append_escape(out, c);
		plain = next;
	}
	g_string_append_len(out, plain, end - plain);
}

static void append_string(GString *out, const char *s)
{
	const char *end;

	g_string_append_c(out, '"');
	while (!g_utf8_validate(s, -1, &end)) {
		append_valid(out, s, end);
		g_string_append(out, "\xEF\xBF\xBD");
		s = end + 1;
	}
	append_valid(out, s, end);
	g_string_append_c(out, '"');
}

/* ---- structure ---- */

/* Called before each key and each element; a value behind its key needs no comma. */
static void separate(json_printer *j)
{
	if (j->comma)
		g_string_append_c(j->out, ',');
	j->comma = TRUE;
}

static void begin(ys_printer *printer, char opener, char closer)
{
	separate(json(printer));
	g_string_append_c(json(printer)->out, opener);
	g_string_append_c(json(printer)->closers, closer);
	json(printer)->comma = FALSE;
}

static void begin_map(ys_printer *printer)
{
	begin(printer, '{', '}');
}

static void begin_list(ys_printer *printer)
{
	begin(printer, '[', ']');
}

static void end(ys_printer *printer)
{
	GString *closers = json(printer)->closers;

	g_return_if_fail(closers->len > 0);
	g_string_append_c(json(printer)->out, closers->str[closers->len - 1]);
	g_string_truncate(closers, closers->len - 1);
	json(printer)->comma = closers->len > 0;
}

static void key(ys_printer *printer, const char *name)
{
	separate(json(printer));
	append_string(json(printer)->out, name);
	g_string_append_c(json(printer)->out, ':');
	json(printer)->comma = FALSE;
}

/* ---- values ---- */

static void literal(ys_printer *printer, const char *text)
{
	separate(json(printer));
	g_string_append(json(printer)->out, text);
}

static void string(ys_printer *printer, const char *s)
{
	if (!s) {
		literal(printer, "null");
		return;
	}
	separate(json(printer));
	append_string(json(printer)->out, s);
}

static void integer(ys_printer *printer, gint64 n)
{
	separate(json(printer));
	g_string_append_printf(json(printer)->out, "%" G_GINT64_FORMAT, n);
}

static void boolean(ys_printer *printer, gboolean b)
{
	literal(printer, b ? "true" : "false");
}

static void money(ys_printer *printer, ys_amount amount)
{
	if (amount == YS_AMOUNT_NONE) {
		literal(printer, "null");
	} else if (json(printer)->money == YS_JSON_FEN) {
		integer(printer, amount);
	} else {
		separate(json(printer));
		ys_amount_append_yuan(json(printer)->out, amount);
	}
}

static void amount(ys_printer *printer, const char *stem, ys_amount amount)
{
	const char *unit = json(printer)->money == YS_JSON_FEN ? "fen" : "yuan";
	g_autofree char *name = g_strdup_printf("%s_%s", stem, unit);

	key(printer, name);
	money(printer, amount);
}

static void percent(ys_printer *printer, const char *stem, ys_percent percent)
{
	gboolean stored = json(printer)->money == YS_JSON_FEN;
	g_autofree char *name = g_strdup_printf("%s_%s", stem, stored ? "basis_points" : "percent");

	key(printer, name);
	if (percent == YS_PERCENT_NONE) {
		literal(printer, "null");
	} else if (stored) {
		integer(printer, percent);
	} else {
		separate(json(printer));
		/* as 100 fen are a yuan, so 100 hundredths are a percent */
		ys_amount_append_yuan(json(printer)->out, percent);
	}
}

static void real(ys_printer *printer, double d, int places)
{
	char format[16], digits[400];   /* the largest double has 309 digits before the point */

	if (!isfinite(d)) {
		literal(printer, "null");
		return;
	}
	g_snprintf(format, sizeof(format), "%%.%df", CLAMP(places, 0, 17));
	literal(printer, g_ascii_formatd(digits, sizeof(digits), format, d));
}

static void destroy(ys_printer *printer)
{
	g_string_free(json(printer)->closers, TRUE);
	g_free(printer);
}

ys_printer *ys_printer_json_new(GString *out, ys_json_money money_form)
{
	json_printer *j = g_new0(json_printer, 1);

	j->printer = (ys_printer){
		.begin_map = begin_map,
		.begin_list = begin_list,
		.end = end,
		.key = key,
		.string = string,
		.integer = integer,
		.boolean = boolean,
		.amount = amount,
		.money = money,
		.percent = percent,
		.real = real,
		.destroy = destroy,
	};
	j->out = out;
	j->money = money_form;
	j->closers = g_string_new(NULL);
	return &j->printer;
}
