#include "src/original/number_format.h"

#include <math.h>
#include <string.h>

#include "src/original/number_section.h"
#include "src/original/numeral.h"

/* Formats that depend on the country: those of China. */
static const struct {
	guint id;
	const char *code;
} builtins[] = {
	{ 0, "General" }, { 1, "0" }, { 2, "0.00" }, { 3, "#,##0" }, { 4, "#,##0.00" }, { 5, "\"¥\"#,##0;\"¥\"-#,##0" },
	{ 6, "\"¥\"#,##0;[Red]\"¥\"-#,##0" }, { 7, "\"¥\"#,##0.00;\"¥\"-#,##0.00" },
	{ 8, "\"¥\"#,##0.00;[Red]\"¥\"-#,##0.00" }, { 9, "0%" }, { 10, "0.00%" }, { 11, "0.00E+00" },
	{ 12, "# ?/?" }, { 13, "# ?\?/?\?" }, { 14, "yyyy/m/d" }, { 15, "d-mmm-yy" }, { 16, "d-mmm" },
	{ 17, "mmm-yy" }, { 18, "h:mm AM/PM" }, { 19, "h:mm:ss AM/PM" }, { 20, "h:mm" }, { 21, "h:mm:ss" },
	{ 22, "yyyy/m/d h:mm" }, { 27, "yyyy\"年\"m\"月\"" }, { 28, "m\"月\"d\"日\"" }, { 29, "m\"月\"d\"日\"" },
	{ 30, "m/d/yy" }, { 31, "yyyy\"年\"m\"月\"d\"日\"" }, { 32, "h\"时\"mm\"分\"" },
	{ 33, "h\"时\"mm\"分\"ss\"秒\"" }, { 34, "上午/下午h\"时\"mm\"分\"" }, { 35, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
	{ 36, "yyyy\"年\"m\"月\"" }, { 37, "#,##0;-#,##0" }, { 38, "#,##0;[Red]-#,##0" },
	{ 39, "#,##0.00;-#,##0.00" }, { 40, "#,##0.00;[Red]-#,##0.00" },
	{ 41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ " },
	{ 42, "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ " },
	{ 43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ " },
	{ 44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"?\?_ ;_ @_ " },
	{ 45, "mm:ss" }, { 46, "[h]:mm:ss" }, { 47, "mm:ss" }, { 48, "##0.0E+0" }, { 49, "@" },
	{ 50, "yyyy\"年\"m\"月\"" }, { 51, "m\"月\"d\"日\"" }, { 52, "yyyy\"年\"m\"月\"" }, { 53, "m\"月\"d\"日\"" },
	{ 54, "m\"月\"d\"日\"" }, { 55, "上午/下午h\"时\"mm\"分\"" }, { 56, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
	{ 57, "yyyy\"年\"m\"月\"" }, { 58, "m\"月\"d\"日\"" },
};

const char *ys_number_format_builtin(guint id)
{
	for (gsize i = 0; i < G_N_ELEMENTS(builtins); i++)
		if (builtins[i].id == id)
			return builtins[i].code;
	return NULL;
}

/* ---- decimal: what Excel knows of a number ---- */

#define DIGITS 15

/* 0.DIGITS times ten to the point; no digits: zero. */
typedef struct {
	char digits[DIGITS + 2];
	int n, point;
} decimal;

static void strip_zeros(decimal *d)
{
	while (d->n && d->digits[d->n - 1] == '0')
		d->n--;
	d->digits[d->n] = '\0';
}

static decimal decimal_of(double number)
{
	decimal d = { .n = 0 };
	char text[40];

	g_snprintf(text, sizeof text, "%.*e", DIGITS - 1, fabs(number));
	for (const char *p = text; *p && *p != 'e'; p++)
		if (g_ascii_isdigit(*p))
			d.digits[d.n++] = *p;
	d.point = atoi(strchr(text, 'e') + 1) + 1;
	strip_zeros(&d);
	return d;
}

/* To so many places behind the point, half away from zero. */
static void round_to(decimal *d, int places)
{
	int keep = d->point + places;
	gboolean up;

	if (keep >= d->n)
		return;
	up = keep >= 0 && d->digits[keep] >= '5';
	d->n = MAX(keep, 0);
	while (up && d->n && d->digits[d->n - 1] == '9')
		d->n--;
	if (up && d->n) {
		d->digits[d->n - 1]++;
	} else if (up) {
		d->digits[d->n++] = '1';
		d->point++;
	}
	strip_zeros(d);
}

static char digit_at(const decimal *d, int place)
{
	return place >= 0 && place < d->n ? d->digits[place] : '0';
}

static void append_plain(GString *out, const decimal *d)
{
	if (d->point <= 0 || !d->n)
		g_string_append_c(out, '0');
	for (int i = 0; i < d->point && d->n; i++)
		g_string_append_c(out, digit_at(d, i));
	if (d->n > d->point && d->n)
		g_string_append_c(out, '.');
	for (int i = MIN(d->point, 0); i < 0 && d->n; i++)
		g_string_append_c(out, '0');
	for (int i = MAX(d->point, 0); i < d->n; i++)
		g_string_append_c(out, d->digits[i]);
}

/* All digits that are known; very large and very small numbers with an exponent. */
static void append_general(GString *out, double number)
{
	decimal d = decimal_of(number);

	if (number < 0 && d.n)
		g_string_append_c(out, '-');
	if (d.n && (d.point > 21 || d.point < -8)) {
		int exponent = d.point - 1;

		d.point = 1;
		append_plain(out, &d);
		g_string_append_printf(out, "E%+03d", exponent);
	} else {
		append_plain(out, &d);
	}
}

/* ---- a number by its section ---- */

static const ys_format_token *token_at(const ys_format_section *section, guint i)
{
	return &g_array_index(section->tokens, ys_format_token, i);
}

static void append_digit(GString *out, const ys_format_section *section, char digit)
{
	const char text[] = { digit, '\0' };

	if (section->numerals >= 1 && section->numerals <= 3)
		ys_numeral_append_digits(out, text, section->numerals - 1);
	else
		g_string_append_c(out, digit);
}

/* The place-th of the integer's places from the left, the first of which takes all digits that have none. */
static void append_integer_place(GString *out, const ys_format_section *section, const decimal *d, guint place,
				 char sign)
{
	int length = d->n ? MAX(d->point, 0) : 0;
	int right = section->n_integer - 1 - place;     /* places right of this one */
	int from = place ? right : MAX(right, length - 1);

	for (int i = from; i >= right; i--) {
		if (i < length)
			append_digit(out, section, digit_at(d, d->point - 1 - i));
		else if (sign == '0')
			append_digit(out, section, '0');
		else
			continue;
		if (section->thousands && i && i % 3 == 0)
			g_string_append_c(out, ',');
	}
}

/* The place-th behind the point; # and ? show nothing where only zeros follow. */
static void append_decimal_place(GString *out, const ys_format_section *section, const decimal *d, int place,
				 char sign)
{
	if (sign == '0' || (d->n && d->point + place < d->n))
		append_digit(out, section, digit_at(d, d->point + place));
	else if (sign == '?')
		g_string_append_c(out, ' ');
}

/* 0.00E+00: the digits before the point take the integer's places, the rest goes into the exponent. */
static int take_exponent(const ys_format_section *section, decimal *d)
{
	int exponent;

	if (!ys_format_has(section, YS_FORMAT_EXPONENT) || !d->n)
		return 0;
	exponent = d->point - (int)MAX(section->n_integer, 1);
	d->point -= exponent;
	return exponent;
}

static void append_exponent(GString *out, int exponent, char sign)
{
	g_string_append_printf(out, exponent < 0 ? "E-%02d" : sign == '+' ? "E+%02d" : "E%02d", ABS(exponent));
}

/* DBNum with General spells whole numbers. */
static void append_general_in(GString *out, const ys_format_section *section, double number)
{
	if (section->numerals >= 1 && section->numerals <= 3 && number < 1e15 && floor(number) == number)
		ys_numeral_append(out, number, section->numerals - 1);
	else
		append_general(out, number);
}

static void append_number(GString *out, const ys_format_section *section, double number)
{
	decimal d = decimal_of(number);
	guint integer = 0;
	int decimals = 0, exponent;

	d.point += section->shift;
	exponent = take_exponent(section, &d);
	round_to(&d, section->n_decimals);
	for (guint i = 0; i < section->tokens->len; i++) {
		const ys_format_token *token = token_at(section, i);

		switch (token->kind) {
		case YS_FORMAT_LITERAL:
			g_string_append(out, token->text);
			break;
		case YS_FORMAT_DIGIT:
			if (token->n == 0)
				append_integer_place(out, section, &d, integer++, token->sign);
			else if (token->n == 1)
				append_decimal_place(out, section, &d, decimals++, token->sign);
			break;
		case YS_FORMAT_POINT:
			g_string_append_c(out, '.');
			break;
		case YS_FORMAT_PERCENT:
			g_string_append_c(out, '%');
			break;
		case YS_FORMAT_EXPONENT:
			append_exponent(out, exponent, token->sign);
			break;
		case YS_FORMAT_GENERAL:
		case YS_FORMAT_TEXT:
			append_general_in(out, section, number);
			break;
		default:
			break;
		}
	}
}

/* ---- which section ---- */

static gboolean holds(const ys_format_section *section, double number)
{
	const char *condition = section->condition;

	if (!strcmp(condition, "<"))
		return number < section->limit;
	if (!strcmp(condition, "<="))
		return number <= section->limit;
	if (!strcmp(condition, ">"))
		return number > section->limit;
	if (!strcmp(condition, ">="))
		return number >= section->limit;
	if (!strcmp(condition, "<>"))
		return number != section->limit;
	return number == section->limit;
}

/* Those for numbers: not the fourth, nor one with @ behind others. */
static guint n_for_numbers(const GPtrArray *sections)
{
	guint n = MIN(sections->len, 3);

	while (n > 1 && ((ys_format_section *)g_ptr_array_index(sections, n - 1))->text)
		n--;
	return n;
}

static guint section_for(const GPtrArray *sections, double number)
{
	guint n = n_for_numbers(sections);
	gboolean conditions = FALSE;

	for (guint i = 0; i < n; i++) {
		const ys_format_section *section = g_ptr_array_index(sections, i);

		conditions |= *section->condition != '\0';
		if (*section->condition && holds(section, number))
			return i;
	}
	if (conditions)
		return n - 1;
	return n == 1 || number > 0 || (n == 2 && number == 0) ? 0 : number < 0 ? 1 : 2;
}

/* A section of its own for negative numbers shows by sign or brackets what they are, or only by colour. */
static gboolean shows_negative(const char *text)
{
	return strpbrk(text, "-(") || strstr(text, "（") || strstr(text, "△") || strstr(text, "负");
}

static char *general(double number)
{
	GString *out = g_string_new(NULL);

	append_general(out, number);
	return g_string_free(out, FALSE);
}

char *ys_number_format(double number, const char *code, gboolean since_1904)
{
	g_autoptr(GPtrArray) sections = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	const ys_format_section *section;

	if (!isfinite(number))
		return g_strdup("");
	sections = ys_format_sections(code);
	section = g_ptr_array_index(sections, section_for(sections, number));
	if (section->date) {
		if (!ys_format_append_date(out, section, number, since_1904))
			return general(number);
		return g_string_free(g_steal_pointer(&out), FALSE);
	}
	if (ys_format_has(section, YS_FORMAT_FRACTION))
		return general(number);
	append_number(out, section, fabs(number));
	if (number < 0 && out->len && !shows_negative(out->str))
		g_string_prepend_c(out, '-');
	return g_string_free(g_steal_pointer(&out), FALSE);
}

char *ys_number_format_text(const char *text, const char *code)
{
	g_autoptr(GPtrArray) sections = ys_format_sections(code);
	GString *out;

	for (guint i = 0; i < sections->len; i++) {
		const ys_format_section *section = g_ptr_array_index(sections, i);

		if (!section->text)
			continue;
		out = g_string_new(NULL);
		for (guint k = 0; k < section->tokens->len; k++) {
			const ys_format_token *token = token_at(section, k);

			if (token->kind == YS_FORMAT_LITERAL)
				g_string_append(out, token->text);
			else if (token->kind == YS_FORMAT_TEXT)
				g_string_append(out, text);
		}
		return g_string_free(out, FALSE);
	}
	return g_strdup(text);
}
