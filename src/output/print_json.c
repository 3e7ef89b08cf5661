#include "src/output/printer.h"

#include <math.h>

typedef struct {
	ys_printer printer;     /* first: a ys_printer * is a json_printer * */
	GString *out;
	ys_json_money money;
	GString *closers;       /* a } or ] for each map or list that is open */
	gboolean comma;         /* the next value follows another */
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

/* What stands before a value: a comma behind another one, and the key. */
static GString *begin_value(ys_printer *printer, const char *key)
{
	json_printer *j = json(printer);

	if (j->comma)
		g_string_append_c(j->out, ',');
	j->comma = TRUE;
	if (key) {
		append_string(j->out, key);
		g_string_append_c(j->out, ':');
	}
	return j->out;
}

static void begin(ys_printer *printer, const char *key, char opener, char closer)
{
	g_string_append_c(begin_value(printer, key), opener);
	g_string_append_c(json(printer)->closers, closer);
	json(printer)->comma = FALSE;
}

static void begin_map(ys_printer *printer, const char *key)
{
	begin(printer, key, '{', '}');
}

static void begin_list(ys_printer *printer, const char *key)
{
	begin(printer, key, '[', ']');
}

static void end(ys_printer *printer)
{
	GString *closers = json(printer)->closers;

	g_return_if_fail(closers->len > 0);
	g_string_append_c(json(printer)->out, closers->str[closers->len - 1]);
	g_string_truncate(closers, closers->len - 1);
	json(printer)->comma = closers->len > 0;
}

/* ---- values ---- */

static void literal(ys_printer *printer, const char *key, const char *text)
{
	g_string_append(begin_value(printer, key), text);
}

static void string(ys_printer *printer, const char *key, const char *s)
{
	if (s)
		append_string(begin_value(printer, key), s);
	else
		literal(printer, key, "null");
}

static void integer(ys_printer *printer, const char *key, gint64 n)
{
	g_string_append_printf(begin_value(printer, key), "%" G_GINT64_FORMAT, n);
}

static void boolean(ys_printer *printer, const char *key, gboolean b)
{
	literal(printer, key, b ? "true" : "false");
}

/* Of money and percents, which are hundredths as well; none is YS_AMOUNT_NONE or YS_PERCENT_NONE. */
static void hundredths(ys_printer *printer, const char *key, gint64 n, gint64 none)
{
	if (n == none)
		literal(printer, key, "null");
	else if (json(printer)->money == YS_JSON_FEN)
		integer(printer, key, n);
	else
		ys_amount_append_yuan(begin_value(printer, key), n);
}

static void money(ys_printer *printer, const char *key, ys_amount amount)
{
	hundredths(printer, key, amount, YS_AMOUNT_NONE);
}

static void amount(ys_printer *printer, const char *stem, ys_amount amount)
{
	g_autofree char *name =
		g_strconcat(stem, json(printer)->money == YS_JSON_FEN ? "_fen" : "_yuan", NULL);

	hundredths(printer, name, amount, YS_AMOUNT_NONE);
}

static void percent(ys_printer *printer, const char *stem, ys_percent percent)
{
	g_autofree char *name =
		g_strconcat(stem, json(printer)->money == YS_JSON_FEN ? "_basis_points" : "_percent", NULL);

	hundredths(printer, name, percent, YS_PERCENT_NONE);
}

static void real(ys_printer *printer, const char *key, double d, int places)
{
	char format[16], digits[400];   /* the largest double has 309 digits before the point */

	g_snprintf(format, sizeof(format), "%%.%df", CLAMP(places, 0, 17));
	literal(printer, key, isfinite(d) ? g_ascii_formatd(digits, sizeof(digits), format, d) : "null");
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
