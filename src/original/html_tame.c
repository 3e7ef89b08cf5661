#include "src/original/html_tame.h"

#include <glib.h>
#include <string.h>

/* Signs between the attributes of one tag. */
#define SIGNS_MAX 600

static void blank_programs(char *page)
{
	char *from = page, *to;

	while ((from = strstr(from, "<%")) && (to = strstr(from, "%>"))) {
		memset(from, ' ', to + 2 - from);
		from = to + 2;
	}
}

/* The > that ends a tag, or the end of the page: one in quotation marks behind = does not. */
static char *end_of_tag(char *at, guint *signs)
{
	while (*at && *at != '>') {
		*signs += g_ascii_isspace(at[0]) ? !g_ascii_isspace(at[1]) : at[0] == '=' || at[0] == '/';
		if (*at++ != '=')
			continue;
		while (g_ascii_isspace(*at))
			at++;
		if (*at == '"' || *at == '\'') {
			char *quote = strchr(at + 1, *at);

			at = quote ? quote + 1 : at + strlen(at);
			++*signs;
		}
	}
	return at;
}

/* Behind the whole of what holds no tags though it looks so; NULL: it is none of these, or never ends. */
static char *behind_opaque(char *at)
{
	static const struct {
		const char *begin, *end;
	} kinds[] = { { "<!--", "-->" }, { "<script", "</script" }, { "<style", "</style" } };

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (!g_ascii_strncasecmp(at, kinds[i].begin, strlen(kinds[i].begin)))
			for (char *end = at + strlen(kinds[i].begin); (end = strpbrk(end, "<-")); end++)
				if (!g_ascii_strncasecmp(end, kinds[i].end, strlen(kinds[i].end)))
					return end + strlen(kinds[i].end);
	return NULL;
}

void ys_html_tame(char *page)
{
	gboolean opaque = TRUE; /* none of them was found without an end: looking again takes quadratic time */

	blank_programs(page);
	for (char *at = page; (at = strchr(at, '<'));) {
		guint signs = 0;
		char *behind = opaque ? behind_opaque(at) : NULL, *end;

		if (behind) {
			at = behind;
			continue;
		}
		opaque = opaque && g_ascii_strncasecmp(at, "<!--", 4) && g_ascii_strncasecmp(at, "<script", 7) &&
			 g_ascii_strncasecmp(at, "<style", 6);
		if (!g_ascii_isalpha(at[1])) {
			at++;
			continue;
		}
		end = end_of_tag(at, &signs);
		if (signs > SIGNS_MAX)
			memset(at, ' ', end - at + (*end == '>'));
		at = end;
	}
}
