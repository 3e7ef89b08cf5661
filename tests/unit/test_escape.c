#include "src/output/escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *name;
	const char *given, *text, *attr;
} rows[] = {
	{ "nothing is nothing", NULL, "", "" },
	{ "the empty string too", "", "", "" },
	{ "Chinese stands as it is", "政务云", "政务云", "政务云" },
	{ "a tag is shown, not run", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
	  "&lt;script&gt;alert(1)&lt;/script&gt;" },
	{ "what is escaped already is escaped again", "&lt;", "&amp;lt;", "&amp;lt;" },
	{ "quotes end an attribute, not a text", "\" onload='x'", "\" onload='x'", "&quot; onload=&#39;x&#39;" },
	{ "a grave accent is no quote for us, who always write quotes", "`", "`", "`" },
	{ "line ends and tabs stay", "a\tb\r\nc", "a\tb\r\nc", "a\tb\r\nc" },
	{ "other control characters do not", "a\x01\x1b[31m\x7f", "a��[31m�", "a��[31m�" },
	{ "nor C1 controls", "\xC2\x85\xC2\x9B", "��", "��" },
	{ "a no-break space is none", "\u00a0", "\u00a0", "\u00a0" },
	{ "figures cannot be made to read backwards", "\u202e12\u2069", "�12�", "�12�" },
	{ "a mark of direction alone is harmless", "\u200f", "\u200f", "\u200f" },
	{ "what is no character", "\xEF\xBF\xBF\xEF\xB7\x90\xF0\x9F\xBF\xBE", "���", "���" },
	{ "a stray byte", "a\xff" "b", "a�b", "a�b" },
	{ "a character cut at the end", "中\xE4\xB8", "中��", "中��" },
	{ "a character cut before a tag", "\xE4\xB8<b>", "��&lt;b&gt;", "��&lt;b&gt;" },
	{ "a byte that would swallow a quote", "\xC0\"", "�\"", "�&quot;" },
	{ "an overlong less-than", "\xC0\xBC", "��", "��" },
	{ "a surrogate", "\xED\xA0\x80", "���", "���" },
	{ "four bytes", "𠮷", "𠮷", "𠮷" },
	{ "the replacement itself", "�", "�", "�" },
};

static void text_and_attributes_hold_no_markup(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GString) text = g_string_new("x");
		g_autoptr(GString) attr = g_string_new("x");

		ys_html_text(text, rows[i].given);
		ys_html_attr(attr, rows[i].given);
		if (strcmp(text->str + 1, rows[i].text) || strcmp(attr->str + 1, rows[i].attr))
			fail_msg("%s: text '%s', attribute '%s'", rows[i].name, text->str + 1, attr->str + 1);
	}
}

/* Whatever the bytes: what comes out is UTF-8 without a tag, a quote or a control. */
static void every_pair_of_bytes_is_harmless(void **state)
{
	(void)state;
	for (int a = 1; a < 256; a++)
		for (int b = 1; b < 256; b++) {
			char given[] = { (char)a, (char)b, '\0' };
			g_autoptr(GString) out = g_string_new(NULL);

			ys_html_attr(out, given);
			assert_true(g_utf8_validate_len(out->str, out->len, NULL));
			assert_null(strpbrk(out->str, "<>\"'\x01\x0b\x1b\x7f"));
		}
}

static const struct {
	const char *name;
	const char *given, *expected;
} arguments[] = {
	{ "nothing", NULL, "" },
	{ "unreserved characters stand", "Az09-._~", "Az09-._~" },
	{ "all others are percent and two digits", "a b+c&d=e/f?g#h%i", "a%20b%2Bc%26d%3De%2Ff%3Fg%23h%25i" },
	{ "Chinese, byte by byte", "云", "%E4%BA%91" },
	{ "line ends, which would end a header", "\r\n", "%0D%0A" },
	{ "quotes and tags", "\"'<>", "%22%27%3C%3E" },
	{ "broken UTF-8 stays what it was", "\xff", "%FF" },
};

static void a_part_of_a_url_holds_only_unreserved_characters(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(arguments); i++) {
		g_autoptr(GString) out = g_string_new(NULL);

		ys_url_arg(out, arguments[i].given);
		if (strcmp(out->str, arguments[i].expected))
			fail_msg("%s: %s", arguments[i].name, out->str);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_and_attributes_hold_no_markup),
		cmocka_unit_test(every_pair_of_bytes_is_harmless),
		cmocka_unit_test(a_part_of_a_url_holds_only_unreserved_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
