#include "src/original/number_section.h"

#include <math.h>

#include "src/original/numeral.h"

typedef struct {
	guint year, month, day, weekday;        /* weekday: 0 is Sunday */
	guint hour, minute, second;
	guint days;                             /* since the first day of the calendar */
	double seconds_of_day;
} moment;

/* 31 December 9999 */
#define LAST_DAY 2958465

/* Excel counts from 1 January 1900 and takes that year for a leap year, as Lotus did. */
static gboolean set_day(moment *moment, guint day, gboolean since_1904)
{
	GDate date;

	if (!since_1904 && (day == 0 || day == 60)) {
		moment->year = 1900;
		moment->month = day ? 2 : 1;
		moment->day = day ? 29 : 0;
		return TRUE;
	}
	g_date_clear(&date, 1);
	if (since_1904)
		g_date_set_dmy(&date, 1, 1, 1904);
	else
		g_date_set_dmy(&date, day < 60 ? 31 : 30, 12, 1899);
	g_date_add_days(&date, day);
	moment->year = g_date_get_year(&date);
	moment->month = g_date_get_month(&date);
	moment->day = g_date_get_day(&date);
	moment->weekday = g_date_get_weekday(&date) % 7;
	return TRUE;
}

static gboolean moment_of(moment *moment, double number, gboolean since_1904)
{
	guint seconds;

	if (!(number >= 0 && number < LAST_DAY + 1))
		return FALSE;
	moment->days = floor(number);
	moment->seconds_of_day = (number - moment->days) * 86400;
	seconds = floor(moment->seconds_of_day + 0.5);
	if (seconds >= 86400) {
		seconds = 0;
		moment->days++;
	}
	moment->hour = seconds / 3600;
	moment->minute = seconds / 60 % 60;
	moment->second = seconds % 60;
	return set_day(moment, moment->days, since_1904);
}

static void append_padded(GString *out, guint number, guint width, const ys_format_section *section, gboolean words)
{
	g_autofree char *digits = g_strdup_printf("%0*u", (int)width, number);

	if (section->numerals < 1 || section->numerals > 3)
		g_string_append(out, digits);
	else if (words)
		ys_numeral_append(out, number, section->numerals - 1);
	else
		ys_numeral_append_digits(out, digits, section->numerals - 1);
}

static void append_weekday(GString *out, const moment *moment, guint n)
{
	static const char *const days[] = { "日", "一", "二", "三", "四", "五", "六" };

	g_string_append(out, n > 3 ? "星期" : "周");
	g_string_append(out, days[moment->weekday]);
}

static void append_month(GString *out, const moment *moment, const ys_format_token *token,
			 const ys_format_section *section)
{
	static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July",
					      "August", "September", "October", "November", "December" };
	const char *name = months[moment->month - 1];

	if (token->n < 3)
		append_padded(out, moment->month, token->n, section, TRUE);
	else
		g_string_append_len(out, name, token->n == 4 ? -1 : token->n == 3 ? 3 : 1);
}

static void append_hour(GString *out, const moment *moment, guint n, const ys_format_section *section)
{
	gboolean halves = FALSE;

	for (guint i = 0; i < section->tokens->len; i++) {
		const ys_format_token *token = &g_array_index(section->tokens, ys_format_token, i);

		halves |= token->kind == YS_FORMAT_DATE && (token->sign == 'b' || token->sign == 'B');
	}
	append_padded(out, halves ? (moment->hour + 11) % 12 + 1 : moment->hour, MIN(n, 2), section, TRUE);
}

static void append_part(GString *out, const moment *moment, const ys_format_token *token,
			const ys_format_section *section)
{
	switch (token->sign) {
	case 'y':
		append_padded(out, token->n > 2 ? moment->year : moment->year % 100, token->n > 2 ? 4 : 2, section,
			      FALSE);
		break;
	case 'm':
		append_month(out, moment, token, section);
		break;
	case 'd':
		if (token->n > 2)
			append_weekday(out, moment, token->n);
		else
			append_padded(out, moment->day, token->n, section, TRUE);
		break;
	case 'a':
		append_weekday(out, moment, token->n);
		break;
	case 'h':
		append_hour(out, moment, token->n, section);
		break;
	case 'i':
		append_padded(out, moment->minute, MIN(token->n, 2), section, TRUE);
		break;
	case 's':
		append_padded(out, moment->second, MIN(token->n, 2), section, TRUE);
		break;
	case 'b':
		g_string_append(out, moment->hour < 12 ? "上午" : "下午");
		break;
	default:
		g_string_append(out, moment->hour < 12 ? "AM" : "PM");
	}
}

static void append_elapsed(GString *out, const moment *moment, const ys_format_token *token)
{
	guint64 seconds = (guint64)moment->days * 86400 + moment->hour * 3600 + moment->minute * 60 + moment->second;
	guint64 units = token->sign == 'h' ? seconds / 3600 : token->sign == 'm' ? seconds / 60 : seconds;

	g_string_append_printf(out, "%0*" G_GUINT64_FORMAT, (int)MIN(token->n, 20), units);
}

gboolean ys_format_append_date(GString *out, const ys_format_section *section, double number, gboolean since_1904)
{
	moment moment = { 0 };

	if (!moment_of(&moment, number, since_1904))
		return FALSE;
	for (guint i = 0; i < section->tokens->len; i++) {
		const ys_format_token *token = &g_array_index(section->tokens, ys_format_token, i);

		if (token->kind == YS_FORMAT_LITERAL)
			g_string_append(out, token->text);
		else if (token->kind == YS_FORMAT_DATE)
			append_part(out, &moment, token, section);
		else if (token->kind == YS_FORMAT_ELAPSED)
			append_elapsed(out, &moment, token);
	}
	return TRUE;
}
