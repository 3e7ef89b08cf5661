#include "src/publication/projects/name.h"

#include <string.h>

#include "src/publication/words/clean.h"

/* Finance offices number projects with region, unit or year and a running number.  What is shorter may
 * be a year, a date or a telephone number, and part of the name. */
#define CODE_MIN 12
#define CODE_DIGITS_MIN 10
/* Units have shorter ones, and a dash before the name. */
#define UNIT_DIGITS_MIN 3
/* Those of the catalogue begin with a letter for goods, works or services, or were digits. */
#define CATALOGUE_DIGITS_MIN 4

static const char dashes[] = "-－—–_ ：:";

static gboolean is_dash(const char *p)
{
	return *p && g_utf8_strchr(dashes, -1, g_utf8_get_char(p));
}

/* The bytes of the code that printed begins with, whose name must be set off where it begins with a
 * letter or a digit itself; 0 if there is none. */
static gsize code_length(const char *printed)
{
	gsize len = 0, digits = 0;

	for (; g_ascii_isdigit(printed[len]) || g_ascii_isupper(printed[len]); len++)
		digits += g_ascii_isdigit(printed[len]) != 0;
	if (len < CODE_MIN || digits < CODE_DIGITS_MIN || !printed[len] || g_ascii_islower(printed[len]))
		return 0;
	return len;
}

char *ys_project_name(const char *printed, char **code)
{
	gsize len = code_length(printed);
	const char *name = printed + len;

	while (len && is_dash(name))
		name = g_utf8_next_char(name);
	if (!*name)
		name = printed;
	if (name != printed && code) {
		g_free(*code);
		*code = g_strndup(printed, len);
	}
	return g_strndup(name, ys_length_before_stop(name));
}

const char *ys_behind_unit_code(const char *printed)
{
	const char *p = printed + strspn(printed, "0123456789");

	if (p - printed < UNIT_DIGITS_MIN || !is_dash(p))
		return printed;
	while (is_dash(p))
		p = g_utf8_next_char(p);
	return *p ? p : printed;
}

const char *ys_behind_catalogue_code(const char *printed, gsize *len)
{
	const char *p = printed + (g_ascii_isupper(*printed) != 0);
	gsize digits = strspn(p, "0123456789");

	*len = 0;
	if (digits < CATALOGUE_DIGITS_MIN)
		return printed;
	p += digits;
	digits = p - printed;
	while (*p == ' ' || *p == '-' || *p == '.')
		p++;
	if (!*p || g_ascii_isalnum(*p))
		return printed;
	*len = digits;
	return p;
}
